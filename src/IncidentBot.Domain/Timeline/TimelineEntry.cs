using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>An entry of any incident of the same workspace.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="Entry">The entry's number within it.</param>
public sealed record EntryRef(int Incident, int Entry);

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

    /// <summary>The channel its message was in when it was recorded; null where it still is. The chain keeps it: channels may get other ids.</summary>
    public ChannelId? RecordedIn { get; init; }

    /// <summary>The entry it was first, where another incident turned out to be this one; null where it was made here.</summary>
    public EntryRef? CopiedFrom { get; init; }

    /// <summary>The captured message's permanent link, or empty.</summary>
    public string Permalink { get; init; } = "";

    /// <summary>What people call it by: its number within the incident, from 1; 0 until it is kept.</summary>
    public int Number { get; init; }

    /// <summary>How often it has been recorded or changed; the number of its last version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether it stands on the timeline.</summary>
    public EntryState State { get; init; }

    /// <summary>Those whose emoji, pin or menu choice holds a captured message here, in the order they came. Empty for notes and facts.</summary>
    public Capturers Capturers { get; init; } = Capturers.Nobody;

    /// <summary>When the words of a captured message were last changed in Slack, by Slack's clock; empty when never. An older change that comes late changes nothing.</summary>
    public DateTimeOffset? SourceEditedAt { get; init; }

    /// <summary>The files of the message it was captured from.</summary>
    public EntryFiles Files { get; init; } = EntryFiles.None;

    /// <summary>Whether the incident itself wrote it, as an event happened: nobody's words, and nobody's to change.</summary>
    public bool IsFact => Author is null && AuthorName.Length == 0;

    /// <summary>Where the line stands among others: when it happened, or, where nobody knows, when it was recorded.</summary>
    public DateTimeOffset Position => Happened.Instant ?? RecordedAt;
}
