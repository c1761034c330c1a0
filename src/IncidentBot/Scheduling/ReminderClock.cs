using System.Globalization;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace IncidentBot.Scheduling;

/// <summary>
/// Quartz is the clock, not the memory: one trigger per due moment of the next hour, and a slow sweep that looks at the
/// rows. What a restart or a lost trigger forgets, the sweep finds; the unique key of the inbox lets each fire once.
/// </summary>
internal sealed class ReminderClock(ISchedulerFactory schedulers, TimeProvider clock, ILogger<ReminderClock> log) : IDueClock
{
    public static readonly JobKey Job = new("reminders");
    public static readonly TimeSpan LooksAhead = TimeSpan.FromHours(1);

    public async Task WakeAtAsync(DateTimeOffset moment, CancellationToken ct)
    {
        if (moment - clock.GetUtcNow() > LooksAhead)
            return;
        try
        {
            await ScheduleAsync(moment, ct);
        }
        catch (SchedulerException away)
        {
            log.LogWarning(away, "The clock could not be set; the sweep finds what is due");
        }
    }

    private async Task ScheduleAsync(DateTimeOffset moment, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var key = new TriggerKey(moment.UtcTicks.ToString(CultureInfo.InvariantCulture), "due");
        await scheduler.ScheduleTrigger(
            TriggerBuilder.Create(clock).WithIdentity(key).ForJob(Job).StartAt(moment)
                .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build(),
            TriggerConflict.Keep,
            ct);
    }
}

/// <summary>Moves every reminder that is due into the inbox, in one statement, and sets the clock for the next hour's.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(SingleWriter writer, IDbContextFactory<BotDbContext> contexts, ReminderClock due, Nudges nudges, TimeProvider clock, ILogger<ReminderJob> log) : IJob
{
    /// <summary>The row stays until the turn that reminds sets the next one; until then its key keeps it from coming in twice.</summary>
    private static readonly string MoveDue = $$"""
        INSERT INTO inbox ("TeamId", "Key", "Source", "Kind", "Body", "ReceivedAt", "State", "Attempts", "CameAgain", "Number")
        SELECT "TeamId", 'reminder-' || "Id" || '-' || "DueAt", {{(int)InboxSource.Reminder}}, '{{ReminderDue.StoredName}}',
               CAST(json_object('{{nameof(ReminderDue.Number)}}', "Number", '{{nameof(ReminderDue.Kind)}}', "Kind", '{{nameof(ReminderDue.DueTicks)}}', "DueAt", '{{nameof(ReminderDue.Subject)}}', "Subject") AS BLOB), {0}, 0, 0, 0, "Number"
        FROM reminders WHERE "DueAt" <= {0}
        ON CONFLICT ("TeamId", "Key") DO NOTHING
        """;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            var moved = await writer.WriteAsync(db => db.Database.ExecuteSqlRawAsync(MoveDue, [now.UtcTicks], cancellationToken), cancellationToken);
            if (moved > 0)
                nudges.Inbox.Tap();
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            log.LogError("Due reminders could not be taken in ({Why}); the next sweep takes them", StorageFault.Why(failure));
            return;
        }
        var horizon = now + ReminderClock.LooksAhead;
        await using var reading = await contexts.CreateDbContextAsync(cancellationToken);
        var moments = await reading.Reminders.Where(row => row.DueAt > now && row.DueAt <= horizon)
            .Select(row => row.DueAt).Distinct().OrderBy(at => at).Take(1_000).ToListAsync(cancellationToken);
        foreach (var moment in moments)
            await due.WakeAtAsync(moment, cancellationToken);
    }
}
