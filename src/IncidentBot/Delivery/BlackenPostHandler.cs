using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>Edits the post in place. One that is gone needs nothing; whatever else keeps us from it, whoever redacted hears of.</summary>
internal sealed class BlackenPostHandler(ISlackApiClient slack, Postbox postbox, ExternalLabels labels) : IEffectHandler<BlackenPost>
{
    private const string Blackened = "⬛ _redacted_";
    private static readonly HashSet<string> Gone = ["message_not_found", "thread_not_found"];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(BlackenPost effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            var search = effect.Ts is { } known ? new PostSearch(known, IsWhole: true) : await postbox.SearchAsync(effect.Channel, effect.ThreadTs, effect.Posted, effect.PostedAt, effect.DoneAt, ct);
            if (search.Ts is { } ts)
                await slack.Chat.Update(await UpdateAsync(effect, ts, attempt.Team, ct), ct);
            else if (!search.IsWhole)
                throw new SlackException("conversations.history", "too_many_messages");
        }
        catch (SlackException no) when (Gone.Contains(no.ErrorCode))
        {
            // It was deleted: nobody reads it there any more.
        }
        return [];
    }

    private async Task<MessageUpdate> UpdateAsync(BlackenPost effect, string ts, string team, CancellationToken ct)
    {
        if (effect.Instead is not { } rest)
            return new MessageUpdate { ChannelId = effect.Channel, Ts = ts, Text = Blackened, Blocks = [] };
        var content = await labels.OnAsync(rest, team, ct);
        return new MessageUpdate { ChannelId = effect.Channel, Ts = ts, Text = Mrkdwn.Truncate(content.Text, BlockLimits.UpdateTextMax), Blocks = content.Blocks };
    }
}
