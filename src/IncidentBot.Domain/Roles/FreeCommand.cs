using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>Nobody has commanded for some time, and people were told.</summary>
/// <param name="Since">Since when nobody commands.</param>
/// <param name="AreOthersTold">Whether those outside the channel were told too.</param>
/// <param name="By">The bot.</param>
/// <param name="At">When.</param>
public sealed record CommandStillFree(DateTimeOffset Since, bool AreOthersTold, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>When people are told that nobody commands.</summary>
/// <param name="TellChannelAfter">How long it may be so before the incident's channel is told; null: never.</param>
/// <param name="TellOthersAfter">How long after that others are told; null: never.</param>
public sealed record FreeCommandPolicy(TimeSpan? TellChannelAfter, TimeSpan? TellOthersAfter);

/// <summary>A live incident without a commander is said to be one: first in its channel, then to others.</summary>
public static class FreeCommand
{
    /// <summary>The next moment after <paramref name="now"/> at which people are told; null when none is to come.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">When people are told.</param>
    /// <param name="now">The present; a moment that is exactly now has been.</param>
    public static DateTimeOffset? Next(Incident incident, FreeCommandPolicy policy, DateTimeOffset now) =>
        Moments(incident, policy).Where(moment => moment > now).Select(moment => (DateTimeOffset?)moment).FirstOrDefault();

    /// <summary>Says it, as far as it is time to.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">When people are told.</param>
    /// <param name="by">The bot.</param>
    /// <param name="now">When.</param>
    public static Decision Tell(Incident incident, FreeCommandPolicy policy, UserId by, DateTimeOffset now)
    {
        var passed = Moments(incident, policy).Count(moment => moment <= now);
        return passed == 0 || Custody.FreeSince(incident) is not { } since
            ? Decision.Refuse(new CommandIsNotSought())
            : Decision.Accept(incident, new CommandStillFree(since, passed > 1, by, now));
    }

    /// <summary>Whether those outside the channel are told at that moment too.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">When people are told.</param>
    /// <param name="moment">The moment.</param>
    public static bool AreOthersToldAt(Incident incident, FreeCommandPolicy policy, DateTimeOffset moment) => Moments(incident, policy).Count(each => each <= moment) > 1;

    private static IEnumerable<DateTimeOffset> Moments(Incident incident, FreeCommandPolicy policy)
    {
        if (incident.IsOver || incident.IsRetroactive || incident.Channel is null || Custody.FreeSince(incident) is not { } since || policy.TellChannelAfter is not { } first)
            yield break;
        yield return since + first;
        if (policy.TellOthersAfter is { } second)
            yield return since + first + second;
    }
}
