using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>Puts the bot's own emoji on a message: the tick that says <i>it is on the timeline</i>, or the sign that it is not.</summary>
[StoredAs("add-reaction")]
internal sealed record AddReaction(string Channel, string Ts, string Emoji) : SaidInChannel
{
    public override string Stream => $"react:{Channel}:{Ts}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("reactions.add")];

    public override string? Into => Channel;
}

internal sealed class AddReactionHandler(ISlackApiClient slack) : IEffectHandler<AddReaction>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(AddReaction effect, Attempt attempt, CancellationToken ct)
    {
        await Once.DoneAlready(["already_reacted", "message_not_found"], () => slack.Reactions.AddToMessage(effect.Emoji, effect.Channel, effect.Ts, ct));
        return [];
    }
}

/// <summary>Takes the bot's own emoji off a message again.</summary>
[StoredAs("remove-reaction")]
internal sealed record RemoveReaction(string Channel, string Ts, string Emoji) : SaidInChannel
{
    public override string Stream => $"react:{Channel}:{Ts}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("reactions.remove")];

    public override string? Into => Channel;
}

internal sealed class RemoveReactionHandler(ISlackApiClient slack) : IEffectHandler<RemoveReaction>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(RemoveReaction effect, Attempt attempt, CancellationToken ct)
    {
        await Once.DoneAlready(["no_reaction", "message_not_found"], () => slack.Reactions.RemoveFromMessage(effect.Emoji, effect.Channel, effect.Ts, ct));
        return [];
    }
}

/// <summary>Pins a message of the bot's own, such as the card.</summary>
[StoredAs("pin-message")]
internal sealed record PinMessage(string Channel, string Ts) : SaidInChannel
{
    public override string Stream => $"pin:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("pins.add")];

    public override string? Into => Channel;

    public override Fact WhenGivenUp(string error) => base.WhenGivenUp(error) ?? new ExtraRefused(Extra.Pin, null, Channel, error);
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
    public static Task DoneAlready(string code, Func<Task> call) => DoneAlready([code], call);

    /// <summary>Makes the call; an answer that says it was done before, or that there is nothing left to do it on, is as good as done.</summary>
    public static async Task DoneAlready(string[] codes, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (SlackException done) when (codes.Contains(done.ErrorCode))
        {
            // An earlier try did it, or the message is gone.
        }
    }
}
