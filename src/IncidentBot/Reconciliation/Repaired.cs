using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Timeline;

namespace IncidentBot.Reconciliation;

/// <summary>What became of the channel itself while nobody told us.</summary>
internal enum ChannelChange
{
    Renamed,
    Archived,
    Unarchived,
    MadePrivate,
}

/// <summary>An emoji on the card that never reached us, and the command it stands for.</summary>
internal sealed record UnheardEmoji(Capture Emoji, CommandLine Line);

/// <summary>How many things were put right, and what else is news, for the one line that says so.</summary>
internal sealed record Repaired(int Added, int Withdrawn, int Edited, int Deleted, int Unread)
{
    /// <summary>What was learned of the channel.</summary>
    public IReadOnlyList<ChannelChange> Channel { get; init; } = [];

    /// <summary>What was decided from elsewhere while the bot was outside the channel.</summary>
    public IReadOnlyList<Matter> Decided { get; init; } = [];

    /// <summary>What stands on the card and was not carried out.</summary>
    public IReadOnlyList<UnheardEmoji> Unheard { get; init; } = [];

    public bool IsNothing => this is { Added: 0, Withdrawn: 0, Edited: 0, Deleted: 0, Unread: 0, Channel.Count: 0, Decided.Count: 0, Unheard.Count: 0 };
}
