using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>Where an entry came from: what never changes about it, whatever its versions say.</summary>
/// <param name="Author">Who wrote the message or note, where they are a user.</param>
/// <param name="AuthorName">The name of the program that wrote it without being a user, or empty.</param>
/// <param name="Source">The message it was captured from, if it was.</param>
public sealed record EntryOrigin(UserId? Author, string AuthorName, MessageRef? Source)
{
    /// <summary>The origin of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public static EntryOrigin Of(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new EntryOrigin(entry.Author, entry.AuthorName, entry is { Source: { } source, RecordedIn: { } channel } ? source with { Channel = channel } : entry.Source);
    }
}
