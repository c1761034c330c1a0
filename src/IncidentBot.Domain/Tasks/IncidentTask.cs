using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tasks;

/// <summary>When something is to be done. Stored by number for ever: add at the end.</summary>
public enum TaskSort
{
    /// <summary>Now, while the incident is live.</summary>
    Task = 0,

    /// <summary>After the incident, so that it does not happen again.</summary>
    FollowUp = 1,
}

/// <summary>What became of a task. Stored by number for ever: add at the end.</summary>
public enum TaskState
{
    /// <summary>It is still to be done.</summary>
    Open = 0,

    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>It will not be done.</summary>
    Dropped = 2,
}

/// <summary>A task or follow-up, by what it is called.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Number">Its number within the incident.</param>
public sealed record TaskRef(IncidentId Incident, int Number);

/// <summary>Something to be done about an incident: a task while it is live, or a follow-up after it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Number">Its number within the incident, from 1; tasks and follow-ups share the numbers, so that one keeps its own when it becomes the other.</param>
/// <param name="Text">What is to be done, as Slack mrkdwn of one line.</param>
/// <param name="Sort">When it is to be done.</param>
/// <param name="AddedBy">Who added it.</param>
/// <param name="AddedAt">When it was added, as an instant.</param>
public sealed record IncidentTask(IncidentId Incident, int Number, string Text, TaskSort Sort, UserId AddedBy, DateTimeOffset AddedAt)
{
    /// <summary>The longest text, in characters: it must fit one line of a list.</summary>
    public const int LongestText = 500;

    /// <summary>Who is to do it; nobody until somebody takes it or is given it.</summary>
    public UserId? Owner { get; init; }

    /// <summary>By when, as an instant; empty where nobody said.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What became of it.</summary>
    public TaskState State { get; init; }

    /// <summary>The message it was made of, if it was.</summary>
    public MessageRef? Source { get; init; }

    /// <summary>That message's permanent link, or empty.</summary>
    public string Permalink { get; init; } = "";

    /// <summary>What it is called since its incident turned out to be another one; null while it is to be done here, or was settled here.</summary>
    public TaskRef? GoesOnAs { get; init; }

    /// <summary>What it was called in an incident that turned out to be this one; null where it was added here.</summary>
    public TaskRef? CameFrom { get; init; }

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => State == TaskState.Open;
}
