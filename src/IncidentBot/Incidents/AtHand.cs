using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;

namespace IncidentBot.Incidents;

/// <summary>What the card shows besides the incident itself: how much is to be done, and what was ruled out.</summary>
/// <param name="OpenTasks">How many tasks are open.</param>
/// <param name="OpenFollowUps">How many follow-ups are open.</param>
/// <param name="DeadEnds">What was ruled out, the newest first.</param>
internal sealed record AtHand(int OpenTasks, int OpenFollowUps, IReadOnlyList<TimelineEntry> DeadEnds)
{
    /// <summary>More dead ends than this are not counted.</summary>
    public const int Most = 50;

    public static readonly AtHand Nothing = new(0, 0, []);

    /// <summary>The incident it goes on as, where it was merged.</summary>
    public Incident? GoesOnAs { get; init; }

    public static async Task<AtHand> OfAsync(BotDbContext db, Incident incident, CancellationToken ct)
    {
        var open = await db.Tasks.OpenCountsAsync(incident.Id, ct);
        return new AtHand(
            open.GetValueOrDefault(TaskSort.Task), open.GetValueOrDefault(TaskSort.FollowUp), await db.Timeline.NewestOfKindAsync(incident.Id, EntryKind.DeadEnd, Most, ct))
        {
            GoesOnAs = await db.GoesOnAsAsync(incident, ct),
        };
    }
}
