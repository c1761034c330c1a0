using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Timeline;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Tasks;

/// <summary><c>/incident tasks</c> — what is to be done here now; <c>tasks mine</c> — what you have to do anywhere; <c>tasks all</c> — with what is done.</summary>
internal sealed class ListTasks : ISubcommand
{
    public Usage Usage => new("tasks", "[mine|all] [page]", Unspoken("Show what is to be done now, or everything of yours"), Where.Anywhere, "todo");

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskLists.HandleAsync(TaskSort.Task, line, Usage, turn, ct);
}

/// <summary><c>/incident followups</c> — the same of what is to be done after the incident.</summary>
internal sealed class ListFollowUps : ISubcommand
{
    public Usage Usage => new("followups", "[mine|all] [page]", Unspoken("Show what is to be done after the incident"), Where.Anywhere);

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskLists.HandleAsync(TaskSort.FollowUp, line, Usage, turn, ct);
}

internal static class TaskLists
{
    public const int PageSize = 20;

    public static async Task HandleAsync(TaskSort sort, CommandLine line, Usage usage, Turn turn, CancellationToken ct)
    {
        var (which, page) = Read(line.Rest.Trim().ToLowerInvariant());
        var incident = which == "mine" ? null : await turn.FindIncidentAsync(line.Number, ct);
        if (which is not ("" or "mine" or "all"))
            turn.NotUnderstood(TaskListReply.Which(usage), usage);
        else if (incident is null && line.Number is not null && which != "mine")
            turn.Refuse(Replies.NoIncidentHere(usage, line.Number), "no incident here");
        else if (incident is null)
            turn.Answer(TaskListReply.Mine(await TaskOf.PageAsync(await turn.StoreAsync(ct), turn.Team, turn.By.Value, page, PageSize, ct)), "listed");
        else
            await AnswerAsync(sort, incident, which == "all", page, turn, ct);
    }

    /// <summary>Whose tasks, and which page of them: the last word where it is a number, else the first page.</summary>
    private static (string Which, int Page) Read(string words)
    {
        var which = words[..(words.LastIndexOf(' ') + 1)];
        return PageNumber.TryRead(words[which.Length..], out var page) ? (which.TrimEnd(), page) : (words, 1);
    }

    /// <summary>Of one that was merged, what is to be done where it goes on; <c>all</c> shows what was here.</summary>
    private static async Task AnswerAsync(TaskSort sort, Incident incident, bool all, int page, Turn turn, CancellationToken ct)
    {
        var (goesOn, there) = await turn.WhereItGoesOnAsync(incident, ct);
        var shown = all ? incident : there ?? incident;
        var tasks = await (await turn.StoreAsync(ct)).Tasks.PageAsync(shown.Id, sort, !all, page, PageSize, ct);
        turn.Answer(TaskListReply.Of(shown, sort, tasks, all).Under(goesOn), "listed");
    }
}

/// <summary>Tasks one under the other, as people read them.</summary>
internal static class TaskListReply
{
    private const int LinesPerBlock = 5;
    private const int LongestText = 3_900;
    private const int ButtonsFor = 5;

    public static string Which(Usage usage) => Speak($"Say `{usage.Word}` for what is to be done here, `{usage.Word} mine` for yours everywhere, or `{usage.Word} all` with what is done; a number behind it is the page.");

