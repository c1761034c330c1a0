using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Impacts;

/// <summary>How many users are affected, and where that comes from.</summary>
/// <param name="Count">How many; null where it is unknown.</param>
/// <param name="AreDistinct">Whether each user counts once: occurrences are not users (seed document 000). Null while nobody has said.</param>
public sealed record AffectedUsers(PeopleCount? Count, bool? AreDistinct)
{
    /// <summary>Logs, events, occurrences of an error tracker; or empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Between when and when they were counted; or empty.</summary>
    public string Window { get; init; } = "";

    /// <summary>Where it can be read; or empty.</summary>
    public string Link { get; init; } = "";
}

/// <summary>How many users there are on a day, and where that comes from.</summary>
/// <param name="Count">How many; null where it is unknown.</param>
public sealed record DailyActiveUsers(PeopleCount? Count)
{
    /// <summary>The analytics it was read in; or empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where it can be read; or empty.</summary>
    public string Link { get; init; } = "";
}

/// <summary>Per cent of the users of a day.</summary>
/// <param name="Least">At least; 0 unless each user is known to count once.</param>
/// <param name="Most">At most; the same where both inputs are exact.</param>
public sealed record ImpactShare(decimal Least, decimal Most);

/// <summary>What one person worked out at one time. It is never changed: who knows better makes another.</summary>
/// <param name="Affected">The users it hurts.</param>
/// <param name="Daily">The users there are.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ImpactEstimate(AffectedUsers Affected, DailyActiveUsers Daily, UserId By, DateTimeOffset At)
{
    /// <summary>Who took it back, where somebody did: then it holds no more.</summary>
    public UserId? TakenBackBy { get; init; }

    /// <summary>Whether it says that the impact is unknown, and nothing more.</summary>
    public bool IsUnknown => Affected.Count is null && Daily.Count is null;

    /// <summary>
    /// Exactly (Affected Users / Daily Active Users) × 100 (seed document 000). Null, which is unknown and never 0, where one
    /// of the two is unknown, or where nobody is there to be affected. Where somebody may be counted twice, and while nobody has said
    /// whether they are, only the upper end is known.
    /// </summary>
    public ImpactShare? Share =>
        (Affected, Daily) is ({ Count: { } affected }, { Count: { Least: > 0 } daily })
            ? new ImpactShare(Affected.AreDistinct is true ? affected.Least * 100m / daily.Most : 0, affected.Most * 100m / daily.Least)
            : null;

    /// <summary>Whether more users would be affected than there are, however the ranges are read. Occurrences may well be more.</summary>
    public bool IsMoreThanAll => (Affected, Daily) is ({ Count: { } affected, AreDistinct: not false }, { Count: { } daily }) && affected.Least > daily.Most;

    /// <summary>Without the words people wrote.</summary>
    public ImpactEstimate WithoutWords() =>
        this with { Affected = Affected with { Source = "", Window = "", Link = "" }, Daily = Daily with { Source = "", Link = "" } };
}
