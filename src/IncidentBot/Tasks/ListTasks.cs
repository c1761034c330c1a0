using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Tasks;

/// <summary><c>/incident tasks</c> — what is to be done here now; <c>tasks mine</c> — what you have to do anywhere; <c>tasks all</c> — with what is done.</summary>
internal sealed class ListTasks : ISubcommand
{
    public Usage Usage => new("tasks", "[mine|all]", Unspoken("Show what is to be done now, or everything of yours"), Where.Anywhere, "todo");

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskLists.HandleAsync(TaskSort.Task, line, Usage, turn, ct);
}

/// <summary><c>/incident followups</c> — the same of what is to be done after the incident.</summary>
internal sealed class ListFollowUps : ISubcommand
{
    public Usage Usage => new("followups", "[mine|all]", Unspoken("Show what is to be done after the incident"), Where.Anywhere);

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskLists.HandleAsync(TaskSort.FollowUp, line, Usage, turn, ct);
}

internal static class TaskLists
{
    public const int Most = 20;

    public static async Task HandleAsync(TaskSort sort, CommandLine line, Usage usage, Turn turn, CancellationToken ct)
    {
        var which = line.Rest.Trim().ToLowerInvariant();
        var incident = which == "mine" ? null : await turn.FindIncidentAsync(line.Number, ct);
        if (which is not ("" or "mine" or "all"))
            turn.NotUnderstood(TaskListReply.Which(usage), usage);
        else if (incident is null && line.Number is not null && which != "mine")
            turn.Refuse(Replies.NoIncidentHere(usage, line.Number), "no incident here");
        else if (incident is null)
            turn.Answer(TaskListReply.Mine(await MineAsync(turn, ct)), "listed");
        else
            await AnswerAsync(sort, incident, which == "all", turn, ct);
    }

    /// <summary>Of one that was merged, what is to be done where it goes on; <c>all</c> shows what was here.</summary>
    private static async Task AnswerAsync(TaskSort sort, Incident incident, bool all, Turn turn, CancellationToken ct)
    {
        var (goesOn, there) = await turn.WhereItGoesOnAsync(incident, ct);
        var shown = all ? incident : there ?? incident;
        var tasks = await (await turn.StoreAsync(ct)).Tasks.OfIncidentAsync(shown.Id, sort, !all, Most + 1, ct);
        turn.Answer(TaskListReply.Of(shown, sort, tasks, all).Under(goesOn), "listed");
    }

    /// <summary>What whoever asks has to do, with the incidents it is about.</summary>
    private static async Task<IReadOnlyList<TaskOf>> MineAsync(Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return await TaskOf.OfAsync(db, turn.Team, turn.By.Value, Most + 1, ct);
    }
}

/// <summary>Tasks one under the other, as people read them.</summary>
internal static class TaskListReply
{
    private const int LinesPerBlock = 5;
    private const int LongestText = 3_900;
    private const int ButtonsFor = 5;

    public static string Which(Usage usage) => Speak($"Say `{usage.Word}` for what is to be done here, `{usage.Word} mine` for yours everywhere, or `{usage.Word} all` with what is done.");

    public static MessageContent Of(Incident incident, TaskSort sort, IReadOnlyList<IncidentTask> tasks, bool all)
    {
        if (tasks.Count == 0)
            return MessageContent.Plain($"{None(sort, all)} {Speak($"{Command(incident, $"{(sort == TaskSort.Task ? "task" : "followup")} {Speak("what is to be done")} @name due 17:00")} adds one.")}");
        var title = Speak($"*{(sort == TaskSort.Task ? Speak("Tasks") : Speak("Follow-ups"))} of {Mrkdwn.Truncate(Title(incident), 200)}*");
        return Listed(title, [.. tasks.Select(TaskWords.Line)], [.. tasks.Where(task => task.IsOpen).Take(ButtonsFor).SelectMany(task => NumberedButtons(incident, task))]);
    }

    public static MessageContent Mine(IReadOnlyList<TaskOf> tasks) => tasks.Count == 0
        ? MessageContent.Plain(Speak("You have nothing to do: no open task or follow-up is yours."))
        : Listed(Speak("*Your tasks and follow-ups*"), [.. tasks.Select(mine => $"{Number(mine.Incident)} {TaskWords.Line(mine.Task)}{(mine.Incident.Channel is { } channel ? $" · {Mrkdwn.Channel(channel.Value)}" : "")}")],
            [.. tasks.Take(ButtonsFor).Select(mine => Buttons.Run(mine.Incident, Speak($"{Number(mine.Incident)} {mine.Task.Number.ToString(CultureInfo.InvariantCulture)} done"), TaskWords.Typed(mine.Task, "done")))]);

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

    private static MessageContent Listed(string title, IReadOnlyList<string> lines, IReadOnlyList<BlockElement> buttons)
    {
        List<string> shown = [.. lines.Take(TaskLists.Most), .. lines.Count > TaskLists.Most ? new[] { Speak("… and more.") } : []];
        var blocks = new List<Block> { new SectionBlock { Text = new Markdown(title) } };
        blocks.AddRange(shown.Chunk(LinesPerBlock).Select(some => new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(string.Join("\n", some), BlockLimits.TextMax)) }));
        if (buttons.Count > 0)
            blocks.Add(new ActionsBlock { Elements = buttons });
        return new MessageContent(Mrkdwn.Truncate($"{title}\n{string.Join("\n", shown)}", LongestText), blocks);
    }
}
