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
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    /// <summary>What was learned of the channel.</summary>
    public IReadOnlyList<ChannelChange> Channel { get; init; } = [];

    /// <summary>What was decided from elsewhere while the bot was outside the channel.</summary>
    public IReadOnlyList<Matter> Decided { get; init; } = [];

    /// <summary>When, as far as Slack tells, what was put right was not yet so at the earliest: messages are not captured, nor edited, before they are.</summary>
    public IReadOnlyList<DateTimeOffset> NotBefore { get; init; } = [];

    /// <summary>When something was done, where Slack tells exactly.</summary>
    public IReadOnlyList<DateTimeOffset> At { get; init; } = [];

    /// <summary>Whether all of it can be of that time, as far as anybody knows. Slack's clock and ours may differ a little.</summary>
    public bool IsWithin(DateTimeOffset from, DateTimeOffset until) =>
        At.All(at => at >= from - ClocksDiffer && at <= until + ClocksDiffer) && NotBefore.All(at => at <= until + ClocksDiffer);

    /// <summary>What stands on the card and was not carried out.</summary>
    public IReadOnlyList<UnheardEmoji> Unheard { get; init; } = [];

    public bool IsNothing => this is { Added: 0, Withdrawn: 0, Edited: 0, Deleted: 0, Unread: 0, Channel.Count: 0, Decided.Count: 0, Unheard.Count: 0 };
}
