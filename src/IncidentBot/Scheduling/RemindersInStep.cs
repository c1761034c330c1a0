using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using Quartz;

namespace IncidentBot.Scheduling;

/// <summary>
/// When an incident is to be reminded of something hangs on the configuration too, and nobody types that into a turn: once at start, and
/// whenever it was changed, the reminders of all incidents that may want some are brought in step, a page at a time.
/// </summary>
internal sealed class RemindersInStep(
    SingleWriter writer, IEnumerable<IIncidentReminder> kinds, WorkspaceIdentity identity, CurrentOptions options, ReminderClock due, TimeProvider clock, ILogger<RemindersInStep> log)
{
    private const int PageSize = 100;
    private readonly IIncidentReminder[] kinds = [.. kinds];
    private BotOptions? applied;

    public async Task FollowAsync(CancellationToken ct)
    {
        var current = options.Value;
        if (!identity.IsKnown || ReferenceEquals(applied, current))
            return;
        try
        {
            await FollowAsync(current, (db, after) => db.Incidents.LiveAfterAsync(identity.TeamId, after, PageSize, ct), ct);
            await FollowAsync(current, (db, after) => db.Incidents.OverWithReviewOwedAfterAsync(identity.TeamId, after, PageSize, ct), ct);
            applied = current;
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            log.LogError(failure, "Reminders could not follow the configuration; it is tried again in a minute");
        }
    }

    private async Task FollowAsync(BotOptions current, Func<BotDbContext, int, Task<List<IncidentRow>>> page, CancellationToken ct)
    {
        var last = 0;
        do
        {
            var after = last;
            (last, var moments) = await writer.WriteAsync(async db => await SetAsync(db, await page(db, after), current, ct), ct);
            foreach (var moment in moments)
                await due.WakeAtAsync(moment, ct);
        }
        while (last > 0);
    }

    /// <returns>The number of the last incident of a full page, else 0; and what is due when.</returns>
    private async Task<(int Last, List<DateTimeOffset> Moments)> SetAsync(BotDbContext db, List<IncidentRow> incidents, BotOptions current, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var set = (await db.Reminders.OfAsync(identity.TeamId, [.. incidents.Select(row => row.Number)], ct)).ToDictionary(row => (row.Number, row.Kind));
        List<DateTimeOffset> moments = [];
        foreach (var (incident, kind) in incidents.SelectMany(row => kinds.Select(kind => (row.ToDomain(), kind))))
        {
            var row = set.GetValueOrDefault((incident.Id.Number, kind.Kind));
            // What is due is being given; whoever gives it sets the next one.
            if (row?.DueAt <= now || kind.Next(incident, current, now) is var wanted && wanted == row?.DueAt)
                continue;
            if (wanted is not { } at)
            {
                db.Reminders.Remove(row!);
                continue;
            }
            if (row is null)
                db.Reminders.Add(row = new ReminderRow { TeamId = identity.TeamId, Number = incident.Id.Number, Kind = kind.Kind });
            row.DueAt = at;
            moments.Add(at);
        }
        await db.SaveChangesAsync(ct);
        return (incidents.Count < PageSize ? 0 : incidents[^1].Number, moments);
    }
}

/// <summary>Every minute it is looked whether the configuration is still the one that was followed.</summary>
[DisallowConcurrentExecution]
internal sealed class RemindersInStepJob(RemindersInStep reminders) : IJob
{
    public static readonly JobKey Key = new("reminders-in-step");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await reminders.FollowAsync(cancellationToken);
}
