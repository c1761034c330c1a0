using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Subscriptions;

/// <summary>How things stand for somebody who has not looked for a day.</summary>
/// <param name="Open">Open incidents, the worst first.</param>
/// <param name="Overdue">Those whose review is overdue, the longest first.</param>
/// <param name="Resolved">Those that were resolved since.</param>
internal sealed record DigestSight(IReadOnlyList<Incident> Open, IReadOnlyList<Incident> Overdue, IReadOnlyList<Incident> Resolved)
{
    /// <summary>More of each are not looked at.</summary>
    public const int Most = 50;

    public bool IsEmpty => Open.Count + Overdue.Count + Resolved.Count == 0;

    /// <summary>What that person may know of; drills left out.</summary>
    public static async Task<DigestSight> OfAsync(BotDbContext db, string team, string user, DateTimeOffset since, DateTimeOffset now, CancellationToken ct) => new(
        [.. (await db.WorstOpenAsync(team, user, Most, ct)).Where(incident => !incident.IsDrill)],
        await db.OverdueReviewsAsync(team, user, now, Most, ct),
        await db.ResolvedSinceAsync(team, user, since, Most, ct));
}

/// <summary>The digest in words.</summary>
internal static class DigestReply
{
    public static string When => Speak("Say `on`, `off`, or a time of day such as `08:30`; nothing shows it now.");

    private const int MostLines = 8;

    public static MessageContent Off => MessageContent.Plain(Speak("You get no digest any more. `/incident digest on` brings it back."));

    public static MessageContent On(TimeOnly time, TimeZoneInfo zone) => MessageContent.With(
        Speak($"Every day at {time.ToString("HH:mm", CultureInfo.InvariantCulture)} ({Mrkdwn.Escape(zone.Id)}) you hear what is open, which reviews are overdue and what was resolved; nothing when there is nothing."),
        Buttons.Run(Speak("Show it now"), "digest"),
        Buttons.Run(Speak("Undo"), "digest off"));

    /// <summary>Asked for by hand it says also that there is nothing.</summary>
    public static MessageContent Now(DigestSight sight) =>
        Of(sight, isChannel: false) ?? MessageContent.Plain(Speak("All is quiet: nothing is open, no review is overdue, and nothing was resolved since yesterday."));

    /// <summary>What is said once a day; null where there is nothing to say.</summary>
    public static MessageContent? Of(DigestSight sight, bool isChannel)
    {
        if (sight.IsEmpty)
            return null;
        string[] parts =
        [
            .. Part(Speak("Open now"), sight.Open, OpenLine),
            .. Part(Speak("Reviews overdue"), sight.Overdue, incident => $"{Named(incident)} · {PersonOrNobody(incident.Review?.Owner)}{(incident.Review is { } review ? Speak($", since {Moment(review.DueAt)}") : "")}"),
            .. Part(Speak("Resolved since"), sight.Resolved, incident => $"{Named(incident)} · {Name(incident.Severity)}{(IncidentTiming.At(incident, NamedTime.Resolved) is { } at ? $" · {Moment(at)}{AfterDeclaring(incident, at)}" : "")}"),
        ];
        var why = isChannel ? Speak("`/incident digest on` sends it to you every day.") : Speak("`/incident digest off` ends this, `/incident digest 08:30` moves it.");
        return new MessageContent(
            Mrkdwn.Truncate(Speak($"🗞️ *How things stand*\n{string.Join("\n", parts)}"), 10_000),
            [
                new SectionBlock { Text = new Markdown(Speak("🗞️ *How things stand*")) },
                .. parts.Select(part => new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(part, BlockLimits.TextMax)) }),
                new ContextBlock { Elements = [new Markdown(why)] },
            ]);
    }

    private static IEnumerable<string> Part(string title, IReadOnlyList<Incident> incidents, Func<Incident, string> line)
    {
        if (incidents.Count == 0)
            yield break;
        var more = incidents.Count > MostLines ? Speak($"\n… and {incidents.Count - MostLines} more") : "";
        yield return $"*{title}*\n{string.Join("\n", incidents.Take(MostLines).Select(incident => $"• {line(incident)}"))}{more}";
    }

    private static string OpenLine(Incident incident) =>
        $"{Sign(incident.Severity)} {Named(incident)} · {Name(incident.Severity)} · {Name(incident.Status)} · {(incident.Commander is { } commander ? Person(commander) : Speak("no commander"))}";

    private static string Named(Incident incident) =>
        $"{Mrkdwn.Truncate(Title(incident), 120)}{(incident.Channel is { } channel ? $" {Mrkdwn.Channel(channel.Value)}" : "")}";
}
