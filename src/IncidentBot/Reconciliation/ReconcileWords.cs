using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Reconciliation;

/// <summary>What people read of a comparison.</summary>
internal static class ReconcileWords
{
    /// <summary>Everybody sees it, once: the timeline has changed without anybody having done something just now.</summary>
    /// <param name="awayFrom">From when on the bot was away; null where it does not know of an absence.</param>
    /// <param name="awayUntil">Until when.</param>
    /// <param name="repaired">What was put right.</param>
    /// <param name="notLookedAt">What is older than that was not looked at; null when everything was.</param>
    public static MessageContent InChannel(DateTimeOffset? awayFrom, DateTimeOffset? awayUntil, Repaired repaired, DateTimeOffset? notLookedAt) => MessageContent.Plain(
        (awayFrom is { } from && awayUntil is { } until ? $"While I was away {Span(from, until)}: {Counts(repaired)}." : $"Some of what happened here had not reached me: {Counts(repaired)}.")
        + NotLookedAt(notLookedAt));

    public static MessageContent ToAsker(Incident incident, bool couldRead, Repaired repaired, DateTimeOffset? notLookedAt) => MessageContent.Plain(repaired switch
    {
        _ when !couldRead => $"I cannot read {IncidentWords.Place(incident)}. If it is still there, type `/invite` and my name there; then ask again.",
        _ when repaired.IsNothing => $"I compared this channel with the timeline: nothing was missing.{NotLookedAt(notLookedAt)}",
        _ => $"I compared this channel with the timeline: {Counts(repaired)}.{NotLookedAt(notLookedAt)}",
    });

    public static MessageContent NotRead(string error) => MessageContent.Plain(
        $"I could not compare the channel with the timeline: Slack said `{error}`. Nothing was changed. It is tried again by itself.");

    private static string NotLookedAt(DateTimeOffset? older) => older is { } at
        ? $" Older than {IncidentWords.Moment(at)} I did not look yet; I go on by myself, or at once with `/incident reconcile`."
        : "";

    private static string Counts(Repaired repaired) => repaired.IsNothing ? "nothing was missed so far" : string.Join(
        ", ",
        new[]
        {
            Count(repaired.Added, "capture", "added"),
            repaired is { Withdrawn: > 0, Added: > 0 } ? string.Create(CultureInfo.InvariantCulture, $"{repaired.Withdrawn} withdrawn") : Count(repaired.Withdrawn, "capture", "withdrawn"),
            Count(repaired.Edited, "edit", "followed"),
            Count(repaired.Deleted, "deletion", "noted"),
            repaired.Unread == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{repaired.Unread} could not be read"),
        }.Where(words => words.Length > 0));

    private static string Count(int count, string thing, string what) => count switch
    {
        0 => "",
        1 => $"1 {thing} {what}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}s {what}"),
    };

    /// <summary>In each reader's own zone, with the day where it is not the same.</summary>
    private static string Span(DateTimeOffset from, DateTimeOffset until)
    {
        if (until - from >= TimeSpan.FromHours(12))
            return $"{IncidentWords.Moment(from)} – {IncidentWords.Moment(until)}";
        return $"{Clock(from, "HH:mm")}–{Clock(until, "HH:mm 'UTC'")}";
    }

    private static string Clock(DateTimeOffset at, string inUtc) =>
        Mrkdwn.Date(at, "{time}", at.ToUniversalTime().ToString(inUtc, CultureInfo.InvariantCulture));
}
