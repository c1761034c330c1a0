using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>
/// What becomes of an entry when its message's emoji, pins or words change in Slack. Slack promises no order and may say
/// things twice, so each of these gives null where nothing changes.
/// </summary>
public static class CapturedMessage
{
    /// <summary>
    /// Somebody captured it again. What had been withdrawn stands again.
    /// </summary>
    /// <remarks>
    /// Its kind is that of the oldest emoji or choice still held that says more than <see cref="EntryKind.Note"/>; without one it
    /// is a note again. A kind that somebody chose by word stays, whoever holds it.
    /// </remarks>
    /// <param name="entry">The entry.</param>
    /// <param name="holders">Everybody who holds it now.</param>
    /// <param name="kind">What it is by that rule.</param>
    /// <param name="by">Who captured it.</param>
    /// <param name="at">When.</param>
    public static EntryRevision Again(TimelineEntry entry, Capturers holders, EntryKind kind, UserId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var isBack = entry.State.HasFlag(EntryState.Withdrawn);
        var after = entry with
        {
            Capturers = holders,
            State = entry.State & ~EntryState.Withdrawn,
            Kind = kind,
        };
        return new EntryRevision(after, isBack ? EntryChange.Restored : EntryChange.CapturedAgain, by, "", at);
    }

    /// <summary>Somebody took their emoji back, or a pin was taken off. Only when nobody holds it any more is the entry withdrawn.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="holders">Everybody who still holds it.</param>
    /// <param name="kind">What it is by what is still held, by the rule of <see cref="Again"/>; what nobody holds stays what it was.</param>
    /// <param name="by">Who took it back.</param>
    /// <param name="at">When.</param>
    public static EntryRevision TakenBack(TimelineEntry entry, Capturers holders, EntryKind kind, UserId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(holders);
        var after = holders.IsNobody
            ? entry with { Capturers = holders, State = entry.State | EntryState.Withdrawn }
            : entry with { Capturers = holders, Kind = kind };
        return new EntryRevision(after, holders.IsNobody ? EntryChange.Withdrawn : EntryChange.CaptureTakenBack, by, "", at);
    }

    /// <summary>
    /// Whether an edit is later than the last one known, so that what people corrected since is not undone by the same edit
    /// told again. A message says its last edit to the second (Slack docs: message_changed), so what was read covers that second.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="editedAt">When the words were changed, by Slack's clock; null when never, which is no news.</param>
    public static bool IsNews(TimelineEntry entry, DateTimeOffset? editedAt)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return editedAt is { } edit && (entry.SourceEditedAt is not { } known
            || edit > known.AddTicks(known.Ticks % TimeSpan.TicksPerSecond == 0 ? TimeSpan.TicksPerSecond - 1 : 0));
    }

    /// <summary>The message's words are these now. Null when they are the same, when the edit is no news, or when the entry was redacted.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="text">The words, as Slack mrkdwn.</param>
    /// <param name="editedAt">When they were changed, by Slack's clock; null when never.</param>
    /// <param name="by">Who edited the message.</param>
    /// <param name="at">When we heard.</param>
    public static EntryRevision? Edited(TimelineEntry entry, string text, DateTimeOffset? editedAt, UserId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Text == text || !IsNews(entry, editedAt) || entry.State.HasFlag(EntryState.Redacted)
            ? null
            : new EntryRevision(entry with { Text = text, SourceEditedAt = editedAt }, EntryChange.MessageEdited, by, "", at);
    }

    /// <summary>The message is gone, by whom Slack does not say (Slack docs: message_deleted). Null when that is known already.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="at">When we heard.</param>
    public static EntryRevision? Deleted(TimelineEntry entry, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.State.HasFlag(EntryState.SourceDeleted)
            ? null
            : new EntryRevision(entry with { State = entry.State | EntryState.SourceDeleted }, EntryChange.MessageDeleted, UserId.Unsaid, "", at);
    }
}
