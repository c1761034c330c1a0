using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;

namespace IncidentBot.Timeline;

/// <summary>That very message, with its words as Slack has them.</summary>
[StoredAs("message-read")]
internal sealed record MessageRead(int Number, string Channel, string Ts, string? ThreadTs, Writer Writer, string Text) : Fact
{
    /// <summary>When its words were last changed, by Slack's clock; null when never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Its files; null when it has none.</summary>
    public IReadOnlyList<EntryFile>? Files { get; init; }
}
