using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

/// <summary>Makes the incident's channel under a name of its own.</summary>
[StoredAs("create-channel")]
internal sealed record CreateChannel(int Number, string Name, int NameAttempt, bool IsPrivate, ReplyTo? ReplyTo) : Effect
{
    public override string Stream => $"incident:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.create"), .. SlackCall.Look(inDoubt, "users.conversations")];

    public override Fact WhenGivenUp(string error) => new ChannelRefused(Number, error, ReplyTo);
}

/// <summary>The channel is there.</summary>
[StoredAs("channel-created")]
internal sealed record ChannelCreatedFact(int Number, string Channel, string Name, ReplyTo? ReplyTo) : Fact;

/// <summary>The name belongs to another channel, perhaps an archived one. It is never adopted.</summary>
[StoredAs("channel-name-taken")]
internal sealed record ChannelNameTaken(int Number, int NameAttempt, ReplyTo? ReplyTo) : Fact;

/// <summary>Slack will not make the channel; a person has to be told.</summary>
[StoredAs("channel-refused")]
internal sealed record ChannelRefused(int Number, string Error, ReplyTo? ReplyTo) : Fact;

/// <summary>
/// Creating has no idempotency key either. When an earlier try is in doubt and the name is taken, it is ours if we made
/// it, we made it since, and no incident has it.
/// </summary>
internal sealed class CreateChannelHandler(ISlackApiClient slack, IDbContextFactory<BotDbContext> contexts) : IEffectHandler<CreateChannel>
{
    private const int MostPages = 20;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(CreateChannel effect, Attempt attempt, CancellationToken ct)
    {
        if (await HasChannelAsync(effect, attempt, ct))
            return [];
        try
        {
            var made = await slack.Conversations.Create(effect.Name, effect.IsPrivate, ct);
            return [Created(effect, made)];
        }
        catch (SlackException taken) when (taken.ErrorCode == "name_taken")
        {
            if (attempt.InDoubt && await FindOursAsync(effect, attempt, ct) is { } ours)
                return [Created(effect, ours)];
            return [new ChannelNameTaken(effect.Number, effect.NameAttempt, effect.ReplyTo)];
        }
    }

    /// <summary>Given up and then tried again by hand, it may come after somebody asked for another one.</summary>
    private async Task<bool> HasChannelAsync(CreateChannel effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Incidents.AnyAsync(row => row.TeamId == attempt.Team && row.Number == effect.Number && row.ChannelId != null, ct);
    }

    private static ChannelCreatedFact Created(CreateChannel effect, Conversation made) =>
        new(effect.Number, made.Id, made.Name ?? effect.Name, effect.ReplyTo);

    private async Task<Conversation?> FindOursAsync(CreateChannel effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var botUser = await db.Workspaces.Where(row => row.TeamId == attempt.Team).Select(row => row.BotUserId).SingleAsync(ct);
        var since = (attempt.FirstAttemptAt - ClocksDiffer).ToUnixTimeSeconds();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var mine = await slack.Users.Conversations(cursor, excludeArchived: true, types: [effect.IsPrivate ? "private_channel" : "public_channel"], cancellationToken: ct);
            if (mine.Channels.FirstOrDefault(c => c.Name == effect.Name && c.Creator == botUser && c.Created >= since) is { } found)
                return await db.Incidents.InChannelAsync(attempt.Team, found.Id, ct) is null ? found : null;
            if ((cursor = mine.NextCursor) is null)
                return null;
        }
        return null;
    }
}

/// <summary>Something besides channel and card could not be done.</summary>
/// <param name="What">What.</param>
/// <param name="Number">For which incident; null where its channel says it.</param>
/// <param name="Channel">In which channel; null where the number says it.</param>
/// <param name="Error">Slack's error code, or ours.</param>
[StoredAs("extra-refused")]
internal sealed record ExtraRefused(Extra What, int? Number, string? Channel, string Error) : Fact;

/// <summary>Something that could not be done before was done now.</summary>
[StoredAs("extra-done")]
internal sealed record ExtraDone(Extra What, int Number) : Fact
{
    public override bool TellsWhoAsked => false;
}

/// <summary>Somebody could not be brought into the channel.</summary>
[StoredAs("invite-refused")]
internal sealed record InviteRefused(string Channel, string User, string Error) : Fact;

/// <summary>Brings people into the incident's channel.</summary>
[StoredAs("invite")]
internal sealed record Invite(string Channel, string User) : SaidInChannel
{
    public override string Stream => $"invite:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.invite")];

    public override string? Into => Channel;

    /// <summary>Where the channel is the reason, nobody there could be told either; once it is back they are invited again.</summary>
    public override Fact WhenGivenUp(string error) => base.WhenGivenUp(error) ?? new InviteRefused(Channel, User, error);
}

internal sealed class InviteHandler(ISlackApiClient slack) : IEffectHandler<Invite>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(Invite effect, Attempt attempt, CancellationToken ct)
    {
        await Once.DoneAlready("already_in_channel", () => slack.Conversations.Invite(effect.Channel, [effect.User], ct));
        return [];
    }
}
