using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Times;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>Where an incident is to go, what everybody is told last, or why it is none, and who owns the review that opens then.</summary>
internal sealed record Going(IncidentStatus To, string Said = "", UserId? ReviewOwner = null)
{
    /// <summary>What becomes of the tasks that are still open when it ends; null where nobody said.</summary>
    public TaskSort? OpenTasksBecome { get; init; }

    /// <summary>When it had come to what, where a button takes a change back; else null.</summary>
    public IReadOnlyList<Stamp>? Seen { get; init; }

    /// <summary>Those tasks; none where it does not end.</summary>
    public IReadOnlyList<IncidentTask> OpenTasks { get; init; } = [];

    /// <summary>Whether nobody looks at it any more then.</summary>
    public bool Ends => To.Phase is IncidentPhase.Closed or IncidentPhase.Declined;
}

/// <summary>Words that move an incident; what opens or ends with it is asked for before it is decided.</summary>
internal abstract class Move : ISubcommand
{
    public abstract Usage Usage { get; }

    protected abstract Parsed<Going> Read(string words, Lifecycle lifecycle);

    /// <summary>What they said; null after they were told that it is gone.</summary>
    protected virtual Task<string?> WordsAsync(Incident incident, CommandLine line, Turn turn, CancellationToken ct) => Task.FromResult<string?>(line.Rest);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (await WordsAsync(incident, line, turn, ct) is not { } words)
            return;
        switch (Read(words, turn.Options.Lifecycle))
        {
            case Parsed<Going>.Unread(var sentence):
                turn.NotUnderstood(sentence, Usage);
                break;
            case Parsed<Going>.Good({ To.Phase: IncidentPhase.Declined, Said: "" }) when incident.Status.Phase != IncidentPhase.Declined:
                turn.Ask(Decline.Why, new CommandLine(incident.Id.Number, "decline", ""));
                break;
            case Parsed<Going>.Good(var going):
                await ConcludeAsync(incident, going, turn, ct);
                break;
        }
    }

    /// <summary>Closed or declined, nobody looks at its tasks any more: what is still open is asked about, so that nothing is lost.</summary>
    private static async Task ConcludeAsync(Incident incident, Going going, Turn turn, CancellationToken ct)
    {
        var isEnding = going.Ends && incident.Status.Phase != going.To.Phase;
        going = going with
        {
            ReviewOwner = await ReviewOwners.AtAsync(going.To, incident, turn, ct),
            OpenTasks = isEnding ? await OpenTasksAsync(incident, Needed(going), turn, ct) : [],
        };
        if (turn.WaitsFor is not null)
            return;
        var decision = Decide(incident, going, turn);
        if (going is { OpenTasks.Count: > 0, OpenTasksBecome: null } && decision is Decision.Accepted)
        {
            turn.Answer(CloseReplies.OpenTasks(incident, going, await CountAsync(incident, turn, ct), turn.InboxId), "asked first");
            return;
        }
        turn.Conclude(incident, decision);
        OfferOver.Tell(incident, decision, turn);
    }

    private static async Task<IReadOnlyList<IncidentTask>> OpenTasksAsync(Incident incident, int most, Turn turn, CancellationToken ct) =>
        await (await turn.StoreAsync(ct)).Tasks.OfIncidentAsync(incident.Id, TaskSort.Task, onlyOpen: true, most, ct);

    /// <summary>The question names a few; only what becomes follow-ups is needed whole.</summary>
    private static int Needed(Going going) => going.OpenTasksBecome switch
    {
        null => CloseReplies.MostShown,
        TaskSort.FollowUp => CloseReplies.MostTasks,
        _ => 0,
    };

    private static async Task<int> CountAsync(Incident incident, Turn turn, CancellationToken ct) =>
        (await (await turn.StoreAsync(ct)).Tasks.OpenCountsAsync(incident.Id, ct)).GetValueOrDefault(TaskSort.Task);

    private static Decision Decide(Incident incident, Going going, Turn turn)
    {
        if (going.Seen is { } seen && turn.IsPressed)
            return IncidentLifecycle.TakeBack(incident, going.To, seen, turn.By, turn.Now);
        var isDeclined = going.To.Phase == IncidentPhase.Declined;
        var moved = isDeclined
            ? IncidentLifecycle.Decline(incident, going.To, going.Said, turn.By, turn.Now)
            : IncidentLifecycle.MoveTo(incident, going.To, turn.Options.Reviews, turn.By, turn.Now, going.ReviewOwner, turn.Options.Lifecycle);
        if (going.OpenTasksBecome == TaskSort.FollowUp)
            moved = IncidentTasks.GoOnAfterwards(moved, going.OpenTasks, turn.By, turn.Now);
        return isDeclined || going.Said.Length == 0 ? moved : moved.Then(over => Domain.Updates.Updates.Post(over, going.Said, turn.By, turn.Now));
    }
}

