using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Incidents;

/// <summary>What is still to be done when an incident is merged is to be done there, and no more here: nobody is reminded twice.</summary>
/// <param name="Moved">Each with the number it has there.</param>
/// <param name="Staying">How many are too many for one merge; they stay open where they are.</param>
internal sealed record TasksGoingOn(IncidentId Into, IReadOnlyList<(IncidentTask Task, int There)> Moved, int Staying)
{
    /// <summary>No incident we have heard of had a tenth of them.</summary>
    public const int Most = 1_000;

    /// <summary>What each person has to do of it.</summary>
    public ILookup<string, (IncidentTask Task, int There)> ByOwner { get; } =
        Moved.Where(each => each.Task.Owner is not null).ToLookup(each => each.Task.Owner!.Value.Value);

    public static async Task<TasksGoingOn> FindAsync(Incident duplicate, Incident into, BotDbContext db, CancellationToken ct)
    {
        var open = await db.Tasks.OpenInAsync(duplicate.Id, Most, ct);
        var last = await db.Tasks.LastNumberAsync(into.Id, ct);
        var staying = open.Count < Most ? 0 : (await db.Tasks.OpenCountsAsync(duplicate.Id, ct)).Values.Sum() - open.Count;
        return new TasksGoingOn(into.Id, [.. open.Select((task, i) => (task, last + 1 + i))], staying);
    }

    public Decision.Accepted TakenIn(Decision.Accepted into, Turn turn) =>
        (Decision.Accepted)Moved.Aggregate<(IncidentTask Task, int There), Decision>(into, (taken, each) => taken.Then(incident => IncidentTasks.TakeOver(incident, each.Task, each.There, turn.By, turn.Now)));

    public Decision.Accepted LeftBy(Decision.Accepted duplicate, Turn turn) =>
        (Decision.Accepted)Moved.Aggregate<(IncidentTask Task, int There), Decision>(duplicate, (left, each) => left.Then(incident => IncidentTasks.GoOnElsewhere(incident, each.Task, Into, each.There, turn.By, turn.Now)));
}
