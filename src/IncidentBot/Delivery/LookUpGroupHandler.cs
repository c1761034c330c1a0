using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>Asks once: somebody waits to hear whether they may, and an answer that they cannot be told is better than none.</summary>
internal sealed class LookUpGroupHandler(ISlackApiClient slack, ILogger<LookUpGroupHandler> log) : IEffectHandler<LookUpGroup>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(LookUpGroup effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            return [new GroupLookedUp(effect.Group, await slack.UserGroups.ListUsers(effect.Group, ct), "")];
        }
        catch (SlackUnreachableException)
        {
            return [new GroupLookedUp(effect.Group, [], Replies.Unreachable)];
        }
        catch (SlackException no) when (no is not SlackRateLimitException)
        {
            log.LogWarning("Slack does not say who is in {Group}: {Error}", effect.Group, no.ErrorCode);
            return [new GroupLookedUp(effect.Group, [], no.ErrorCode)];
        }
    }
}