/// <summary><c>/incident status identified</c> — says where it stands; <c>resolved</c> and <c>closed</c> do what they say.</summary>
internal sealed class SetStatus : Move
{
    public override Usage Usage => new("status", "<state>", Unspoken("Say where it stands"), Where.InIncident) { Decides = Matter.Status };

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) =>
        lifecycle.Read(words) switch
        {
            (var status, "") => new Going(status),
            (var status, var after) when SeenTimes.Read(after) is { } seen => new Going(status) { Seen = seen },
            _ => Parsed<Going>.Bad(LifecycleWords.SayWhere(lifecycle)),
        };
}

/// <summary><c>/incident resolve</c> — it no longer hurts anybody; the review becomes due.</summary>
internal sealed class Resolve : Move
{
    public override Usage Usage => new("resolve", "[last update]", Unspoken("It no longer hurts anybody; opens the review"), Where.InIncident, "resolved") { Decides = Matter.Status };

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => new Going(lifecycle.Of(IncidentPhase.Resolved), PeoplesWords.Harmless(words));
}

/// <summary><c>/incident close</c> — nothing more will happen here; resolves it first where that was not done.</summary>
internal sealed class Close : Move
{
    public override Usage Usage => new("close", "[last update]", Unspoken("Nothing more will happen here; resolves it first"), Where.InIncident, "closed") { Decides = Matter.Status };

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => new Going(lifecycle.Of(IncidentPhase.Closed), PeoplesWords.Harmless(words));
}

/// <summary><c>/incident decline only a test</c> — it was no incident; nothing is owed.</summary>
internal sealed class Decline : Move
{
    public override Usage Usage => new("decline", "<why>", Unspoken("Say that it is no incident; no review is owed"), Where.InIncident, "declined") { Decides = Matter.Status };

    /// <summary>It ends the incident, so it is asked for why, and no slip does it.</summary>
    public static Question Why => new(Speak("No incident?"), Speak("Why is it no incident?"), Speak("It ends here and owes no review; the channel is told why."), Multiline: false);

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => new Going(lifecycle.Of(IncidentPhase.Declined), PeoplesWords.Harmless(words));
}

/// <summary><c>/incident reopen</c> — it is live again.</summary>
internal sealed class Reopen : ISubcommand
{
    public Usage Usage => new("reopen", "[state]", Unspoken("Make it live again"), Where.InIncident) { Decides = Matter.Status };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var lifecycle = turn.Options.Lifecycle;
        if (line.Rest.Length == 0)
            await ConcludeAsync(incident, lifecycle.Reopened, turn, ct);
        else if (lifecycle.Read(line.Rest) is ({ IsOver: false } live, ""))
            await ConcludeAsync(incident, live, turn, ct);
        else
            turn.NotUnderstood(LifecycleWords.SayWhereNow(lifecycle), Usage);
    }

    /// <summary>Where it had gone on as another one, that one hears that it is none of it.</summary>
    private static async Task ConcludeAsync(Incident incident, IncidentStatus to, Turn turn, CancellationToken ct)
    {
        var decision = IncidentLifecycle.Reopen(incident, to, turn.By, turn.Now, turn.Options.Lifecycle);
        if (decision is Decision.Accepted && await turn.GoesOnAsAsync(incident, ct) is { } into && Merging.Separate(into, incident, turn.By, turn.Now) is Decision.Accepted separated)
            turn.Accept(separated);
        turn.Conclude(incident, decision);
        await MergedCards.RefreshAsync(incident, turn, ct);
    }
}
