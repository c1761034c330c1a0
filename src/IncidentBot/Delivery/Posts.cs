using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>Says something in a channel, once, as it was rendered in the turn.</summary>
[StoredAs("post-message")]
internal sealed record PostMessage(string Channel, string? ThreadTs, MessageContent Content) : SaidInChannel, IPost
{
    public override string Stream => $"post:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) =>
        [SlackCall.Post(Channel), .. SlackCall.Look(inDoubt, ThreadTs is null ? "conversations.history" : "conversations.replies")];

    public override string? Into => Channel;

    /// <summary>Whether command is offered with it: people answer it there, whatever is redacted of the rest.</summary>
    public bool IsOffer { get; init; }

    MessageContent? IPost.StillNeeded => IsOffer ? Content : null;

    /// <summary>Which update it tells people, where it does: the message is corrected with it.</summary>
    public UpdateTold? Tells { get; init; }
}

/// <summary>An update, by its incident and when it was told, which is no other's moment.</summary>
internal sealed record UpdateTold(int Number, DateTimeOffset At);

/// <summary>An update stands in its channel.</summary>
[StoredAs("update-stands")]
internal sealed record UpdateStands(int Number, DateTimeOffset At, string Channel, string Ts) : Fact;

internal sealed class PostMessageHandler(Postbox postbox) : IEffectHandler<PostMessage>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(PostMessage effect, Attempt attempt, CancellationToken ct)
    {
        var ts = await postbox.PostAsync(effect.Channel, effect.Content, effect.ThreadTs, attempt, ct);
        return effect.Tells is { } update ? [new UpdateStands(update.Number, update.At, effect.Channel, ts)] : [];
    }
}

/// <summary>Corrects a message of ours in a channel, behind whatever else is still to be said there.</summary>
[StoredAs("correct-post")]
internal sealed record CorrectPost(string Channel, string Ts, MessageContent Content) : SaidInChannel, IEdit
{
    public override string Stream => $"post:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("chat.update")];

    public override string? Into => Channel;
}

internal sealed class CorrectPostHandler(ISlackApiClient slack, ExternalLabels labels) : IEffectHandler<CorrectPost>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(CorrectPost effect, Attempt attempt, CancellationToken ct)
    {
        var content = await labels.OnAsync(effect.Content, attempt.Team, ct);
        var update = new MessageUpdate { ChannelId = effect.Channel, Ts = effect.Ts, Text = content.Text, Blocks = content.Blocks };
        await Once.DoneAlready("message_not_found", () => slack.Chat.Update(update, ct));
        return [];
    }
}

/// <summary>Writes to a person directly, once.</summary>
[StoredAs("direct-message")]
internal sealed record DirectMessage(string User, MessageContent Content) : Effect
{
    /// <summary>Who hears it instead when this person cannot be written to, the first first.</summary>
    public IReadOnlyList<string> Else { get; init; } = [];

    /// <summary>The incident whose review it is about, where this person owes it.</summary>
    public int? ReviewOf { get; init; }

    /// <summary>Whose reminder it is, where they hear it in somebody's place.</summary>
    public InPlaceOf? InPlaceOf { get; init; }

    /// <summary>Whether they only asked to hear of it: whoever caused it need not know that it could not be said.</summary>
    public bool IsNotice { get; init; }

    public override bool IsMissed => !IsNotice;

    public override string Stream => $"dm:{User}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) =>
        [new("conversations.open"), SlackCall.Post(User), .. SlackCall.Look(inDoubt, "conversations.history")];

    public override Fact? WhenGivenUp(string error) =>
        Else.Count > 0 || ReviewOf is not null || InPlaceOf is not null ? new PersonNotReached(User, error, Content) { Else = Else, ReviewOf = ReviewOf, InPlaceOf = InPlaceOf } : null;
}

/// <summary>Whose reminder somebody hears in their place, and which one it is.</summary>
internal sealed record InPlaceOf(string User, int Number, string Kind, string Subject);

/// <summary>Somebody could not be written to, and it matters.</summary>
[StoredAs("person-not-reached")]
internal sealed record PersonNotReached(string User, string Error, MessageContent Content) : Fact
{
    public IReadOnlyList<string> Else { get; init; } = [];

    public int? ReviewOf { get; init; }

    public InPlaceOf? InPlaceOf { get; init; }
}

internal sealed class DirectMessageHandler(Postbox postbox, ISlackApiClient slack) : IEffectHandler<DirectMessage>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(DirectMessage effect, Attempt attempt, CancellationToken ct)
    {
        var conversation = await slack.Conversations.Open([effect.User], ct);
        await postbox.PostAsync(conversation, effect.Content, null, attempt, ct);
        return [];
    }
}
