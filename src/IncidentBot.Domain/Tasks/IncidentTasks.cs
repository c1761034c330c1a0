using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tasks;

/// <summary>What can be done with the tasks and follow-ups of an incident. Each change is an event, and the event carries the task as it is afterwards.</summary>
public static class IncidentTasks
{
    /// <summary>Adds one. What is added to an incident that is over is a follow-up, whatever it was called: nobody works on it live.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="task">The task, with the next free number.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="now">When.</param>
    public static Decision Add(Incident incident, IncidentTask task, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(task);
        if (task.Text.Length == 0)
            return Decision.Refuse(new TaskTextMissing());
        if (task.Text.Length > IncidentTask.LongestText)
            return Decision.Refuse(new TaskTextTooLong(task.Text.Length));
        var added = task with { AddedBy = by, AddedAt = now, Sort = incident.IsOver ? TaskSort.FollowUp : task.Sort };
        return Decision.Accept(incident, new TaskAdded(added, by, now));
    }

    /// <summary>Goes on with one of an incident that turned out to be this one: the same words, owner and time, under a number of this one.</summary>
    /// <param name="incident">The incident that goes on.</param>
    /// <param name="task">The task as it stands in the other one.</param>
    /// <param name="number">The next free number here.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision TakeOver(Incident incident, IncidentTask task, int number, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(task);
        var here = new IncidentTask(incident.Id, number, task.Text, task.Sort, by, now) { Owner = task.Owner, DueAt = task.DueAt, Permalink = task.Permalink, CameFrom = new TaskRef(task.Incident, task.Number) };
        return Decision.Accept(incident, new TaskAdded(here, by, now) { From = task.Incident });
    }

    /// <summary>It is to be done for the incident this one turned out to be: here it is to be done no more.</summary>
    /// <param name="incident">The incident that is over.</param>
    /// <param name="task">The task.</param>
    /// <param name="to">The incident that goes on.</param>
    /// <param name="number">The task's number there.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision GoOnElsewhere(Incident incident, IncidentTask task, IncidentId to, int number, UserId by, DateTimeOffset now) =>
        WhileOpen(task, open => Decision.Accept(incident, new TaskGoesOnElsewhere(open with { State = TaskState.Dropped, GoesOnAs = new TaskRef(to, number) }, to, number, by, now)));

    /// <summary>Gives it to somebody, or leaves it to whoever takes it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="task">The task.</param>
    /// <param name="to">Who shall do it; null for nobody yet.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Give(Incident incident, IncidentTask task, UserId? to, UserId by, DateTimeOffset now) =>
        WhileOpen(task, open => open.Owner == to
            ? Decision.Refuse(new TaskIsTheirs(open.Number, to))
            : Decision.Accept(incident, new TaskOwnerChanged(open with { Owner = to }, open.Owner, by, now)));

    /// <summary>Says by when it is to be done.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="task">The task.</param>
    /// <param name="due">By when, as an instant; null for no time.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Due(Incident incident, IncidentTask task, DateTimeOffset? due, UserId by, DateTimeOffset now) =>
        WhileOpen(task, open => open.DueAt == due
            ? Decision.Refuse(new TaskDueThen(open.Number, due))
            : Decision.Accept(incident, new TaskDueChanged(open with { DueAt = due }, open.DueAt, by, now)));

    /// <summary>Records that it is done.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="task">The task.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Done(Incident incident, IncidentTask task, UserId by, DateTimeOffset now) =>
        WhileOpen(task, open => Decision.Accept(incident, new TaskDone(open with { State = TaskState.Done }, by, now)));

    /// <summary>Records that it will not be done.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="task">The task.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Drop(Incident incident, IncidentTask task, UserId by, DateTimeOffset now) =>
        WhileOpen(task, open => Decision.Accept(incident, new TaskDropped(open with { State = TaskState.Dropped }, by, now)));

    /// <summary>It is to be done after all; of one that went on in another incident, here too.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="task">The task.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision OpenAgain(Incident incident, IncidentTask task, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsOpen
            ? Decision.Refuse(new TaskIsOpen(task.Number))
            : Decision.Accept(incident, new TaskOpenedAgain(task with { State = TaskState.Open, GoesOnAs = null }, task.State, by, now));
    }

    /// <summary>It is to be done after the incident instead of now, or the other way round.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="task">The task.</param>
    /// <param name="to">As what.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Move(Incident incident, IncidentTask task, TaskSort to, UserId by, DateTimeOffset now) =>
        WhileOpen(task, open => open.Sort == to
            ? Decision.Refuse(new TaskIsOfThatSort(open.Number, to))
            : Decision.Accept(incident, new TaskMoved(open with { Sort = to }, by, now)));

    /// <summary>What was still open when the incident ended becomes follow-ups.</summary>
    /// <param name="ended">How it ended.</param>
    /// <param name="open">The tasks.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision GoOnAfterwards(Decision ended, IEnumerable<IncidentTask> open, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Where(task => task is { IsOpen: true, Sort: TaskSort.Task }).Aggregate(
            ended, (so, task) => so.Then(over => Decision.Accept(over, new TaskMoved(task with { Sort = TaskSort.FollowUp }, by, now) { AtTheEnd = true })));
    }

    private static Decision WhileOpen(IncidentTask task, Func<IncidentTask, Decision> then)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsOpen ? then(task) : Decision.Refuse(new TaskIsSettled(task.Number, task.State));
    }
}
