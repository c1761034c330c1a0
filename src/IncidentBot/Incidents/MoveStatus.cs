using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>Where an incident is to go, what everybody is told last, and who owns the review that opens then.</summary>
internal sealed record Going(IncidentStatus To, string LastUpdate = "", UserId? ReviewOwner = null)
{
    /// <summary>What becomes of the tasks that are still open when it is closed; null where nobody said.</summary>
    public TaskSort? OpenTasksBecome { get; init; }

    /// <summary>Those tasks; none where it is not closed.</summary>
    public IReadOnlyList<IncidentTask> OpenTasks { get; init; } = [];
}

/// <summary>Words that move an incident; what opens with it is asked for before it is decided.</summary>
internal abstract class Move : IncidentSubcommand<Going>
{
    protected sealed override async Task<Going> CompleteAsync(Incident incident, Going wanted, Turn turn, CancellationToken ct) =>
        wanted with
        {
            ReviewOwner = await ReviewOwners.AtAsync(wanted.To, incident, turn, ct),
            OpenTasks = wanted.To == IncidentStatus.Closed && incident.Status != IncidentStatus.Closed ? await OpenTasksAsync(incident, turn, ct) : [],
        };

    /// <summary>Closed, nobody looks at its tasks any more: what is still open is asked about, so that nothing is lost.</summary>
    protected sealed override MessageContent? AskFirst(Incident incident, Going wanted) =>
        wanted is { OpenTasks.Count: > 0, OpenTasksBecome: null } ? CloseReplies.OpenTasks(incident, wanted) : null;

    private static async Task<IReadOnlyList<IncidentTask>> OpenTasksAsync(Incident incident, Turn turn, CancellationToken ct) =>
        await (await turn.StoreAsync(ct)).Tasks.OfIncidentAsync(incident.Id, TaskSort.Task, onlyOpen: true, CloseReplies.MostTasks, ct);

    public sealed override Decision Decide(Incident incident, Going wanted, Turn turn)
    {
        var moved = IncidentLifecycle.MoveTo(incident, wanted.To, turn.Options.Reviews, turn.By, turn.Now, wanted.ReviewOwner);
        if (wanted.OpenTasksBecome == TaskSort.FollowUp)
            moved = wanted.OpenTasks.Aggregate(moved, (so, task) => so.Then(closed => IncidentTasks.Move(closed, task, TaskSort.FollowUp, turn.By, turn.Now)));
        return wanted.LastUpdate.Length == 0 ? moved : moved.Then(over => Domain.Updates.Updates.Post(over, wanted.LastUpdate, turn.By, turn.Now));
    }
}

/// <summary><c>closing followups</c>, typed by the buttons that ask what becomes of open tasks; <c>closing anyway</c> leaves them open.</summary>
internal sealed class Closing : Move
{
    public override Usage Usage => new("closing", "followups|anyway [last update]", "Close it, with what becomes of open tasks", Where.InIncident) { Hidden = true, Decides = Matter.Status };

    public override Parsed<Going> Parse(string words)
    {
        var (what, update) = CommandLine.SplitFirst(words);
        return new Going(IncidentStatus.Closed, PeoplesWords.Harmless(update)) { OpenTasksBecome = what == "followups" ? TaskSort.FollowUp : TaskSort.Task };
    }
}

/// <summary><c>/incident status identified</c> — says where it stands; <c>resolved</c> and <c>closed</c> do what they say.</summary>
internal sealed class SetStatus : Move
{
    public override Usage Usage => new("status", "triage|investigating|identified|monitoring|resolved|closed", "Say where it stands", Where.InIncident) { Decides = Matter.Status };

    public override Parsed<Going> Parse(string words) => StatusWords.Read(words) is { } status
        ? new Going(status)
        : Parsed<Going>.Bad("Say where it stands in one word: triage, investigating, identified, monitoring, resolved or closed. To tell people more, use `update`.");
}

/// <summary><c>/incident resolve</c> — it no longer hurts anybody; the review becomes due.</summary>
internal sealed class Resolve : Move
{
    public override Usage Usage => new("resolve", "[last update]", "It no longer hurts anybody; opens the review", Where.InIncident, "resolved") { Decides = Matter.Status };

    public override Parsed<Going> Parse(string words) => new Going(IncidentStatus.Resolved, PeoplesWords.Harmless(words));
}

/// <summary><c>/incident close</c> — nothing more will happen here; resolves it first where that was not done.</summary>
internal sealed class Close : Move
{
    public override Usage Usage => new("close", "[last update]", "Nothing more will happen here; resolves it first", Where.InIncident, "closed") { Decides = Matter.Status };

    public override Parsed<Going> Parse(string words) => new Going(IncidentStatus.Closed, PeoplesWords.Harmless(words));
}

/// <summary><c>/incident reopen</c> — it is live again.</summary>
internal sealed class Reopen : IncidentSubcommand<IncidentStatus>
{
    public override Usage Usage => new("reopen", "[status]", "Make it live again", Where.InIncident) { Decides = Matter.Status };

    public override Parsed<IncidentStatus> Parse(string words) => (words.Length == 0 ? IncidentStatus.Investigating : StatusWords.Read(words)) switch
    {
        { } live and < IncidentStatus.Resolved => live,
        _ => Parsed<IncidentStatus>.Bad("Say where it stands now in one word: triage, investigating, identified or monitoring; or nothing, for investigating. It was not reopened."),
    };

    public override Decision Decide(Incident incident, IncidentStatus to, Turn turn) =>
        IncidentLifecycle.Reopen(incident, turn.By, turn.Now, to);
}

/// <summary>The states as people type them; generous, because nobody looks words up at night.</summary>
internal static class StatusWords
{
    public static IncidentStatus? Read(string word) => word.Trim().ToLowerInvariant() switch
    {
        "triage" or "new" or "open" => IncidentStatus.Triage,
        "investigating" or "investigate" or "looking" => IncidentStatus.Investigating,
        "identified" or "found" or "fixing" => IncidentStatus.Identified,
        "monitoring" or "mitigated" or "watching" => IncidentStatus.Monitoring,
        "resolved" or "resolve" or "fixed" or "done" => IncidentStatus.Resolved,
        "closed" or "close" => IncidentStatus.Closed,
        _ => null,
    };
}
