using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>For a while somebody else is reminded in place of a person who has a duty here.</summary>
/// <param name="Of">Who is covered.</param>
/// <param name="With">Who hears instead.</param>
/// <param name="Until">Until when.</param>
/// <param name="By">Who arranged it.</param>
/// <param name="At">When.</param>
public sealed record CoverBegan(UserId Of, UserId With, DateTimeOffset Until, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>They are reminded themselves again.</summary>
/// <param name="Of">Who was covered.</param>
/// <param name="With">Who heard instead.</param>
/// <param name="By">Who ended it; the bot, where its time was over.</param>
/// <param name="At">When.</param>
public sealed record CoverEnded(UserId Of, UserId With, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>Nobody covers oneself.</summary>
public sealed record CoversOneself : Refusal;

/// <summary>Nobody covers that person.</summary>
/// <param name="Of">The person.</param>
public sealed record NobodyCovers(UserId Of) : Refusal;

/// <summary>Cover is a person's, over all incidents; each they have a duty in remembers it.</summary>
public static class Cover
{
    /// <summary>The longest it may last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>Writes down that it began.</summary>
    /// <param name="incident">An incident they have a duty in.</param>
    /// <param name="of">Who is covered.</param>
    /// <param name="with">Who hears instead.</param>
    /// <param name="until">Until when.</param>
    /// <param name="by">Who arranged it.</param>
    /// <param name="now">When.</param>
    public static Decision Begin(Incident incident, UserId of, UserId with, DateTimeOffset until, UserId by, DateTimeOffset now) =>
        of == with ? Decision.Refuse(new CoversOneself()) : Decision.Accept(incident, new CoverBegan(of, with, until, by, now));

    /// <summary>Writes down that it ended.</summary>
    /// <param name="incident">An incident they have a duty in.</param>
    /// <param name="of">Who was covered.</param>
    /// <param name="with">Who heard instead.</param>
    /// <param name="by">Who ended it.</param>
    /// <param name="now">When.</param>
    public static Decision End(Incident incident, UserId of, UserId with, UserId by, DateTimeOffset now) =>
        Decision.Accept(incident, new CoverEnded(of, with, by, now));
}
