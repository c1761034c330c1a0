using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Roles;

/// <summary>What is posted in the channel when command is offered: how it stands, what is believed and what was ruled out, who does what.</summary>
internal static class HandoverBrief
{
    /// <summary>More than these of one kind are on the timeline.</summary>
    public const int MostEntries = 5;

    private const int LongestEntry = 300;

    public static MessageContent Of(
        Incident incident, CommandOffer offer, IReadOnlyList<TimelineEntry> hypotheses, IReadOnlyList<TimelineEntry> deadEnds, IReadOnlyList<IncidentTask> tasks, BotOptions options, DateTimeOffset now)
    {
        string[] parts =
        [
            Head(incident, offer),
            Speak($"*How it stands* {Sign(incident.Severity)} {Name(incident.Severity)} · {Name(incident.Status)} · {Duration(now - IncidentTiming.Declared(incident))} since it was declared"),
            .. incident.Impacts.Last is { } estimate ? [Speak($"*Impact* {ImpactWords.Holding(estimate)}")] : Array.Empty<string>(),
            .. TeamWords.Line(incident) is { Length: > 0 } affected ? [Speak($"*What and whose* {affected}")] : Array.Empty<string>(),
            incident.LastUpdate is { } update
                ? Speak($"*Last update*, {Person(update.By)}, {Moment(update.At)}\n{Mrkdwn.Truncate(Quoted(update.Text), 1_000)}")
                : Speak("*Last update* none yet"),
            .. UpdateCadence.DueAt(incident, options.Severities) is { } due ? [Speak($"*Next update due* {Moment(due)}")] : Array.Empty<string>(),
            .. RoleWords.Line(incident) is { Length: > 0 } roles ? [Speak($"*Who does what* {roles}")] : Array.Empty<string>(),
            .. Listed(Speak("💡 *Hypotheses*"), [.. hypotheses.Select(Line)], "timeline"),
            .. Listed(Speak("🚪 *Ruled out*"), [.. deadEnds.Select(Line)], "timeline"),
            .. Listed(Speak("☑️ *Open tasks*"), [.. tasks.Select(TaskWords.Line)], "tasks"),
        ];
        return new MessageContent(
            Mrkdwn.Truncate(string.Join("\n", parts), 10_000),
            [.. parts.Select(part => new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(part, BlockLimits.TextMax)) }), HandoverReplies.Answers(incident)]);
    }

    private static string Head(Incident incident, CommandOffer offer)
    {
        var meanwhile = incident.Commander is { } commander ? Speak($"{Person(commander)} commands until it is accepted.") : Speak("Nobody commands until it is accepted.");
        return Speak($"🤝 {Person(offer.By)} offers command of {Title(incident)} to {Person(offer.To)}. {meanwhile} The offer stands until {Moment(offer.Until)}.");
    }

    private static IEnumerable<string> Listed(string title, IReadOnlyList<string> lines, string where) => lines.Count == 0
        ? []
        : [string.Join("\n", [title, .. lines.Take(MostEntries), .. lines.Count > MostEntries ? [Speak($"… and more: `/incident {where}`.")] : Array.Empty<string>()])];

    private static string Line(TimelineEntry entry) =>
        $"• {Mrkdwn.Truncate(PeoplesWords.Silent(PeoplesWords.InAList(entry.Text)), LongestEntry)}{(entry.Permalink.Length > 0 ? $" {Mrkdwn.Link(entry.Permalink, Speak("message"))}" : "")}";
}

/// <summary>What is said around an offer of command.</summary>
internal static class HandoverReplies
{
    /// <summary>Anybody may hold command out, so it is said who goes on meanwhile.</summary>
    public static Question ToWhom(Incident incident, UserId by) => new(Speak("Hand command over"), Speak("To whom?"), Meanwhile(incident, by), Multiline: false) { AsksWhom = true };

    private static string Meanwhile(Incident incident, UserId by) => incident.Commander switch
    {
        null => Speak("They are asked; nobody commands until they accept."),
        { } commander when commander == by => Speak("They are asked; you go on commanding until they accept."),
        _ => Speak("They are asked; whoever commands now goes on until they accept."),
    };

    public static string SayToWhom => Speak("Say to whom by mentioning them: `handover @name`. `accept` or `pass` answers an offer.");

    public static ActionsBlock Answers(Incident incident) => new()
    {
        Elements = [Buttons.Run(incident, Speak("Accept"), "handover accept", ButtonStyle.Primary), Buttons.Run(incident, Speak("Pass"), "handover pass")],
    };

    /// <summary>What the person hears to whom it is offered.</summary>
    public static MessageContent Offered(Incident incident, CommandOffered offered)
    {
        var text = Speak($"🤝 {Person(offered.By)} offers you command of {Place(incident)}. What there is to know stands in the channel. The offer stands until {Moment(offered.Until)}.");
        return new MessageContent(text, [new SectionBlock { Text = new Markdown(text) }, Answers(incident)]);
    }
}
