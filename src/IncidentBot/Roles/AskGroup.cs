using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

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

/// <summary>Whether they are there: a person, with an account that is open, and not away; and in which zone.</summary>
[StoredAs("candidate-seen")]
internal sealed record CandidateSeen(int Number, string User, bool IsThere, string? TimeZone) : Fact;

internal sealed class AskGroupHandlers(ISlackApiClient slack) : IEffectHandler<ReadUserGroup>, IEffectHandler<LookAtCandidate>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadUserGroup effect, Attempt attempt, CancellationToken ct) =>
        [new UserGroupRead(effect.Number, await slack.UserGroups.ListUsers(effect.Group, ct), "")];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(LookAtCandidate effect, Attempt attempt, CancellationToken ct)
    {
        var user = await slack.Users.Info(effect.User, ct);
        var isThere = user is { Deleted: false, IsBot: false } && await slack.Users.GetPresence(effect.User, ct) == "active";
        return [new CandidateSeen(effect.Number, effect.User, isThere, user.Tz)];
    }
}

/// <summary>
/// Offers command to the people of the configured group in turn. Each step is a wish of the incident's state, so that it
/// goes on wherever it was when the bot stopped, and ends as soon as somebody commands.
/// </summary>
internal sealed class AskGroup : IIncidentReminder, IFactHandler<UserGroupRead>, IFactHandler<CandidateSeen>
{
    /// <summary>Of a larger group the others are not asked: by then somebody else has to decide.</summary>
    private const int Most = 30;

    public string Kind => ReminderKinds.AskGroup;

    public DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now) =>
        AskingAGroup.IsDue(incident, options.Commander.Group) ? incident.Search?.Since ?? incident.DeclaredAt : null;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(due.Number, ct) is not { } incident || !AskingAGroup.IsDue(incident, turn.Options.Commander.Group))
        {
            turn.RemindAt(due.Number, Kind, due.Subject, null);
            turn.Ignore("nobody is to be asked");
            return;
        }
        var next = incident.Search is null ? Begin(incident, turn) : incident.Search.Left.People is [var person, ..] ? Look(incident, person, turn) : End(incident, "", turn);
        turn.RemindNext(next, Kind);
    }

    public async Task HearAsync(UserGroupRead fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { Search: { IsLooking: true, IsOver: false } } incident)
        {
            turn.Ignore("nobody is to be asked");
            return;
        }
        if (fact.Trouble.Length > 0)
        {
            End(incident, fact.Trouble, turn);
            return;
        }
        var last = turn.Workspace.LastAsked is { } asked ? new UserId(asked) : default(UserId?);
        var people = Roster.Of(Roster.Of(fact.Users.Select(user => new UserId(user))).After(last).People.Take(Most));
        turn.Keep(AskingAGroup.Known(incident, people));
        turn.Noted("group known");
    }

    public async Task HearAsync(CandidateSeen fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { Search: { IsLooking: true } search } incident || search.Left.People is not [var next, ..] || next.Value != fact.User)
        {
            turn.Ignore("nobody is to be asked");
            return;
        }
        var past = AskingAGroup.PastTheNext(incident);
        if (!fact.IsThere || !IsAtWork(fact, turn)
            || Handover.Offer(past, next, turn.Options.Command.OfferFor, turn.By, turn.Now) is not Decision.Accepted { After: { Offer: { } offer, Channel: { } channel } after } offered)
        {
            turn.Keep(past);
            turn.Noted("passed over");
            return;
        }
        turn.Workspace.LastAsked = fact.User;
        turn.Accept(offered);
        turn.Owe(new PostMessage(channel.Value, null, await Brief.OfAsync(after, offer, turn, ct)));
        turn.Noted("offered");
    }

    private static bool IsAtWork(CandidateSeen seen, Turn turn) =>
        turn.Options.WorkingHours.Include(turn.Now, seen.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc);

    private static Incident Begin(Incident incident, Turn turn)
    {
        var begun = AskingAGroup.Begun(incident, turn.Options.Commander.Group!, turn.Now);
        turn.Keep(begun);
        turn.Owe(new ReadUserGroup(incident.Id.Number, turn.Options.Commander.Group!));
        turn.Noted("asks a group");
        return begun;
    }

    private static Incident Look(Incident incident, UserId person, Turn turn)
    {
        var looking = AskingAGroup.Looking(incident);
        turn.Keep(looking);
        turn.Owe(new LookAtCandidate(incident.Id.Number, person.Value));
        turn.Noted("looks for the next");
        return looking;
    }

    private static Incident End(Incident incident, string trouble, Turn turn)
    {
        if (AskingAGroup.End(incident, trouble, turn.By, turn.Now) is not Decision.Accepted ended)
            return incident;
        turn.Accept(ended);
        if (incident is { Commander: null, Channel: { } channel })
            turn.Owe(new PostMessage(channel.Value, null, FreeCommandReplies.NobodyFound(ended.After, (CommanderNotFound)ended.Events[0])));
        turn.Noted("nobody found");
        return ended.After;
    }
}
