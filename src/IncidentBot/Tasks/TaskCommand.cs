using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Tasks;

/// <summary><c>/incident task restart the queue @bob due 17:00</c> — adds one; <c>task 3 done</c> — says what became of it.</summary>
internal sealed class TaskCommand : ISubcommand, IActsElsewhere
{
    /// <summary>How it is called, also where a form stands for it.</summary>
    public static Usage Called => new("task", "<what> [@owner] [due <time>]|<number> [done|drop|take|…]", Unspoken("Add something to be done now, or say what became of it"), Where.InIncident)
    {
        More = Unspoken("""
            *Times*: `30m`, `2h`, `17:00`, `5pm`, `tomorrow`, `friday 9:00`, `2025-07-25 10:15 UTC+2`; `none` for no time.
            `/incident task restart the queue @name due 17:00` (or `by 17:00`)
            *With its number*: `/incident task 3 done`, `drop`, `open`, `take`, `owner @name`, `due friday`, `later` (it becomes a follow-up).
            """),
    };

    public Usage Usage => Called;

    public Task<bool> IsDoneThereAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskActs.IsDoneThereAsync(line, turn, ct);

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskActs.HandleAsync(TaskSort.Task, line, Usage, turn, ct);
}

/// <summary><c>/incident followup alert on queue length @bob due friday</c> — the same for what is to be done afterwards.</summary>
internal sealed class FollowUpCommand : ISubcommand, IActsElsewhere
{
    public const string Word = "followup";

    public Usage Usage => new(Word, "<what> [@owner] [due <time>]|<number> [done|drop|take|…]", Unspoken("Add something to be done after the incident"), Where.InIncident)
    {
        More = Unspoken("Tasks and follow-ups share their numbers. `/incident followup 3 now` makes it a task."),
    };

    public Task<bool> IsDoneThereAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskActs.IsDoneThereAsync(line, turn, ct);

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => TaskActs.HandleAsync(TaskSort.FollowUp, line, Usage, turn, ct);
}

