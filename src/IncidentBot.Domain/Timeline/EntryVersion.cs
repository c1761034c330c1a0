using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>One entry as one change left it. Versions are only ever added; the last one is the entry as it stands.</summary>
/// <param name="Incident">The incident it belongs to.</param>
/// <param name="Entry">The entry's number within the incident, from 1.</param>
/// <param name="Number">The version's number within the entry, from 1.</param>
/// <param name="Change">What made it.</param>
/// <param name="Kind">What the entry is about.</param>
/// <param name="Text">Its words, as Slack mrkdwn.</param>
/// <param name="Happened">When it happened.</param>
/// <param name="State">Whether it stands on the timeline.</param>
/// <param name="By">Who made the change; the bot where nobody else did; unsaid where Slack does not say.</param>
/// <param name="Why">Why, in their words, or empty.</param>
/// <param name="RecordedAt">When the change was recorded.</param>
public sealed record EntryVersion(
    IncidentId Incident,
    int Entry,
    int Number,
    EntryChange Change,
    EntryKind Kind,
    string Text,
    HappenedAt Happened,
    EntryState State,
    UserId By,
    string Why,
    DateTimeOffset RecordedAt)
{
    /// <summary>The files of its message, and what became of their copies.</summary>
    public EntryFiles Files { get; init; } = EntryFiles.None;

    /// <summary>Its place among all versions of the incident, from 1 without gaps; 0 until it is kept.</summary>
    public int Sequence { get; init; }

    /// <summary>The version a change makes of the entry as it is after it.</summary>
    /// <param name="after">The entry afterwards, with its new version number.</param>
    /// <param name="change">What made it.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why, or empty.</param>
    /// <param name="at">When it was recorded.</param>
    public static EntryVersion Of(TimelineEntry after, EntryChange change, UserId by, string why, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new EntryVersion(after.Incident, after.Number, after.Version, change, after.Kind, after.Text, after.Happened, after.State, by, why, at)
        {
            Files = after.Files,
        };
    }
}
