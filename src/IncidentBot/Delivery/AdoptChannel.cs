using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>Looks whether a channel that is there can become an incident's, and goes in where nobody has to invite.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Title">What is wrong, or empty: then the channel's name says it.</param>
/// <param name="By">Who declares.</param>
/// <param name="At">When they asked.</param>
/// <param name="ReplyTo">Where they are answered.</param>
[StoredAs("adopt-channel")]
internal sealed record AdoptChannel(string Channel, string Title, string By, DateTimeOffset At, ReplyTo? ReplyTo) : Effect
{
    public override string Stream => $"adopt:{Channel}";

    public override bool IsAwaited => true;

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.info"), new("conversations.join")];

    public override Fact WhenGivenUp(string error) => new ChannelNotAdopted(Channel, error, ReplyTo);
}

/// <summary>The bot is in it, and it may become an incident's.</summary>
[StoredAs("channel-adopted")]
internal sealed record ChannelAdopted(string Channel, string Name, bool IsPrivate, string Title, string By, DateTimeOffset At, ReplyTo? ReplyTo) : Fact
{
    /// <summary>What its topic says; or empty.</summary>
    public string Topic { get; init; } = "";
}

/// <summary>It cannot.</summary>
[StoredAs("channel-not-adopted")]
internal sealed record ChannelNotAdopted(string Channel, string Error, ReplyTo? ReplyTo) : Fact;

internal sealed class AdoptChannelHandler(ISlackApiClient slack) : IEffectHandler<AdoptChannel>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(AdoptChannel effect, Attempt attempt, CancellationToken ct)
    {
        var info = await slack.Conversations.Info(effect.Channel, ct);
        var whyNot = info switch
        {
            { IsIm: true } or { IsMpim: true } => "is_conversation",
            { IsArchived: true } => "is_archived",
            { IsPrivate: true, IsMember: false } => "not_in_channel",
            _ => null,
        };
        if (whyNot is not null)
            return [new ChannelNotAdopted(effect.Channel, whyNot, effect.ReplyTo)];
        if (!info.IsMember)
            await slack.Conversations.Join(effect.Channel, ct);
        return [new ChannelAdopted(effect.Channel, info.Name ?? "", info.IsPrivate, effect.Title, effect.By, effect.At, effect.ReplyTo) { Topic = info.Topic }];
    }
}