/// <summary>What both words share.</summary>
internal static class TaskActs
{
    public static async Task<bool> IsDoneThereAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (first, rest) = CommandLine.SplitFirst(line.Rest);
        return IsNumber(first, out var number) && IsVerb(CommandLine.SplitFirst(rest).First) && await MovedTask.IsFollowedAsync(number, rest, line, turn, ct);
    }

    public static async Task HandleAsync(TaskSort sort, CommandLine line, Usage usage, Turn turn, CancellationToken ct)
    {
        var (first, rest) = CommandLine.SplitFirst(line.Rest);
        if (await turn.IncidentAsync(line, usage, ct) is not { } incident)
            return;
        if (line.Rest.Length == 0)
            turn.Ask(TaskReplies.WhatIsToBeDone(sort), line with { Number = incident.Id.Number });
        else if (IsNumber(first, out var number) && CommandLine.SplitFirst(rest) is var (verb, words) && IsVerb(verb))
            await ChangeAsync(incident, number, verb.ToLowerInvariant(), words, usage, turn, ct);
        else
            await AddAsync(incident, sort, TaskLine.Read(line.Rest, turn.By), usage, turn, ct);
    }

    /// <summary>Adds a task whose owner and time are checked first.</summary>
    public static async Task AddAsync(Incident incident, TaskSort sort, TaskLine wanted, Usage usage, Turn turn, CancellationToken ct, Func<IncidentTask, IncidentTask>? with = null)
    {
        if (wanted.Owner is { } owner && await WhyNotAsync(owner, incident, turn, ct) is { } whyNot)
        {
            turn.Refuse(whyNot);
            return;
        }
        if (turn.WaitsFor is not null)
            return;
        var due = wanted.Due.Length == 0 ? null : await DueAsync(wanted.Due, usage, turn, ct);
        if (turn.WaitsFor is not null || (wanted.Due.Length > 0 && due is null))
            return;
        if (await MessageWords.KeptOrWaitAsync(wanted.Text, turn, ct) is not { } words)
            return;
        var task = (await NewAsync(incident, sort, PeoplesWords.Harmless(words), turn, ct)) with { Owner = wanted.Owner, DueAt = due };
        Conclude(incident, IncidentTasks.Add(incident, with is null ? task : with(task), turn.By, turn.Now), turn);
    }

    /// <summary>A task with the next free number; nobody's, and due at no time.</summary>
    public static async Task<IncidentTask> NewAsync(Incident incident, TaskSort sort, string text, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return new IncidentTask(incident.Id, await db.Tasks.LastNumberAsync(incident.Id, ct) + 1, text, sort, turn.By, turn.Now);
    }

    /// <summary>Acts on what the domain said, and tells the person, with what can be done next.</summary>
    public static void Conclude(Incident incident, Decision decision, Turn turn)
    {
        if (decision is Decision.Accepted { Events: [TaskEvent happened, ..] } accepted)
        {
            turn.Accept(accepted);
            turn.Confirm(TaskReplies.Done(incident, accepted, happened, turn.Here), happened.GetType().Name);
        }
        else if (decision is Decision.Refused { Why: TaskIsSettled { Task: var number } settled })
        {
            turn.Refuse(TaskReplies.Settled(incident, number, Refusals.SentenceFor(settled, incident, turn.Here)), nameof(TaskIsSettled));
        }
        else
        {
            turn.Conclude(incident, decision);
        }
    }

    private static async Task ChangeAsync(Incident incident, int number, string verb, string words, Usage usage, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        if (await db.Tasks.NumberedAsync(incident.Id, number, ct) is not { } task)
        {
            turn.Refuse(TaskReplies.NoSuchTask(incident, number), "no such task");
            return;
        }
        switch (verb)
        {
            case "" or "show" when words.Trim().Length == 0:
                turn.Answer(TaskReplies.One(incident, task), "shown");
                break;
            case "owner":
                await GiveAsync(incident, task, words, usage, turn, ct);
                break;
            case "due" or "by" or "fällig" or "faellig" or "bis":
                await MoveDueAsync(incident, task, words, usage, turn, ct);
                break;
            default:
                // "3 drop shipments" may well be something new: what cannot be told apart is asked.
                if (words.Trim().Length > 0)
                    turn.Refuse(TaskReplies.TaskOrNew(incident, task, verb), "asked first");
                else
                    Conclude(incident, Simply(incident, task, verb, turn), turn);
                break;
        }
    }

    private static Decision Simply(Incident incident, IncidentTask task, string verb, Turn turn) => verb switch
    {
        "done" => IncidentTasks.Done(incident, task, turn.By, turn.Now),
        "drop" => IncidentTasks.Drop(incident, task, turn.By, turn.Now),
        "open" => IncidentTasks.OpenAgain(incident, task, turn.By, turn.Now),
        "later" => IncidentTasks.Move(incident, task, TaskSort.FollowUp, turn.By, turn.Now),
        "now" => IncidentTasks.Move(incident, task, TaskSort.Task, turn.By, turn.Now),
        _ => IncidentTasks.Give(incident, task, turn.By, turn.By, turn.Now),
    };

    private static async Task GiveAsync(Incident incident, IncidentTask task, string words, Usage usage, Turn turn, CancellationToken ct)
    {
        var nobody = words.Trim().ToLowerInvariant() is "none" or "nobody";
        var to = nobody ? null : TaskLine.Person(words.Trim(), turn.By);
        if (!nobody && to is null)
            turn.NotUnderstood(TaskReplies.WhichOwner, usage);
        else if (to is { } owner && await WhyNotAsync(owner, incident, turn, ct) is { } whyNot)
            turn.Refuse(whyNot);
        else if (turn.WaitsFor is null)
            Conclude(incident, IncidentTasks.Give(incident, task, to, turn.By, turn.Now), turn);
    }

    private static async Task MoveDueAsync(Incident incident, IncidentTask task, string words, Usage usage, Turn turn, CancellationToken ct)
    {
        var never = words.Trim().ToLowerInvariant() is "none" or "never" or "nie";
        var due = never ? null : TaskWords.BackTo(words, turn.IsPressed) ?? await DueAsync(words, usage, turn, ct);
        if (never || due is not null)
            Conclude(incident, IncidentTasks.Due(incident, task, due, turn.By, turn.Now), turn);
    }

    /// <summary>The moment the words mean in the asker's zone; null after they were told what is wrong, and while the turn waits.</summary>
    private static async Task<DateTimeOffset?> DueAsync(string words, Usage usage, Turn turn, CancellationToken ct)
    {
        var zone = DueTime.NeedsZone(words) ? await turn.ZoneOrWaitAsync(ct) : TimeZoneInfo.Utc;
        switch (zone is null ? null : DueTime.Read(words, turn.SaidAt, zone, turn.Options.BusinessDays))
        {
            case DueReading.At at when at.Instant > turn.Now:
                return at.Instant;
            // What counts from when it was written may be over by the time it is pressed.
            case DueReading.At or DueReading.Passed:
                turn.NotUnderstood(TaskReplies.Passed(words), usage);
                return null;
            case DueReading.Unreadable:
                turn.NotUnderstood(TaskReplies.WhichTime(words), usage);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Whoever takes something themselves is there.</summary>
    private static async Task<Refusal?> WhyNotAsync(UserId owner, Incident incident, Turn turn, CancellationToken ct) =>
        owner == turn.By ? null : await turn.WhyNoDutyAsync(owner, incident, ct);

    private static bool IsNumber(string word, out int number) =>
        int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static bool IsVerb(string word) => word.ToLowerInvariant() is "" or "show" or "done" or "drop" or "open" or "take" or "owner" or "due" or "by" or "fällig" or "faellig" or "bis" or "later" or "now";
}
