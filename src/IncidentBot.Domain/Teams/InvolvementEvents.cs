using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Teams;

/// <summary>A service was named as affected.</summary>
/// <param name="Service">Which one.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ServiceAffected(Service Service, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>A service turned out not to be affected.</summary>
/// <param name="Service">Which one.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ServiceNotAffected(Service Service, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>A team has to do with the incident from now on.</summary>
/// <param name="Team">Which one.</param>
/// <param name="Through">The service of theirs that is affected; null where somebody named the team itself.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TeamInvolved(Team Team, Service? Through, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>A team has nothing to do with the incident after all.</summary>
/// <param name="Team">Which one, and whether it was told.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TeamNotInvolved(InvolvedTeam Team, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>A team was told: the message stands in Slack.</summary>
/// <param name="Team">Which one.</param>
/// <param name="In">Where.</param>
/// <param name="By">Who involved it.</param>
/// <param name="At">When it was found to stand there.</param>
public sealed record TeamTold(Team Team, ChannelId In, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is affected already.</summary>
/// <param name="Service">Which one.</param>
public sealed record AlreadyAffected(Service Service) : Refusal;

/// <summary>Nobody said it was affected.</summary>
/// <param name="Service">Which one.</param>
public sealed record NeverAffected(Service Service) : Refusal;

/// <summary>It is involved already.</summary>
/// <param name="Team">Which one, and whether it was told.</param>
public sealed record AlreadyInvolved(InvolvedTeam Team) : Refusal;

/// <summary>It is not involved.</summary>
/// <param name="Team">Which one.</param>
public sealed record NotInvolved(Team Team) : Refusal;
