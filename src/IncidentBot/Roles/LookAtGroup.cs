using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Roles;

/// <summary>Asks Slack who is in a user group.</summary>
[StoredAs("read-user-group")]
internal sealed record ReadUserGroup(int Number, string Group) : Effect
{
    public override string Stream => $"group:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("usergroups.users.list")];

    public override Fact WhenGivenUp(string error) => new UserGroupRead(Number, [], error);
}

/// <summary>Who is in it, in the order Slack has them; or Slack's word for why it does not say.</summary>
[StoredAs("user-group-read")]
internal sealed record UserGroupRead(int Number, IReadOnlyList<string> Users, string Trouble) : Fact;

/// <summary>Asks Slack whether somebody is there to be asked.</summary>
[StoredAs("look-at-candidate")]
internal sealed record LookAtCandidate(int Number, string User) : Effect
{
    public override string Stream => $"group:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("users.info"), new("users.getPresence")];

    public override Fact WhenGivenUp(string error) => new CandidateSeen(Number, User, IsThere: false, null);
}

/// <summary>Whether they are there: a person, with an account that is open, and not away; in which zone, and whether they are external.</summary>
[StoredAs("candidate-seen")]
internal sealed record CandidateSeen(int Number, string User, bool IsThere, string? TimeZone, bool IsExternal = false) : Fact;

/// <summary>Asks Slack both.</summary>
internal sealed class LookAtGroupHandlers(ISlackApiClient slack) : IEffectHandler<ReadUserGroup>, IEffectHandler<LookAtCandidate>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadUserGroup effect, Attempt attempt, CancellationToken ct) =>
        [new UserGroupRead(effect.Number, await slack.UserGroups.ListUsers(effect.Group, ct), "")];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(LookAtCandidate effect, Attempt attempt, CancellationToken ct)
    {
        var user = await slack.Users.Info(effect.User, cancellationToken: ct);
        var isThere = user is { Deleted: false, IsBot: false } && await slack.Users.GetPresence(effect.User, ct) == "active";
        return [new CandidateSeen(effect.Number, effect.User, isThere, user.Tz, user.IsExternalTo(attempt.Team))];
    }
}
