using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>One line of what happened. Who wrote it and who put it here are kept apart.</summary>
/// <param name="Incident">The incident it belongs to.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">The words, as Slack mrkdwn.</param>
/// <param name="Happened">When it happened.</param>
/// <param name="RecordedAt">When it was put on the timeline.</param>
/// <param name="RecordedBy">Who put it there.</param>
public sealed record TimelineEntry(
    IncidentId Incident,
    EntryKind Kind,
    string Text,
    HappenedAt Happened,
    DateTimeOffset RecordedAt,
    UserId RecordedBy)
{
    /// <summary>Who wrote the message, where it is one and they are a user.</summary>
    public UserId? Author { get; init; }

    /// <summary>The name of the program that wrote it without being a user, or empty.</summary>
    public string AuthorName { get; init; } = "";

    /// <summary>The message it was captured from, if it was.</summary>
    public MessageRef? Source { get; init; }

    /// <summary>The captured message's permanent link, or empty.</summary>
    public string Permalink { get; init; } = "";

    /// <summary>Where the line stands among others: when it happened, or, where nobody knows, when it was recorded.</summary>
    public DateTimeOffset Position => Happened.Instant ?? RecordedAt;
}
