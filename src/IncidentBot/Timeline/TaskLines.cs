using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>Each line about a task says the task's words again: what is redacted in one goes from all of them.</summary>
internal static class TaskLines
{
    /// <summary>More lines than these about one task are named, and redacted by themselves.</summary>
    private const int Most = 50;

    /// <summary>
    /// What goes with an entry when it is redacted: the tasks that carry its words and the other lines about them. Nothing, where
    /// whoever asks may not redact the line that first said so: equal words must not take away what others wrote.
    /// </summary>
    public static async Task<(IReadOnlyList<TaskRow> Tasks, IReadOnlyList<TimelineEntry> Lines)> WithAsync(Incident incident, TimelineEntry entry, Turn turn, CancellationToken ct)
    {
        var tasks = await TasksOfAsync(entry, turn, ct);
        var lines = await BesideAsync(entry, tasks, turn, ct);
        var first = lines.Append(entry).Where(line => line is { IsFact: true, Kind: EntryKind.Task }).MinBy(line => line.Number);
        var isTheirs = first is null || first.Number == entry.Number
            || (entry.Source is { } source && tasks.Any(task => task.SourceTs == source.Ts && task.SourceChannel == source.Channel.Value))
            || await turn.JudgeAsync("redact", turn.By, turn.Here, incident, first, ct) is Verdict.Granted;
        return isTheirs ? (tasks, lines) : ([], []);
    }

    /// <summary>The tasks that carry an entry's words, or were made of its message.</summary>
    private static async Task<IReadOnlyList<TaskRow>> TasksOfAsync(TimelineEntry entry, Turn turn, CancellationToken ct) =>
        await (await turn.StoreAsync(ct)).Tasks.SayingAsync(entry.Incident, WordsOf(entry), TaskWords.Words, entry.Source, ct);

    /// <summary>Other lines of the incident that say the words of these tasks, or of the entry where it is such a line.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> BesideAsync(TimelineEntry entry, IReadOnlyList<TaskRow> tasks, Turn turn, CancellationToken ct)
    {
        var timeline = (await turn.StoreAsync(ct)).Timeline;
        var lines = new SortedDictionary<int, TimelineEntry>();
        var words = tasks.Select(task => TaskWords.Words(task.ToDomain()));
        foreach (var said in (entry is { IsFact: true, Kind: EntryKind.Task } ? words.Append(WordsOf(entry)) : words).Where(said => said is not ("" or Redaction.Mark)).Distinct())
        {
            foreach (var line in await timeline.TaskLinesAsync(entry.Incident, said, Most, ct))
            {
                if (line.Number != entry.Number && WordsOf(line) == said)
                    lines[line.Number] = line;
            }
        }
        return [.. lines.Values];
    }

    /// <summary>What people wrote of an entry.</summary>
    public static string WordsOf(TimelineEntry entry) => entry.IsFact ? EventWords.PeoplesPart(entry.Kind, entry.Text) : entry.Text;
}
