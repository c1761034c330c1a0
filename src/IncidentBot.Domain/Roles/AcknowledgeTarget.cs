using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;

namespace IncidentBot.Domain.Roles;

/// <summary>How soon somebody should have acknowledged an incident of its severity, and how long it really took.</summary>
public static class AcknowledgeTarget
{
    /// <summary>When that time is, or was, over; null where nothing is promised.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how soon.</param>
    public static DateTimeOffset? EndsAt(Incident incident, SeverityScale scale) =>
        Within(incident, scale) is { } within ? Promises.Since(incident) + within : null;

    /// <summary>How soon that is after it was promised; null where nothing is.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how soon.</param>
    public static TimeSpan? Within(Incident incident, SeverityScale scale) => scale.Of(incident.Severity)?.AcknowledgeWithin;

    /// <summary>When people are to hear that nobody has acknowledged it in time; null when somebody has, or they heard already.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how soon.</param>
    /// <param name="now">The present; what was due at exactly that moment was said.</param>
    public static DateTimeOffset? Next(Incident incident, SeverityScale scale, DateTimeOffset now) =>
        IsOpen(incident) && EndsAt(incident, scale) is { } end && end > now ? end : null;

    /// <summary>Whether nobody has acknowledged it and the time is over.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how soon.</param>
    /// <param name="now">The present.</param>
    public static bool IsMissed(Incident incident, SeverityScale scale, DateTimeOffset now) =>
        IsOpen(incident) && EndsAt(incident, scale) is { } end && end <= now;

    /// <summary>The time that was promised, where it was not kept; null where it was, or nothing is promised. A severity said after the acknowledgement promised nothing before it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how soon.</param>
    public static TimeSpan? Late(Incident incident, SeverityScale scale) =>
        EndsAt(incident, scale) is { } end && IncidentTiming.At(incident, NamedTime.Acknowledged) > end ? Within(incident, scale) : null;

    private static bool IsOpen(Incident incident) => incident is { IsOver: false, IsRetroactive: false, AcknowledgedAt: null };
}
