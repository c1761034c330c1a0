using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>Edits the post in place. One that is gone, or that we can no longer reach, needs nothing.</summary>
internal sealed class BlackenPostHandler(ISlackApiClient slack, Postbox postbox) : IEffectHandler<BlackenPost>
{
    private const string Blackened = "⬛ _redacted_";
    private static readonly HashSet<string> Gone = ["message_not_found", "channel_not_found", "not_in_channel", "thread_not_found", "is_archived"];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(BlackenPost effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            if (await postbox.FindAsync(effect.Channel, effect.ThreadTs, attempt with { EffectId = effect.Posted, FirstAttemptAt = effect.PostedAt }, ct) is { } ts)
                await slack.Chat.Update(new MessageUpdate { ChannelId = effect.Channel, Ts = ts, Text = Blackened, Blocks = [] }, ct);
        }
        catch (SlackException no) when (Gone.Contains(no.ErrorCode))
        {
            // Nobody can read it there any more, or only they who archived it.
        }
        return [];
    }
}
