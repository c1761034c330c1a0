using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>What is said in an incident that was merged away: where it goes on. Of one the reader may not know of only the number, which its channel was told.</summary>
internal static class GoesOnWords
{
    /// <summary>One line for an answer.</summary>
    public static string Line(Incident here, Incident there, bool mayKnow) => Speak($"This incident goes on as {Name(here, there, mayKnow)}.");

    /// <summary>Nothing was decided; by a press it is decided where it belongs.</summary>
    /// <param name="here">The incident that was merged.</param>
    /// <param name="there">The one it goes on as.</param>
    /// <param name="mayKnow">Whether they may know more of that one than its number.</param>
    /// <param name="typed">What they wrote; given back where no button says it there.</param>
    /// <param name="way">How it is said there by a press; null where it would mean something else.</param>
    public static MessageContent DoItThere(Incident here, Incident there, bool mayKnow, string typed, WayThere? way)
    {
        var text = Speak($"{IncidentWords.Number(here)} was merged and goes on as {Name(here, there, mayKnow)}. That is the one for this, so nothing was changed here. If the two are not the same after all: {IncidentWords.Command(here, "reopen")}");
        if (way is { Line.Length: > Buttons.Room })
            way = null;
        Button[] buttons = !mayKnow ? [] : [.. way is null ? Array.Empty<Button>() : [Buttons.Run(there, way.Says, way.Line, ButtonStyle.Primary)], Open(there)];
        if (typed.Length > 0 && way?.Line.Contains(typed, StringComparison.Ordinal) != true)
            return GivenBack.Below($"{text}\n{Speak("Your words:")}", typed, buttons);
        return buttons.Length == 0 ? MessageContent.Plain(text) : MessageContent.With(text, buttons);
    }

    /// <summary>Said once to whoever marks messages there.</summary>
    public static MessageContent KeptThere(Incident here, Incident there, bool mayKnow)
    {
        var text = Speak($"What you mark here goes on the timeline of {Name(here, there, mayKnow)}: {IncidentWords.Number(here)} was merged and goes on there. I say this once.");
        return mayKnow ? MessageContent.With(text, Open(there)) : MessageContent.Plain(text);
    }

    /// <summary>Stands on its card, where everybody in its channel reads it: of a private one only the number, and whom to ask.</summary>
    public static string OnTheCard(Incident here, Incident there)
    {
        var where = there is { IsPrivate: false, Channel: { } channel } ? Speak($" in {Mrkdwn.Channel(channel.Value)}") : "";
        var ask = there.IsPrivate && here.MergedBy is { } by ? Speak($" If you cannot see that one, ask {IncidentWords.Person(by)}, who merged it.") : "";
        return Speak($"🔀 *This incident goes on as {IncidentWords.Number(there)}*{where}. Updates, tasks and decisions belong there.{ask}");
    }

    /// <summary>Shows the one it goes on as, with the link to its channel.</summary>
    public static Button Open(Incident there) => Buttons.Run(there, Speak($"Show {IncidentWords.Number(there)}"), "show");

    /// <summary>Of one they may not know of, who can be asked: whoever merged it, as the channel of the merged one was told. Who is in the other one stays unsaid.</summary>
    private static string Name(Incident here, Incident there, bool mayKnow) => (mayKnow, here.MergedBy) switch
    {
        (true, _) when here.IsPrivate && !there.IsPrivate => Speak($"{IncidentWords.Place(there)}, which everybody may read"),
        (true, _) => IncidentWords.Place(there),
        (_, { } by) => Speak($"{IncidentWords.Number(there)}, which I cannot show here (if you are not in its channel, ask {IncidentWords.Person(by)}, who merged it)"),
        _ => IncidentWords.Number(there),
    };
}

/// <summary>A button that says there what was said in the incident that was merged.</summary>
/// <param name="Says">What it reads.</param>
/// <param name="Line">The command line it types, without the incident's number.</param>
internal sealed record WayThere(string Says, string Line);
