using IncidentBot.Messaging;

namespace IncidentBot.Delivery;

/// <summary>
/// Something done in an incident's channel: not owed while nothing can be done there, and where Slack refuses it for the
/// channel's sake, reason to ask what became of it.
/// </summary>
internal abstract record SaidInChannel : Effect
{
    /// <summary>Which channel; null in what was stored before it was named.</summary>
    public abstract override string? Into { get; }

    public override Fact? WhenGivenUp(string error) => Into is { } channel ? ChannelRefusesUs.After(channel, error) : null;
}
