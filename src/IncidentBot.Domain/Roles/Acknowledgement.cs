using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;

namespace IncidentBot.Domain.Roles;

/// <summary>Somebody said <i>I have seen it</i>.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record IncidentAcknowledged(UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>An acknowledgement was taken back.</summary>
/// <param name="Of">Whose it was.</param>
/// <param name="By">Who took it back.</param>
/// <param name="At">When.</param>
public sealed record AcknowledgementWithdrawn(UserId Of, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>The first human action: the time between declaring and this is what an acknowledge target measures.</summary>
public static class Acknowledgement
{
    /// <summary>Acknowledges; the first one counts.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who has seen it.</param>
    /// <param name="now">When.</param>
    public static Decision Give(Incident incident, UserId by, DateTimeOffset now)
    {
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        if (incident.AcknowledgedBy is { } first)
            return Decision.Refuse(new AlreadyAcknowledged(first));
        return Decision.Accept(incident with { AcknowledgedBy = by, AcknowledgedAt = now }, new IncidentAcknowledged(by, now));
    }

    /// <summary>Takes the acknowledgement back, while it can still be given again.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="now">When.</param>
    public static Decision Withdraw(Incident incident, UserId by, DateTimeOffset now)
    {
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        if (incident.AcknowledgedBy is not { } first)
            return Decision.Refuse(new NotAcknowledged());
        return Decision.Accept(
            incident with { AcknowledgedBy = null, AcknowledgedAt = null, Times = incident.Times.WithoutGiven(NamedTime.Acknowledged) },
            new AcknowledgementWithdrawn(first, by, now));
    }
}
