using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tasks;

/// <summary>Something that happened to a task or follow-up.</summary>
/// <param name="Task">The task as it is afterwards.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, as an instant.</param>
public abstract record TaskEvent(IncidentTask Task, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It was added.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who added it.</param>
/// <param name="At">When.</param>
public sealed record TaskAdded(IncidentTask Task, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At)
{
    /// <summary>The incident it was to be done for before, where that one turned out to be this one; whoever has it knows of it.</summary>
    public IncidentId? From { get; init; }
}

/// <summary>The incident turned out to be another one, and it is to be done there.</summary>
/// <param name="Task">The task here, dropped.</param>
/// <param name="To">The incident that goes on.</param>
/// <param name="As">The task's number there.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TaskGoesOnElsewhere(IncidentTask Task, IncidentId To, int As, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At);

/// <summary>Somebody took it, was given it, or gave it back.</summary>
/// <param name="Task">The task, with whoever has it now.</param>
/// <param name="From">Who had it before, if anybody.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record TaskOwnerChanged(IncidentTask Task, UserId? From, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At);

/// <summary>It is due at another time.</summary>
/// <param name="Task">The task, with its new time.</param>
/// <param name="From">When it was due before, if a time was said.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TaskDueChanged(IncidentTask Task, DateTimeOffset? From, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At);

/// <summary>It is done.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TaskDone(IncidentTask Task, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At);

/// <summary>It will not be done.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who dropped it.</param>
/// <param name="At">When.</param>
public sealed record TaskDropped(IncidentTask Task, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At);

/// <summary>It is to be done after all.</summary>
/// <param name="Task">The task.</param>
/// <param name="From">What had become of it.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TaskOpenedAgain(IncidentTask Task, TaskState From, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At);

/// <summary>It is to be done after the incident instead of now, or the other way round.</summary>
/// <param name="Task">The task, as what it is now.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TaskMoved(IncidentTask Task, UserId By, DateTimeOffset At) : TaskEvent(Task, By, At)
{
    /// <summary>Whether it was still open when the incident ended, and goes on afterwards.</summary>
    public bool AtTheEnd { get; init; }
}
