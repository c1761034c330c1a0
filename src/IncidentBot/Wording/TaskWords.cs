using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Slack.Blocks;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Wording;

/// <summary>Tasks and follow-ups in the words they have wherever they are read.</summary>
internal static class TaskWords
{
    private const string Back = "back-to-";

    /// <summary>Longer texts are cut where several stand together.</summary>
    private const int InALine = 300;

    /// <summary><c>Task 3</c> or <c>Follow-up 3</c>.</summary>
    public static string Name(IncidentTask task) => string.Create(CultureInfo.InvariantCulture, $"{(task.Sort == TaskSort.Task ? Speak("Task") : Speak("Follow-up"))} {task.Number}");

    /// <summary>The same within a sentence: <c>task 3</c>.</summary>
    public static string NameWithin(IncidentTask task) => string.Create(CultureInfo.InvariantCulture, $"{(task.Sort == TaskSort.Task ? Speak("task") : Speak("follow-up"))} {task.Number}");

    /// <summary>What a person types to do something with it.</summary>
    public static string Typed(IncidentTask task, string what) => string.Create(CultureInfo.InvariantCulture, $"task {task.Number} {what}");

    /// <summary>Brings back the time it was due, to the tick, also where that has passed.</summary>
    public static string TypedBack(IncidentTask task, DateTimeOffset due) => Typed(task, string.Create(CultureInfo.InvariantCulture, $"due {Back}{due.UtcTicks}"));

    /// <summary>Reads that; null where it says something else, or nobody pressed a button.</summary>
    public static DateTimeOffset? BackTo(string words, bool isPressed) =>
        isPressed && words.StartsWith(Back, StringComparison.Ordinal)
        && long.TryParse(words.AsSpan(Back.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>What happened to it; the task's own words come last.</summary>
    public static string Of(TaskEvent happened) => happened switch
    {
        TaskAdded { From: { } from, Task: var task } => Speak($"{Name(task)} came from incident #{from.Number}{(task.Owner is { } owner ? Speak($", for {Person(owner)}") : "")}{(task.DueAt is { } due ? Speak($", due {Moment(due)}") : "")}: {Words(task)}"),
        TaskGoesOnElsewhere { Task: var task } e => Speak($"{Name(task)} goes on as number {e.As} of incident #{e.To.Number}: {Words(task)}"),
        TaskAdded { Task: var task } => Speak($"{Name(task)} added{(task.Owner is { } owner ? Speak($" for {Person(owner)}") : "")}{(task.DueAt is { } due ? Speak($", due {Moment(due)}") : "")}: {Words(task)}"),
        TaskOwnerChanged { Task: { Owner: null } task } e => Speak($"{Name(task)} was given back by {PersonOrNobody(e.From)}: {Words(task)}"),
        TaskOwnerChanged { Task: { Owner: { } owner } task } e when owner == e.By => Speak($"{Name(task)} was taken by {Person(owner)}: {Words(task)}"),
        TaskOwnerChanged { Task: { Owner: { } owner } task } => Speak($"{Name(task)} is {Person(owner)}'s now: {Words(task)}"),
        TaskDueChanged { Task: { DueAt: { } due } task } => Speak($"{Name(task)} is due {Moment(due)}: {Words(task)}"),
        TaskDueChanged { Task: var task } => Speak($"{Name(task)} is due at no particular time: {Words(task)}"),
        TaskDone { Task: var task } => Speak($"{Name(task)} done: {Words(task)}"),
        TaskDropped { Task: var task } => Speak($"{Name(task)} dropped: {Words(task)}"),
        TaskOpenedAgain { Task: var task } => Speak($"{Name(task)} is open again: {Words(task)}"),
        TaskMoved { Task: { Sort: TaskSort.FollowUp } task } => Speak($"Task {task.Number.ToString(CultureInfo.InvariantCulture)} is a follow-up now, for after the incident: {Words(task)}"),
        TaskMoved { Task: var task } => Speak($"Follow-up {task.Number.ToString(CultureInfo.InvariantCulture)} is a task now: {Words(task)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "A task's event without words."),
    };

    /// <summary>Its own words as a line of the timeline ends with them, rung for nobody.</summary>
    public static string Words(IncidentTask task) => PeoplesWords.Silent(PeoplesWords.Harmless(task.Text));

    /// <summary>One line of a list: number, words, who, by when, what became of it, and where it came from.</summary>
    public static string Line(IncidentTask task)
    {
        var state = task.State switch
        {
            _ when task.GoesOnAs is { } next => Speak($" · goes on as {next.Number.ToString(CultureInfo.InvariantCulture)} of #{next.Incident.Number.ToString(CultureInfo.InvariantCulture)}"),
            TaskState.Done => Speak(" · done"),
            TaskState.Dropped => Speak(" · dropped"),
            _ => $" · {(task.Owner is { } owner ? Person(owner) : Speak("nobody yet"))}{(task.DueAt is { } due ? Speak($" · due {Moment(due)}") : "")}",
        };
        var number = string.Create(CultureInfo.InvariantCulture, $"`{task.Number}`");
        return $"{number} {Short(task)}{state}{(task.CameFrom is { } was ? Speak($" · was {was.Number.ToString(CultureInfo.InvariantCulture)} of #{was.Incident.Number.ToString(CultureInfo.InvariantCulture)}") : "")}{(task.Permalink.Length > 0 ? $" {Mrkdwn.Link(task.Permalink, Speak("message"))}" : "")}";
    }

    /// <summary>Its words in one line, rung for nobody.</summary>
    public static string Short(IncidentTask task, int longest = InALine) => Mrkdwn.Truncate(PeoplesWords.Silent(PeoplesWords.InAList(task.Text)), longest);

    /// <summary>What can be done with it by a press.</summary>
    public static IReadOnlyList<BlockElement> Buttons(Incident incident, IncidentTask task) => task.IsOpen
        ?
        [
            .. task.Owner is null ? new[] { Wording.Buttons.Run(incident, Speak("Take it"), Typed(task, "take")) } : [],
            Wording.Buttons.Run(incident, Speak("Done"), Typed(task, "done")),
            Wording.Buttons.Run(incident, Speak("Drop"), Typed(task, "drop")),
        ]
        : [Wording.Buttons.Run(incident, Speak("Open again"), Typed(task, "open"))];

    /// <summary>Said under the card when one was added, with what can be done about it there.</summary>
    public static MessageContent InThread(TaskAdded added, Incident incident) => MessageContent.With(
        Speak($"☑️ {Mrkdwn.Truncate(Of(added), LongestQuote)} (by {Person(added.By)})"), [.. Buttons(incident, added.Task)]);
}
