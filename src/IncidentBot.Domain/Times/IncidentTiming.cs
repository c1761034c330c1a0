using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Times;

/// <summary>One of its moments was said to be another, by a person.</summary>
/// <param name="Name">Which.</param>
/// <param name="From">When it was taken to be; null where that was unknown.</param>
/// <param name="To">When it is taken to be; null where that is unknown.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When they did.</param>
public sealed record TimeCorrected(NamedTime Name, DateTimeOffset? From, DateTimeOffset? To, string Reason, UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>Whether a person had given the former one too.</summary>
    public bool WasGiven { get; init; }
}

/// <summary>That moment is taken to be then already.</summary>
/// <param name="Name">Which.</param>
/// <param name="At">When; null for unknown.</param>
public sealed record AlreadyAtThatTime(NamedTime Name, DateTimeOffset? At) : Refusal;

/// <summary>It was declared, so when is known.</summary>
public sealed record DeclaredIsKnown : Refusal;

/// <summary>When an incident's moments were, and saying that they were otherwise.</summary>
public static class IncidentTiming
{
    /// <summary>When that moment was: what a person gave, or else what was seen; null where it is unknown.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="name">Which moment.</param>
    public static DateTimeOffset? At(Incident incident, NamedTime name)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (incident.Times.Given(name) is { } given)
            return given.At;
        return name switch
        {
            NamedTime.Declared => incident.DeclaredAt,
            NamedTime.Acknowledged => incident.AcknowledgedAt,
            NamedTime.Resolved => incident.ResolvedAt,
            NamedTime.Closed => incident.ClosedAt,
            NamedTime.FirstAction when incident.IsRetroactive => null,
            NamedTime.FirstAction => At(incident, NamedTime.Acknowledged) is { } seen && seen < At(incident, NamedTime.Declared) ? seen : At(incident, NamedTime.Declared),
            _ => incident.Times.Seen(name)?.At,
        };
    }

    /// <summary>When it was declared: the one moment that is always known.</summary>
    /// <param name="incident">The incident.</param>
    public static DateTimeOffset Declared(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return At(incident, NamedTime.Declared) ?? incident.DeclaredAt;
    }

    /// <summary>Says when a moment was. Allowed at any time: most of them are known only afterwards.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="name">Which moment.</param>
    /// <param name="to">When it was, not after <paramref name="now"/>; null where nobody knows.</param>
    /// <param name="reason">Why, or empty.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Correct(Incident incident, NamedTime name, DateTimeOffset? to, string reason, UserId by, DateTimeOffset now)
    {
        if (name == NamedTime.Declared && to is null)
            return Decision.Refuse(new DeclaredIsKnown());
        return Concluded(incident, name, incident.Times.With(new Stamp(name, to, IsGiven: true)), reason, by, now);
    }

    /// <summary>Goes back to what was seen.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="name">Which moment.</param>
    /// <param name="reason">Why, or empty.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Release(Incident incident, NamedTime name, string reason, UserId by, DateTimeOffset now) =>
        Concluded(incident, name, incident.Times.WithoutGiven(name), reason, by, now);

    private static Decision Concluded(Incident incident, NamedTime name, IncidentTimes times, string reason, UserId by, DateTimeOffset now)
    {
        var (from, after) = (At(incident, name), incident with { Times = times });
        var to = At(after, name);
        if (from == to)
            return Decision.Refuse(new AlreadyAtThatTime(name, to));
        return Decision.Accept(after, new TimeCorrected(name, from, to, reason, by, now) { WasGiven = incident.Times.Given(name) is not null });
    }
}
