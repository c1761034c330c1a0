using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>
/// By Slack's way back while it is open, else as an ephemeral message where the person is, else as a direct message. The
/// first two may be heard twice after a crash; a direct message stays, so it is looked for first.
/// </summary>
internal sealed class AnswerHandler(ISlackApiClient slack, Postbox postbox, ExternalLabels labels, TimeProvider clock) : IEffectHandler<Answer>
{
    /// <summary>Where an ephemeral message cannot go: then the person is written to directly.</summary>
    private static readonly HashSet<string> NotThere = ["user_not_in_channel", "not_in_channel", "channel_not_found", "is_archived", "messages_tab_disabled"];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(Answer effect, Attempt attempt, CancellationToken ct)
    {
        var (to, said, _) = effect;
        var content = await labels.OnAsync(said, attempt.Team, ct);
        if (to.OpenUrl(clock.GetUtcNow()) is { } url && await RespondAsync(url, to, content, ct))
            return [];
        try
        {
            if (to.Channel is { } channel)
            {
                await slack.Chat.PostEphemeral(to.User, new OutgoingMessage { Channel = channel, Text = content.Text, Blocks = content.BlocksOrNone }, ct);
                return [];
            }
        }
        catch (SlackException no) when (NotThere.Contains(no.ErrorCode))
        {
            // Falls through to the direct message.
        }
        await postbox.PostAsync(await slack.Conversations.Open([to.User], ct), content, null, attempt, ct);
        return [];
    }

    private async Task<bool> RespondAsync(string url, ReplyTo to, MessageContent content, CancellationToken ct)
    {
        try
        {
            await slack.Respond(url, new ResponseMessage { Text = content.Text, Blocks = content.BlocksOrNone, ReplaceOriginal = to.InPlace }, ct);
            return true;
        }
        catch (SlackException no) when (!no.IsTransient && no is not SlackRateLimitException)
        {
            return false;
        }
        catch (ArgumentException notSlacks) when (notSlacks.ParamName == "responseUrl")
        {
            // An address that does not lead to Slack is never written to; the answer takes another way.
            return false;
        }
    }
}
