using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>
/// Who corrects an entry, why and when. What people wrote can be corrected by anybody, because every version stays; what the
/// incident itself wrote can only be hidden.
/// </summary>
/// <param name="By">Who.</param>
/// <param name="Why">Why, in their words, or empty.</param>
/// <param name="At">When.</param>
public sealed record Correction(UserId By, string Why, DateTimeOffset At)
{
    /// <summary>Other words.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="text">The new words, as Slack mrkdwn.</param>
    public EntryDecision Reword(TimelineEntry entry, string text)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.State.HasFlag(EntryState.Redacted))
            return new EntryDecision.Refused(new RedactedStaysRedacted(entry.Number));
        if (entry.State.HasFlag(EntryState.SourceDeleted))
            return new EntryDecision.Refused(new MessageDeletedSaysOnlyThat(entry.Number));
        return string.IsNullOrWhiteSpace(text)
            ? new EntryDecision.Refused(new EntryTextMissing(entry.Number))
            : Change(entry, entry with { Text = text }, EntryChange.Reworded);
    }

    /// <summary>Another kind.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="kind">What it is about.</param>
    public EntryDecision Rekind(TimelineEntry entry, EntryKind kind)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Change(entry, entry with { Kind = kind }, EntryChange.Rekinded);
    }

    /// <summary>Another time.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="happened">When it happened.</param>
    public EntryDecision Retime(TimelineEntry entry, HappenedAt happened)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Change(entry, entry with { Happened = happened }, EntryChange.Retimed);
    }

    /// <summary>Off the timeline; the history keeps it.</summary>
    /// <param name="entry">The entry.</param>
    public EntryDecision Hide(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Settle(entry, entry with { State = entry.State | EntryState.Hidden }, EntryChange.Hidden);
    }

    /// <summary>Back on the timeline, where somebody hid it.</summary>
    /// <param name="entry">The entry.</param>
    public EntryDecision Show(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.State.HasFlag(EntryState.Withdrawn) && !entry.State.HasFlag(EntryState.Hidden)
            ? new EntryDecision.Refused(new WithdrawnNotHidden(entry.Number))
            : Settle(entry, entry with { State = entry.State & ~EntryState.Hidden }, EntryChange.Shown);
    }

    /// <summary>As it was before the last correction.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="undone">What the last correction was.</param>
    /// <param name="before">The version before it.</param>
    /// <param name="wasKindChosen">Whether somebody had chosen before that what the entry is about; else nobody has, once it is undone.</param>
    public EntryDecision Undo(TimelineEntry entry, EntryChange undone, EntryVersion before, bool wasKindChosen)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(before);
        return undone switch
        {
            EntryChange.Reworded or EntryChange.MessageEdited => Reword(entry, before.Text),
            EntryChange.Rekinded when !wasKindChosen => Change(entry, entry with { Kind = before.Kind }, EntryChange.KindGivenBack),
            EntryChange.Rekinded or EntryChange.KindGivenBack => Rekind(entry, before.Kind),
            EntryChange.Retimed => Retime(entry, before.Happened),
            EntryChange.Hidden => Show(entry),
            EntryChange.Shown => Hide(entry),
            _ => new EntryDecision.Refused(new EntryCorrectedSince(entry.Number)),
        };
    }

    private EntryDecision Change(TimelineEntry before, TimelineEntry after, EntryChange change) =>
        before.IsFact ? new EntryDecision.Refused(new FactsStayAsTheyAre(before.Number)) : Settle(before, after, change);

    private EntryDecision Settle(TimelineEntry before, TimelineEntry after, EntryChange change) => before == after
        ? new EntryDecision.Refused(new NothingToChange(before.Number, change))
        : new EntryDecision.Accepted(new EntryRevision(after, change, By, Why, At));
}
