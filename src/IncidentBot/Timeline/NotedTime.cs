using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Timeline;

/// <summary>The time in front of what a person wrote: in their own zone, or that of a message they link.</summary>
internal static class NotedTime
{
    private const string SlackHosts = ".slack.com";
    private const string EnterpriseHosts = ".enterprise.slack.com";

    /// <summary>A number mistyped in a link is mostly years off; whoever means that time can still write it.</summary>
    private static readonly TimeSpan LongBefore = TimeSpan.FromDays(90);

    /// <summary>Reads it; null after having arranged that the request is handled again once the writer's zone is known.</summary>
    public static async Task<TimeReading?> ReadAsync(string words, Turn turn, CancellationToken ct)
    {
        words = NoteTime.Visible(words);
        if (LinkedMessage(words, turn.Workspace.Url, turn.SaidAt) is { } linked)
            return linked;
        var zone = NoteTime.NeedsZone(words) ? await turn.ZoneOrWaitAsync(ct) : TimeZoneInfo.Utc;
        return zone is null ? null : NoteTime.Read(words, turn.SaidAt, zone);
    }

    /// <summary>A message's id is its time (Slack docs: Messages), so a link to it says the time to the microsecond.</summary>
    public static TimeReading? LinkedMessage(string words, string workspaceUrl, DateTimeOffset now)
    {
        var end = words is ['<', ..] ? words.IndexOf('>', StringComparison.Ordinal) + 1 : words.AsSpan().IndexOfAny(' ', '\n');
        var first = end > 0 ? words[..end] : words;
        var link = Mrkdwn.Unescape(first.Trim('<', '>').Split('|')[0]);
        if (!Permalink.TryRead(link, out _, out var ts) || !IsSlacks(new Uri(link), workspaceUrl))
            return null;
        if (!IsOurs(new Uri(link), workspaceUrl))
            return new TimeReading.Doubtful(link, TimeDoubt.AnotherWorkspace);
        var said = SlackTs.ToTime(ts);
        if (said < now - LongBefore)
            return new TimeReading.Doubtful(link, TimeDoubt.LongBefore);
        return NoteTime.HasBeen(said, now)
            ? new TimeReading.Timed(HappenedAt.Exactly(said) with { AsGiven = link }, words[first.Length..].TrimStart(':').Trim(), null)
            : new TimeReading.Doubtful(link, TimeDoubt.NotYet);
    }

    private static bool IsSlacks(Uri link, string workspaceUrl) =>
        link.Host.EndsWith(SlackHosts, StringComparison.OrdinalIgnoreCase) || IsOurs(link, workspaceUrl);

    /// <summary>A workspace of a larger organization has its messages under the organization's address too; so long as ours is not known, any is taken.</summary>
    private static bool IsOurs(Uri link, string workspaceUrl) =>
        workspaceUrl.Length == 0 || link.Host.EndsWith(EnterpriseHosts, StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(workspaceUrl, UriKind.Absolute, out var ours) && link.Authority.Equals(ours.Authority, StringComparison.OrdinalIgnoreCase));
}
