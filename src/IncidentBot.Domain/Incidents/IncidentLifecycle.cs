using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;

namespace IncidentBot.Domain.Incidents;

/// <summary>How an incident moves from triage to closed, and back when it has to.</summary>
public static class IncidentLifecycle
{
    /// <summary>Moves it to <paramref name="to"/>, doing on the way what that takes: closing a live incident resolves it first.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">Where it shall stand.</param>
    /// <param name="policy">How long the review owed at resolve may take.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    /// <param name="reviewOwner">Who owns the review that opens at resolve; see <see cref="PostIncidentReview.Open"/>.</param>
    public static Decision MoveTo(Incident incident, IncidentStatus to, ReviewPolicy policy, UserId by, DateTimeOffset now, UserId? reviewOwner = null) =>
        (incident.Status, to) switch
        {
            var (from, same) when from == same => Decision.Refuse(new AlreadyAtStatus(same)),
            (IncidentStatus.Closed, _) => Decision.Refuse(new IncidentIsOver(incident.Status)),
            (IncidentStatus.Resolved, IncidentStatus.Closed) => Close(incident, by, now),
            (IncidentStatus.Resolved, _) => Decision.Refuse(new IncidentIsOver(incident.Status)),
            (_, IncidentStatus.Resolved) => Resolve(incident, policy, by, now, reviewOwner),
            (_, IncidentStatus.Closed) => Resolve(incident, policy, by, now, reviewOwner).Then(resolved => Close(resolved, by, now)),
            var (from, live) => Decision.Accept(incident with { Status = live }, new StatusChanged(from, live, by, now)),
        };

    /// <summary>Makes it live again. The review that was owed is withdrawn and will be owed anew.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    /// <param name="to">The live state it shall have; one that is over means under investigation.</param>
    public static Decision Reopen(Incident incident, UserId by, DateTimeOffset now, IncidentStatus to = IncidentStatus.Investigating)
    {
        if (!incident.IsOver)
            return Decision.Refuse(new IncidentIsLive(incident.Status));
        var live = incident with
        {
            Status = to >= IncidentStatus.Resolved ? IncidentStatus.Investigating : to,
            ResolvedAt = null,
            ClosedAt = null,
            Custody = Custody.Resumed(incident, now),
        };
        return Decision.Accept(live, new IncidentReopened(incident.Status, by, now) { To = live.Status })
            .Then(reopened => PostIncidentReview.Withdraw(reopened, by, now));
    }

    private static Decision Resolve(Incident incident, ReviewPolicy policy, UserId by, DateTimeOffset now, UserId? reviewOwner) =>
        Decision.Accept(
                incident with { Status = IncidentStatus.Resolved, ResolvedAt = now },
                new IncidentResolved(incident.Status, by, now))
            .Then(resolved => PostIncidentReview.Open(resolved, policy, by, now, reviewOwner));

    private static Decision Close(Incident incident, UserId by, DateTimeOffset now) =>
        Decision.Accept(incident with { Status = IncidentStatus.Closed, ClosedAt = now }, new IncidentClosed(by, now));
}
