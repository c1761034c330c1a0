using IncidentBot.Domain.Reviews;

namespace IncidentBot.Domain.Incidents;

/// <summary>Saying how bad it is.</summary>
public static class IncidentSeverity
{
    /// <summary>
    /// Changes the severity, until the incident is closed; both values, the reason and the time are kept (seed document 000:
    /// severity adjustment). After resolve the review's due time follows.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">The new severity.</param>
    /// <param name="reason">Why, or empty.</param>
    /// <param name="policy">How long an owed review may take.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Change(Incident incident, Severity to, string reason, ReviewPolicy policy, UserId by, DateTimeOffset now)
    {
        if (incident.Status.Phase is not (IncidentPhase.Live or IncidentPhase.Resolved))
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        if (incident.Severity.IsSameAs(to))
            return Decision.Refuse(new AlreadyAtSeverity(to));
        return Decision.Accept(incident with { Severity = to }, new SeverityChanged(incident.Severity, to, reason, by, now))
            .Then(changed => PostIncidentReview.Reschedule(changed, policy, by, now));
    }
}
