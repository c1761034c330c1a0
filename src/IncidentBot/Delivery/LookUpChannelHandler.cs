using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>A private channel's name is for those who are in it; a line of a timeline is read by others too.</summary>
internal sealed class LookUpChannelHandler(ISlackApiClient slack) : IEffectHandler<LookUpChannel>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(LookUpChannel effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            var channel = await slack.Conversations.Info(effect.Channel, ct);
            return [new ChannelLookedUp(effect.Channel, channel is { IsPrivate: false, IsIm: false, IsMpim: false } ? channel.Name ?? "" : "")];
        }
        catch (SlackException unknown) when (unknown.ErrorCode is "channel_not_found" or "method_not_supported_for_channel_type")
        {
            return [new ChannelLookedUp(effect.Channel, "")];
        }
    }
}
