using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Reviews;

/// <summary>A review became owed.</summary>
/// <param name="Owner">Who owes it.</param>
/// <param name="DueAt">By when.</param>
/// <param name="By">Whose resolve opened it.</param>
/// <param name="At">When.</param>
public sealed record ReviewOpened(UserId Owner, DateTimeOffset DueAt, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>Somebody else owes it now.</summary>
/// <param name="From">Who owed it.</param>
/// <param name="To">Who owes it.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ReviewOwnerChanged(UserId From, UserId To, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It was held.</summary>
/// <param name="Link">Where it can be read.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ReviewDone(string Link, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It will not be held.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ReviewWaived(string Reason, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>That it was done or waived was taken back; it is owed again.</summary>
/// <param name="Owner">Who owes it.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ReviewResumed(UserId Owner, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is due at another time, because the severity changed after the incident was resolved.</summary>
/// <param name="From">When it was due.</param>
/// <param name="To">When it is due.</param>
/// <param name="By">Who changed the severity.</param>
/// <param name="At">When.</param>
public sealed record ReviewDueMoved(DateTimeOffset From, DateTimeOffset To, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is not owed any more, because the incident is live again.</summary>
/// <param name="By">Who reopened the incident.</param>
/// <param name="At">When.</param>
public sealed record ReviewWithdrawn(UserId By, DateTimeOffset At) : IncidentEvent(By, At);
