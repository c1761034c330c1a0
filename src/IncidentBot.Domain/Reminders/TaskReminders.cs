using IncidentBot.Domain.Tasks;

namespace IncidentBot.Domain.Reminders;

/// <summary>When whoever has something to do is reminded of it. A pure function of the task and of whether its incident is live.</summary>
public static class TaskReminders
{
    /// <summary>Whether somebody is to be reminded of it now: it is open and due, and what was to be done live still can be.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isLive">Whether its incident is live.</param>
    /// <param name="now">The present instant.</param>
    public static bool IsDue(IncidentTask task, bool isLive, DateTimeOffset now) => IsChased(task, isLive) && task.DueAt <= now;

    /// <summary>
    /// The next moment after <paramref name="now"/>: when it is due, and then at a steady pace until it is settled. Null where it
    /// has no time, is settled, or was to be done live and the incident is over.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="isLive">Whether its incident is live.</param>
    /// <param name="policy">How it is chased.</param>
    /// <param name="now">The moment to look forward from; a reminder of exactly that moment has been given.</param>
    public static DateTimeOffset? Next(IncidentTask task, bool isLive, TaskPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (!IsChased(task, isLive) || task.DueAt is not { } due)
            return null;
        if (due > now)
            return due;
        var every = task.Sort == TaskSort.Task ? policy.ChaseEvery : policy.ChaseFollowUpsEvery;
        return due + (every * ((now - due).Ticks / every.Ticks + 1));
    }

    private static bool IsChased(IncidentTask task, bool isLive)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task is { IsOpen: true, DueAt: not null } && (isLive || task.Sort == TaskSort.FollowUp);
    }
}
