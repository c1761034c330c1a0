using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Roles;

/// <summary><c>/incident custody</c> — who commanded when, and how long nobody did.</summary>
internal sealed class CustodyCommand : ISubcommand
{
    public Usage Usage => new("custody", "", Unspoken("Show who commanded when, and how long nobody did"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is { } incident)
            turn.Answer(CustodyReply.Of(incident, turn.Now), "shown");
    }
}

/// <summary>The chain of command, with its gaps.</summary>
internal static class CustodyReply
{
    private const int Most = 20;

    public static MessageContent Of(Incident incident, DateTimeOffset now)
    {
        var stretches = Custody.Stretches(incident, now);
        var gap = Custody.Gap(incident, now);
        string[] lines =
        [
            Speak($"*Who commanded {Mrkdwn.Truncate(Title(incident), 300)}*"),
            .. stretches.Count > Most ? [Speak($"… {stretches.Count - Most} earlier; the timeline has them.")] : Array.Empty<string>(),
            .. stretches.TakeLast(Most).Where(stretch => stretch.Length > TimeSpan.Zero || stretch.Holder is not null).Select(Line),
            gap > TimeSpan.Zero ? Speak($"Without a commander: {Duration(gap)}.") : Speak("It was never without a commander."),
        ];
        return MessageContent.Plain(string.Join("\n", lines));
    }

    private static string Line(CustodyStretch stretch) =>
        $"{Moment(stretch.From)} · {(stretch.Holder is { } holder ? Person(holder) : Speak("⚠️ nobody"))} · {Duration(stretch.Length)}";
}
