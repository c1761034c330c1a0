using IncidentBot.Configuration;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace IncidentBot.Scheduling;

/// <summary>The announcement channel's digest is wanted by the configuration, which nobody types into a turn: every minute its reminder is brought in step.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(
    SingleWriter writer, IDbContextFactory<BotDbContext> contexts, WorkspaceIdentity identity, CurrentOptions options, ReminderClock due, TimeProvider clock, ILogger<DigestJob> log) : IJob
{
    public static readonly JobKey Key = new("digest");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!identity.IsKnown)
            return;
        var now = clock.GetUtcNow();
        var wanted = options.Value is { AnnouncementChannel.Length: > 0, Digest: { ChannelAt: { } time, Zone: var zone } } ? DueTime.NextAt(time, now, zone) : default(DateTimeOffset?);
        await using var reading = await contexts.CreateDbContextAsync(cancellationToken);
        var set = await reading.Reminders.ThatAsync(identity.TeamId, 0, ReminderKinds.Digest, DigestRow.Channel, cancellationToken);
        if (set?.DueAt == wanted || set?.DueAt <= now)
            return;
        try
        {
            await writer.WriteAsync(db => SetAsync(db, wanted, cancellationToken), cancellationToken);
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            log.LogError("The channel's digest could not be set ({Why}); it is tried again in a minute", StorageFault.Why(failure));
            return;
        }
        if (wanted is { } moment)
            await due.WakeAtAsync(moment, cancellationToken);
    }

    private async Task<int> SetAsync(BotDbContext db, DateTimeOffset? wanted, CancellationToken ct)
    {
        var row = await db.Reminders.ThatAsync(identity.TeamId, 0, ReminderKinds.Digest, DigestRow.Channel, ct);
        if (row is not null)
            db.Reminders.Remove(row);
        if (wanted is { } moment)
            db.Reminders.Add(new ReminderRow { TeamId = identity.TeamId, Number = 0, Kind = ReminderKinds.Digest, Subject = DigestRow.Channel, DueAt = moment });
        return await db.SaveChangesAsync(ct);
    }
}
