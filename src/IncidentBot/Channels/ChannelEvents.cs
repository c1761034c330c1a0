using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Timeline;

namespace IncidentBot.Channels;

/// <summary>Something happened to a channel; most channels are no incident's.</summary>
internal abstract class ChannelHandler<TEvent> : SlackEventHandler<TEvent>
    where TEvent : Event
{
    /// <summary>Private channels have names of their own (Slack docs: Event types reference, group_archive and its like).</summary>
    public sealed override IReadOnlyList<string> Subscriptions =>
        [.. base.Subscriptions, .. base.Subscriptions.Where(name => name.StartsWith("channel_", StringComparison.Ordinal)).Select(name => $"group_{name[8..]}")];

    protected sealed override async Task HandleAsync(TEvent slackEvent, Turn turn, CancellationToken ct)
    {
        if (!Concerns(slackEvent, turn))
            return;
        if (turn.Here is { } here && await turn.InChannelAsync(here.Value, ct) is { } incident)
            ChannelNews.Hear(incident, Word(incident, slackEvent, Seen.At(slackEvent, turn)), turn);
        else
            turn.Ignore("no incident's channel");
    }

    protected virtual bool Concerns(TEvent slackEvent, Turn turn) => true;

    /// <summary>What it says of the incident's channel.</summary>
    protected abstract ChannelWord Word(Incident incident, TEvent slackEvent, DateTimeOffset at);

    protected static UserId Who(string? user) => string.IsNullOrEmpty(user) ? UserId.Unsaid : new UserId(user);
}

internal sealed class WasArchived : ChannelHandler<ChannelArchive>
{
    protected override ChannelWord Word(Incident incident, ChannelArchive slackEvent, DateTimeOffset at) => ChannelArchiving.Archived(incident, Who(slackEvent.User), at);
}

internal sealed class WasUnarchived : ChannelHandler<ChannelUnarchive>
{
    protected override ChannelWord Word(Incident incident, ChannelUnarchive slackEvent, DateTimeOffset at) => ChannelArchiving.Unarchived(incident, Who(slackEvent.User ?? slackEvent.ActorId), at);
}

internal sealed class WasRenamed : ChannelHandler<ChannelRename>
{
    protected override ChannelWord Word(Incident incident, ChannelRename slackEvent, DateTimeOffset at) => IncidentChannel.Renamed(incident, slackEvent.Channel.Name, UserId.Unsaid, at);
}

internal sealed class WasDeleted : ChannelHandler<ChannelDeleted>
{
    protected override ChannelWord Word(Incident incident, ChannelDeleted slackEvent, DateTimeOffset at) => IncidentChannel.Deleted(incident, Who(slackEvent.ActorId), at);
}

/// <summary>Slack says it twice, in either order: once as everybody's leaving, once as ours.</summary>
internal sealed class WeLeft : ChannelHandler<ChannelLeft>
{
    protected override ChannelWord Word(Incident incident, ChannelLeft slackEvent, DateTimeOffset at) => BotPresence.Removed(incident, Who(slackEvent.ActorId), at);
}

internal sealed class SomebodyLeft : ChannelHandler<MemberLeftChannel>
{
    protected override bool Concerns(MemberLeftChannel slackEvent, Turn turn) => slackEvent.User == turn.Workspace.BotUserId;

    protected override ChannelWord Word(Incident incident, MemberLeftChannel slackEvent, DateTimeOffset at) => BotPresence.Removed(incident, UserId.Unsaid, at);
}

internal sealed class SomebodyJoined : ChannelHandler<MemberJoinedChannel>
{
    protected override bool Concerns(MemberJoinedChannel slackEvent, Turn turn) => slackEvent.User == turn.Workspace.BotUserId;

    protected override ChannelWord Word(Incident incident, MemberJoinedChannel slackEvent, DateTimeOffset at) => BotPresence.BroughtBack(incident, Who(slackEvent.Inviter), at);
}
