using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>
/// <c>anyway 42</c>, typed by <i>Declare it anyway</i>: declares what request 42 asked for, though something that sounds alike
/// is open. Everything that was said then is in that request; it is good once, and only for whoever made it.
/// </summary>
internal sealed class DeclareAnyway : ISubcommand
{
    public Usage Usage => new("anyway", "", Unspoken("Declare though another one is open"), Where.Anywhere) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (!long.TryParse(line.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || await turn.RequestAsync(id, ct) is not var (asked, row))
            turn.Refuse(AlikeReplies.Gone, "gone");
        else if (row.Outcome != Outcome.Begun)
            turn.Refuse(AlikeReplies.Declared, "declared before");
        else
            await DeclareAsync(asked, row, turn, ct);
    }

    private static async Task DeclareAsync(SlackRequest asked, InboxRow row, Turn turn, CancellationToken ct)
    {
        if (asked is ViewSubmission { View: { CallbackId: DeclareForm.Callback } view })
            await DeclareForm.DeclareAsync(view, isSure: true, turn, ct);
        else if (Mentioned.LineOf(asked) is { } line)
            await Declare.DeclareAsync(line, isSure: true, turn, ct);
        else
            turn.Refuse(AlikeReplies.Gone, "gone");
        if (turn.WaitsFor is null)
            (row.Outcome, row.OutcomeWords) = (Outcome.Recorded, Unspoken("declared anyway"));
    }
}

/// <summary>
/// <c>noteasdeclared 42</c>, typed by <i>It is #3: note it there</i> where the words are too many for a button: they are those request 42
/// would have declared an incident with.
/// </summary>
internal sealed class NoteAsDeclared : ISubcommand
{
    public const string Word = "noteasdeclared";

    public Usage Usage => new(Word, "<request>", Unspoken("Note what an incident would have been declared with"), Where.InIncident) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (long.TryParse(line.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await turn.RequestAsync(id, ct) is var (asked, _)
            && await DeclarationAsync(asked, turn, ct) is { } declaration)
            await turn.RunAsync(new CommandLine(line.Number, "note", AlikeReplies.Noted(declaration)), ct);
        else if (turn.WaitsFor is null)
            turn.Refuse(AlikeReplies.WordsGone, "gone");
    }

    private static async Task<Declaration?> DeclarationAsync(SlackRequest asked, Turn turn, CancellationToken ct) => asked switch
    {
        ViewSubmission { View: { CallbackId: DeclareForm.Callback } view } => DeclareForm.Read(view.State, Severity.Unset, turn.By),
        _ when Mentioned.LineOf(asked) is { } line => await Declare.ReadAsync(line, turn, ct),
        _ => null,
    };
}

/// <summary>What is said before there are two incidents for one thing.</summary>
internal static class AlikeReplies
{
    public static MessageContent Gone => MessageContent.Plain(Speak("I do not have your words any more. Please declare it again; *Declare it anyway* is good for a few days, for whoever asked."));

    public static MessageContent WordsGone => MessageContent.Plain(Speak("I do not have your words any more, so nothing was noted. Please type them again with `/incident note`."));

    public static MessageContent Declared => MessageContent.Plain(Speak("That was declared already. `/incident list` shows it."));

    /// <summary>The open ones, and both ways on. Nothing is declared yet, and that stands first.</summary>
    public static MessageContent Offer(IReadOnlyList<Incident> alike, Declaration declaration, long request)
    {
        var one = alike.Count == 1;
        var text = string.Join("\n",
            [
                Speak($"Not declared yet: {(one ? Speak("an open incident sounds") : Speak("open incidents sound"))} like yours. Is it {(one ? Speak("this") : Speak("one of these"))}?"),
                .. alike.Select(Line),
            ]);
        var noted = Noted(declaration) is { Length: <= Buttons.Room } words ? $"note {words}" : string.Create(CultureInfo.InvariantCulture, $"{NoteAsDeclared.Word} {request}");
        return MessageContent.With(
            text,
            [
                .. alike.DistinctBy(incident => incident.Id).Select(incident => declaration.IsPrivate
                    ? Buttons.Run(incident, Speak($"Show {Number(incident)}"), "show")
                    : Buttons.Run(incident, Speak($"It is {Number(incident)}: note it there"), noted)),
                Buttons.Run(Speak("Declare it anyway"), string.Create(CultureInfo.InvariantCulture, $"anyway {request}"), ButtonStyle.Danger),
            ]);
    }

    /// <summary>Its words as a note takes them: in one line.</summary>
    public static string Noted(Declaration declaration) => declaration.Said.Length > 0 ? PeoplesWords.OneLine(declaration.Said) : Mrkdwn.Escape(Declaration.Flat(declaration.Title));

    private static string Line(Incident incident) =>
        Speak($"{Sign(incident.Severity)} {Mrkdwn.Truncate(Place(incident), 500)}: {Name(incident.Status)}, declared {Moment(IncidentTiming.Declared(incident))} by {Person(incident.Reporter)}");
}
