using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tasks;

/// <summary>It is done or dropped already.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="State">What became of it.</param>
public sealed record TaskIsSettled(int Task, TaskState State) : Refusal;

/// <summary>It is open; there is nothing to open again.</summary>
/// <param name="Task">The task's number.</param>
public sealed record TaskIsOpen(int Task) : Refusal;

/// <summary>That person has it already, or nobody has it already.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="Owner">Who has it.</param>
public sealed record TaskIsTheirs(int Task, UserId? Owner) : Refusal;

/// <summary>It is due then already, or has no time already.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="DueAt">When it is due.</param>
public sealed record TaskDueThen(int Task, DateTimeOffset? DueAt) : Refusal;

/// <summary>It is a task already, or a follow-up already.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="Sort">Which.</param>
public sealed record TaskIsOfThatSort(int Task, TaskSort Sort) : Refusal;

/// <summary>Nothing is said of what is to be done.</summary>
public sealed record TaskTextMissing : Refusal;

/// <summary>Its text is longer than <see cref="IncidentTask.LongestText"/> characters.</summary>
/// <param name="Length">How long it is.</param>
public sealed record TaskTextTooLong(int Length) : Refusal;
