using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

/// <summary>Tells of an incident elsewhere than in its channel; nothing of what became private meanwhile. Where it stands is remembered, so that it can be taken back.</summary>
[StoredAs("post-elsewhere")]
internal sealed record PostElsewhere(int Number, string Channel, MessageContent Content) : Effect, IPost
{
    string? IPost.ThreadTs => null;

    public override string Stream => $"post:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [SlackCall.Post(Channel), .. SlackCall.Look(inDoubt, "conversations.history")];

    public override string? Into => Channel;
}

/// <summary>It stands there.</summary>
[StoredAs("posted-elsewhere")]
internal sealed record PostedElsewhere(int Number, string Channel, string Ts) : Fact;

/// <summary>Takes the words out of what was said elsewhere: the incident became private.</summary>
[StoredAs("take-back-post")]
internal sealed record TakeBackPost(int Number, string Channel, string Ts, MessageContent Instead) : Effect
{
    public override string Stream => $"take-back:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("chat.update")];

    public override Fact WhenGivenUp(string error) => new PostElsewhereStays(Number, Channel, Ts, error);
}

/// <summary>Slack did not let us take it back.</summary>
[StoredAs("post-elsewhere-stays")]
internal sealed record PostElsewhereStays(int Number, string Channel, string Ts, string Error) : Fact;

/// <summary>Posts about incidents in places where not everybody may know of the private ones.</summary>
internal sealed class Elsewhere(IDbContextFactory<BotDbContext> contexts, Postbox postbox)
{
    /// <summary>The ts of the post; null where nothing stands there, because the incident is private. An earlier try in doubt may have said it before.</summary>
    public async Task<string?> PostAsync(int number, string channel, MessageContent content, Attempt attempt, CancellationToken ct)
    {
        if (!await IsPrivateAsync(attempt.Team, number, channel, ct))
            return await postbox.PostAsync(channel, content, null, attempt, ct);
        return attempt.InDoubt ? await postbox.LookAsync(channel, null, attempt, ct) : null;
    }

    /// <summary>In its own channel it is no secret.</summary>
    private async Task<bool> IsPrivateAsync(string team, int number, string channel, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Incidents.AnyAsync(row => row.TeamId == team && row.Number == number && row.IsPrivate && row.ChannelId != channel, ct);
    }
}

internal sealed class PostElsewhereHandler(Elsewhere elsewhere) : IEffectHandler<PostElsewhere>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(PostElsewhere effect, Attempt attempt, CancellationToken ct) =>
        await elsewhere.PostAsync(effect.Number, effect.Channel, effect.Content, attempt, ct) is { } ts ? [new PostedElsewhere(effect.Number, effect.Channel, ts)] : [];
}

internal sealed class TakeBackPostHandler(ISlackApiClient slack) : IEffectHandler<TakeBackPost>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(TakeBackPost effect, Attempt attempt, CancellationToken ct)
    {
        var update = new MessageUpdate { ChannelId = effect.Channel, Ts = effect.Ts, Text = effect.Instead.Text, Blocks = effect.Instead.Blocks };
        await Once.DoneAlready("message_not_found", () => slack.Chat.Update(update, ct));
        return [];
    }
}
