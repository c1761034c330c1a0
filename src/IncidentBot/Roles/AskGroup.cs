using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Roles;

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
        AskingAGroup.IsDue(incident, options.Commander.Group, now) ? incident.Search?.Since ?? incident.DeclaredAt : null;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        var incident = await turn.NumberedAsync(due.Number, ct);
        if (incident is null || !AskingAGroup.IsDue(incident, turn.Options.Commander.Group, turn.Now))
        {
            turn.RemindLater(due, incident);
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
            if (IsStillDue(incident, turn))
                End(incident, fact.Trouble, turn);
            else
                Stop(AskingAGroup.NotBegun(incident), turn);
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
        // Somebody may have taken command, offered it to another or made the incident private while Slack was asked.
        if (!IsStillDue(incident, turn))
        {
            Stop(AskingAGroup.Looked(incident), turn);
            return;
        }
        var past = AskingAGroup.PastTheNext(incident);
        if (!fact.IsThere || (fact.IsExternal && !turn.Options.Command.MayBeExternal) || !IsAtWork(fact, turn)
            || Handover.Offer(past, next, turn.Options.Command.OfferFor, turn.By, turn.Now) is not Decision.Accepted { After: { Offer: { } offer, Channel: { } channel } after } offered)
        {
            turn.Keep(past);
            turn.Noted("passed over");
            return;
        }
        turn.Workspace.LastAsked = fact.User;
        turn.Accept(offered);
        turn.Owe(new PostMessage(channel.Value, null, await Brief.OfAsync(after, offer, turn, ct)) { IsOffer = true });
        turn.Noted("offered");
    }

    private static bool IsStillDue(Incident incident, Turn turn) => AskingAGroup.IsDue(AskingAGroup.Looked(incident), turn.Options.Commander.Group, turn.Now);

    /// <summary>Should nobody command again later, it goes on from here.</summary>
    private static void Stop(Incident stopped, Turn turn)
    {
        turn.Keep(stopped);
        turn.Noted("nobody is to be asked any more");
    }

    private static bool IsAtWork(CandidateSeen seen, Turn turn) =>
        turn.Options.WorkingHours.Include(turn.Now, WhoAsks.Zone(seen.TimeZone))
        && !turn.Options.BusinessDays.Holidays.ContainsKey(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(turn.Now, WhoAsks.Zone(seen.TimeZone)).DateTime));

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
