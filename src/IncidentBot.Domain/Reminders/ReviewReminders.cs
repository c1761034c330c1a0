using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;

namespace IncidentBot.Domain.Reminders;

/// <summary>When an owed review is chased. A pure function of state: whatever changes the incident, the reminder it then wants follows.</summary>
public static class ReviewReminders
{
    /// <summary>
    /// The next moment after <paramref name="now"/> at which the owner is reminded, or null when nothing is owed:
    /// once before the due time, at the due time, and then at a steady pace until it is settled.
    /// Moments that passed while nobody listened are not made up for one by one.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">How reviews are chased.</param>
    /// <param name="now">The moment to look forward from; a reminder of exactly that moment has been given.</param>
    public static DateTimeOffset? Next(Incident incident, ReviewPolicy policy, DateTimeOffset now)
    {
        if (incident.Review is not { IsOwed: true } review)
            return null;
        var before = review.DueAt - policy.RemindBefore;
        if (before > now && before > review.OpenedAt)
            return before;
        if (review.DueAt > now)
            return review.DueAt;
        var rounds = (now - review.DueAt).Ticks / policy.ChaseEvery.Ticks + 1;
        return review.DueAt + policy.ChaseEvery * rounds;
    }
}
