namespace IncidentBot.Domain.Incidents;

/// <summary>Something that happened to an incident: a fact, told once, never taken back. Each is also a timeline line.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When, as an instant.</param>
public abstract record IncidentEvent(UserId By, DateTimeOffset At);

/// <summary>It was declared.</summary>
/// <param name="By">The reporter.</param>
/// <param name="At">When.</param>
public sealed record IncidentDeclared(UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>How bad it was said to be.</summary>
    public Severity Severity { get; init; } = Severity.Unset;

    /// <summary>What was said about it besides the title, or empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Whether it was declared afterwards.</summary>
    public bool IsRetroactive { get; init; }
}

/// <summary>Its severity changed.</summary>
/// <param name="From">What it was.</param>
/// <param name="To">What it is.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record SeverityChanged(Severity From, Severity To, string Reason, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It moved between two live states.</summary>
/// <param name="From">Where it stood.</param>
/// <param name="To">Where it stands.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record StatusChanged(IncidentStatus From, IncidentStatus To, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It no longer hurts anybody.</summary>
/// <param name="From">Where it stood.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record IncidentResolved(IncidentStatus From, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is over for good.</summary>
/// <param name="By">Who closed it.</param>
/// <param name="At">When.</param>
public sealed record IncidentClosed(UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It was no incident.</summary>
/// <param name="From">Where it stood.</param>
/// <param name="Why">Why, or empty.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record IncidentDeclined(IncidentStatus From, string Why, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is live again.</summary>
/// <param name="From">Where it stood.</param>
/// <param name="To">The live state it has now.</param>
/// <param name="By">Who reopened it.</param>
/// <param name="At">When.</param>
public sealed record IncidentReopened(IncidentStatus From, IncidentStatus To, UserId By, DateTimeOffset At) : IncidentEvent(By, At);