    public static MessageContent Of(Incident incident, TaskSort sort, Page<IncidentTask> tasks, bool all)
    {
        var word = sort == TaskSort.Task ? "tasks" : "followups";
        if (tasks is { Rows.Count: 0, Later: > 0 })
            return Beyond(Command(incident, word));
        if (tasks.Rows.Count == 0)
            return MessageContent.Plain(incident.MergedInto is not null ? None(sort, all) : $"{None(sort, all)} {Speak($"{Command(incident, $"{(sort == TaskSort.Task ? "task" : "followup")} {Speak("what is to be done")} @name due 17:00")} adds one.")}");
        var title = Speak($"*{(sort == TaskSort.Task ? Speak("Tasks") : Speak("Follow-ups"))} of {Mrkdwn.Truncate(Title(incident), 200)}*");
        var ways = Ways(tasks, all ? $"{word} all" : word).ToList();
        return Listed(
            title,
            tasks.Select(TaskWords.Line),
            [.. ways.Select(way => $"{way.Label}: {Command(incident, way.Typed)}")],
            [
                .. tasks.Rows.Where(task => task.IsOpen).Take(ButtonsFor).SelectMany(task => NumberedButtons(incident, task)),
                .. ways.Select(way => Buttons.Run(incident, way.Label, way.Typed)),
            ]);
    }

    public static MessageContent Mine(Page<TaskOf> tasks)
    {
        if (tasks is { Rows.Count: 0, Later: > 0 })
            return Beyond("`/incident tasks mine`");
        if (tasks.Rows.Count == 0)
            return MessageContent.Plain(Speak("You have nothing to do: no open task or follow-up is yours."));
        var ways = Ways(tasks, "tasks mine").ToList();
        return Listed(
            Speak("*Your tasks and follow-ups*"),
            tasks.Select(mine => $"{Number(mine.Incident)} {TaskWords.Line(mine.Task)}{(mine.Incident.Channel is { } channel ? $" · {Mrkdwn.Channel(channel.Value)}" : "")}"),
            [.. ways.Select(way => $"{way.Label}: `/incident {way.Typed}`")],
            [
                .. tasks.Rows.Take(ButtonsFor).Select(mine => Buttons.Run(mine.Incident, Speak($"{Number(mine.Incident)} {mine.Task.Number.ToString(CultureInfo.InvariantCulture)} done"), TaskWords.Typed(mine.Task, "done"))),
                .. ways.Select(way => Buttons.Run(way.Label, way.Typed)),
            ]);
    }

    private static MessageContent Beyond(string first) => MessageContent.Plain(Speak($"There is nothing on that page. {first} shows the first."));

    private static IEnumerable<(string Label, string Typed)> Ways<T>(Page<T> page, string words)
    {
        if (page.Later > 0)
            yield return (Speak($"{page.Later} before these"), string.Create(CultureInfo.InvariantCulture, $"{words} {page.Number - 1}"));
        if (page.Earlier > 0)
            yield return (Speak($"{page.Earlier} more"), string.Create(CultureInfo.InvariantCulture, $"{words} {page.Number + 1}"));
    }

    private static string None(TaskSort sort, bool all) => (sort, all) switch
    {
        (TaskSort.Task, true) => Speak("No tasks."),
        (TaskSort.Task, false) => Speak("No open tasks."),
        (_, true) => Speak("No follow-ups."),
        _ => Speak("No open follow-ups."),
    };

    private static IEnumerable<BlockElement> NumberedButtons(Incident incident, IncidentTask task)
    {
        var number = task.Number.ToString(CultureInfo.InvariantCulture);
        if (task.Owner is null)
            yield return Buttons.Run(incident, Speak($"Take {number}"), TaskWords.Typed(task, "take"));
        yield return Buttons.Run(incident, Speak($"{number} done"), TaskWords.Typed(task, "done"));
    }

    private static MessageContent Listed(string title, Page<string> lines, IReadOnlyList<string> ways, IReadOnlyList<BlockElement> buttons)
    {
        var typed = ways.Count == 0 ? "" : $"\n{string.Join(" · ", ways)}";
        var blocks = new List<Block> { new SectionBlock { Text = new Markdown(title) } };
        blocks.AddRange(lines.Rows.Chunk(LinesPerBlock).Select(some => new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(string.Join("\n", some), BlockLimits.TextMax)) }));
        if (buttons.Count > 0)
            blocks.Add(new ActionsBlock { Elements = buttons });
        return new MessageContent(Mrkdwn.Truncate($"{title}\n{string.Join("\n", lines.Rows)}", LongestText - typed.Length) + typed, blocks);
    }
}
