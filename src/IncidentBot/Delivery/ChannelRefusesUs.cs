using IncidentBot.Messaging;

namespace IncidentBot.Delivery;

/// <summary>Something could not be said because of what became of the channel, so the event that told of it was missed.</summary>
[StoredAs("channel-refuses-us")]
internal sealed record ChannelRefusesUs(string Channel, string Error) : Fact
{
    /// <summary>Editing says <c>is_inactive</c> where posting says <c>is_archived</c> (Slack docs: chat.update).</summary>
    private static readonly HashSet<string> AboutTheChannel = ["is_archived", "is_inactive", "not_in_channel", "channel_not_found"];

    /// <summary>It is news of the channel; what was not said there its author does not hear by it.</summary>
    public override bool TellsWhoAsked => false;

    /// <summary>What is learned when something is given up with that error; null when it does not concern the channel.</summary>
    public static ChannelRefusesUs? After(string channel, string error) =>
        AboutTheChannel.Contains(error) ? new ChannelRefusesUs(channel, error) : null;
}
