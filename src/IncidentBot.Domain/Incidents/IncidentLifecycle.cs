using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Times;

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
    /// <param name="lifecycle">Which moments its states mark, where that is not the one that holds without another.</param>
    public static Decision MoveTo(
        Incident incident, IncidentStatus to, ReviewPolicy policy, UserId by, DateTimeOffset now, UserId? reviewOwner = null, Lifecycle? lifecycle = null) =>
        (incident.Status.Phase, to.Phase) switch
        {
            _ when incident.Status.IsSameAs(to) => Decision.Refuse(new AlreadyAtStatus(to)),
            (_, IncidentPhase.Declined) => Decline(incident, to, "", by, now),
            (IncidentPhase.Live, IncidentPhase.Live) => Decision.Accept(Entered(incident, to, lifecycle, now), new StatusChanged(incident.Status, to, by, now)),
            (IncidentPhase.Live, IncidentPhase.Resolved) => Resolve(incident, to, policy, by, now, reviewOwner),
            (IncidentPhase.Live, IncidentPhase.Closed) => Resolve(incident, to, policy, by, now, reviewOwner).Then(resolved => Close(resolved, to, by, now)),
            (IncidentPhase.Resolved, IncidentPhase.Closed) => Close(incident, to, by, now),
            (IncidentPhase.Live, _) => Decision.Refuse(new MergedOnlyIntoAnother()),
            _ => Decision.Refuse(new IncidentIsOver(incident.Status)),
        };

    /// <summary>Says that it was no incident after all. It is over and owes no review; one that was owed is withdrawn.</summary>
    /// <param name="incident">The incident, live or resolved.</param>
    /// <param name="to">The state that means it.</param>
    /// <param name="why">Why, or empty.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Decline(Incident incident, IncidentStatus to, string why, UserId by, DateTimeOffset now) => incident.Status.Phase switch
    {
        IncidentPhase.Live or IncidentPhase.Resolved => Decision
            .Accept(incident with { Status = to, Offer = null, ResolvedAt = null, Times = incident.Times.WithoutGiven(NamedTime.Resolved) }, new IncidentDeclined(incident.Status, why, by, now))
            .Then(declined => PostIncidentReview.Withdraw(declined, by, now))
            .Then(declined => Handover.EndByEnd(declined, incident.Offer, by, now)),
        IncidentPhase.Declined => Decision.Refuse(new AlreadyAtStatus(incident.Status)),
        _ => Decision.Refuse(new IncidentIsOver(incident.Status)),
    };

    /// <summary>Makes it live again; it burns now, even where it was declared afterwards. The review that was owed is withdrawn and will be owed anew.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">The live state it shall have.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    /// <param name="lifecycle">As for <see cref="MoveTo"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not live.</exception>
    public static Decision Reopen(Incident incident, IncidentStatus to, UserId by, DateTimeOffset now, Lifecycle? lifecycle = null)
    {
        if (to.IsOver)
            throw new ArgumentException("It is reopened into a live state.", nameof(to));
        if (!incident.IsOver)
            return Decision.Refuse(new IncidentIsLive(incident.Status));
        var live = Entered(incident, to, lifecycle, now) with { MergedInto = null, MergedBy = null, ToldOfMerge = [], ResolvedAt = null, ClosedAt = null, IsRetroactive = false, Custody = Custody.Resumed(incident, now) };
        live = live with { Times = live.Times.WithoutGiven(NamedTime.Resolved, NamedTime.Closed) };
        return Decision.Accept(live, new IncidentReopened(incident.Status, to, by, now))
            .Then(reopened => PostIncidentReview.Withdraw(reopened, by, now));
    }

    /// <summary>Takes back that it moved between two live states: it stands where it stood, and what it had come to when stays as it was.</summary>
    /// <param name="incident">The incident, live.</param>
    /// <param name="to">The live state it had.</param>
    /// <param name="seen">When it had come to what, as it was known then.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="now">When.</param>
    public static Decision TakeBack(Incident incident, IncidentStatus to, IEnumerable<Stamp> seen, UserId by, DateTimeOffset now) => (incident.Status.Phase, to.Phase) switch
    {
        _ when incident.Status.IsSameAs(to) => Decision.Refuse(new AlreadyAtStatus(to)),
        (IncidentPhase.Live, IncidentPhase.Live) => Decision.Accept(
            incident with { Status = to, Times = incident.Times.WithSeen(seen) }, new StatusChanged(incident.Status, to, by, now)),
        _ => Decision.Refuse(new IncidentIsOver(incident.Status)),
    };

    private static Incident Entered(Incident incident, IncidentStatus to, Lifecycle? lifecycle, DateTimeOffset now) =>
        incident with { Status = to, Times = (lifecycle ?? Lifecycle.Default).Entered(incident.Times, to, now) };

    private static Decision Resolve(Incident incident, IncidentStatus to, ReviewPolicy policy, UserId by, DateTimeOffset now, UserId? reviewOwner) =>
        Decision.Accept(incident with { Status = to, Offer = null, ResolvedAt = now }, new IncidentResolved(incident.Status, by, now))
            .Then(resolved => PostIncidentReview.Open(resolved, policy, by, now, reviewOwner))
            .Then(resolved => Handover.EndByEnd(resolved, incident.Offer, by, now));

    private static Decision Close(Incident incident, IncidentStatus to, UserId by, DateTimeOffset now) =>
        Decision.Accept(incident with { Status = to, ClosedAt = now }, new IncidentClosed(by, now));
}
