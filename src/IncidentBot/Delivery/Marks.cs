using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>Puts the bot's own emoji on a message: the tick that says <i>it is on the timeline</i>, or the sign that it is not.</summary>
[StoredAs("add-reaction")]
internal sealed record AddReaction(string Channel, string Ts, string Emoji) : Effect
{
    public override string Stream => $"react:{Channel}:{Ts}";
}

internal sealed class AddReactionHandler(ISlackApiClient slack) : IEffectHandler<AddReaction>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(AddReaction effect, Attempt attempt, CancellationToken ct)
    {
        await Once.DoneAlready("already_reacted", () => slack.Reactions.AddToMessage(effect.Emoji, effect.Channel, effect.Ts, ct));
        return [];
    }
}

/// <summary>Pins a message of the bot's own, such as the card.</summary>
[StoredAs("pin-message")]
internal sealed record PinMessage(string Channel, string Ts) : Effect
{
    public override string Stream => $"pin:{Channel}";
}

internal sealed class PinMessageHandler(ISlackApiClient slack) : IEffectHandler<PinMessage>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(PinMessage effect, Attempt attempt, CancellationToken ct)
    {
        await Once.DoneAlready("already_pinned", () => slack.Pins.AddMessage(effect.Channel, effect.Ts, ct));
        return [];
    }
}

/// <summary>For calls that Slack itself does only once.</summary>
internal static class Once
{
    /// <summary>Makes the call; the answer that says it was done before is as good as done.</summary>
    public static async Task DoneAlready(string code, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (SlackException done) when (done.ErrorCode == code)
        {
            // An earlier try did it.
        }
    }
}
