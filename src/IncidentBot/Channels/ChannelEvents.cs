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
            turn.Ignore("not about us");
        else if (turn.Here is { } here && await turn.InChannelAsync(here.Value, ct) is { } incident)
            Apply(incident, slackEvent, turn);
        else
            turn.Ignore("no incident's channel");
    }

    protected virtual bool Concerns(TEvent slackEvent, Turn turn) => true;

    protected abstract void Apply(Incident incident, TEvent slackEvent, Turn turn);

    protected static UserId? Who(string? user) => string.IsNullOrEmpty(user) ? null : new UserId(user);
}

internal sealed class WasArchived : ChannelHandler<ChannelArchive>
{
    protected override void Apply(Incident incident, ChannelArchive slackEvent, Turn turn) => ChannelNews.Archived(incident, Who(slackEvent.User), Seen.At(slackEvent, turn), turn);
}

internal sealed class WasUnarchived : ChannelHandler<ChannelUnarchive>
{
    protected override void Apply(Incident incident, ChannelUnarchive slackEvent, Turn turn) => ChannelNews.Reopened(incident, Who(slackEvent.User ?? slackEvent.ActorId), Seen.At(slackEvent, turn), turn);
}

internal sealed class WasRenamed : ChannelHandler<ChannelRename>
{
    protected override void Apply(Incident incident, ChannelRename slackEvent, Turn turn) => ChannelNews.Renamed(incident, slackEvent.Channel.Name, null, Seen.At(slackEvent, turn), turn);
}

internal sealed class WasDeleted : ChannelHandler<ChannelDeleted>
{
    protected override void Apply(Incident incident, ChannelDeleted slackEvent, Turn turn) => ChannelNews.Deleted(incident, Who(slackEvent.ActorId), turn);
}

/// <summary>Slack says it twice, in either order: once as everybody's leaving, once as ours.</summary>
internal sealed class WeLeft : ChannelHandler<ChannelLeft>
{
    protected override void Apply(Incident incident, ChannelLeft slackEvent, Turn turn) => ChannelNews.BotRemoved(incident, Who(slackEvent.ActorId), Seen.At(slackEvent, turn), turn);
}

internal sealed class SomebodyLeft : ChannelHandler<MemberLeftChannel>
{
    protected override bool Concerns(MemberLeftChannel slackEvent, Turn turn) => slackEvent.User == turn.Workspace.BotUserId;

    protected override void Apply(Incident incident, MemberLeftChannel slackEvent, Turn turn) => ChannelNews.BotRemoved(incident, null, Seen.At(slackEvent, turn), turn);
}

internal sealed class SomebodyJoined : ChannelHandler<MemberJoinedChannel>
{
    protected override bool Concerns(MemberJoinedChannel slackEvent, Turn turn) => slackEvent.User == turn.Workspace.BotUserId;

    protected override void Apply(Incident incident, MemberJoinedChannel slackEvent, Turn turn) => ChannelNews.Reopened(incident, Who(slackEvent.Inviter), Seen.At(slackEvent, turn), turn);
}
