using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>
/// Sees to it that whatever is recorded stands in a checkpoint in time. Only the first version after a checkpoint asks for
/// the next one, so that a batch of notes costs nothing more.
/// </summary>
/// <param name="db">The store.</param>
/// <param name="every">How long a change may wait for its checkpoint; null where none are made.</param>
/// <param name="now">The time of the transaction.</param>
internal sealed class DueCheckpoints(BotDbContext db, TimeSpan? every, DateTimeOffset now)
{
    private readonly Dictionary<IncidentRow, bool> wanted = [];

    /// <summary>Something was recorded.</summary>
    public void Moved(IncidentRow incident)
    {
        if (every is null || incident.AwaitsCheckpoint)
            return;
        incident.AwaitsCheckpoint = true;
        wanted.TryAdd(incident, false);
    }

    /// <summary>The incident was closed.</summary>
    public void Closing(IncidentRow incident) => wanted[incident] = true;

    /// <summary>Sets the reminders of what moved, and says when they fall due.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SetAsync(CancellationToken ct)
    {
        if (every is not { } pause || wanted.Count == 0)
            return [];
        var moments = new List<DateTimeOffset>();
        var rows = await FindAsync([.. wanted.Keys], ct);
        foreach (var (incident, isClosing) in wanted)
        {
            var due = CheckpointSchedule.Due(now, pause, isClosing);
            if (!rows.TryGetValue((incident.TeamId, incident.Number), out var row))
                db.Reminders.Add(new ReminderRow { TeamId = incident.TeamId, Number = incident.Number, Kind = ReminderKinds.Checkpoint, DueAt = due });
            else if (db.Entry(row).State == EntityState.Deleted || due < row.DueAt)
                (row.DueAt, db.Entry(row).State) = (due, EntityState.Modified);
            else
                continue;
            moments.Add(due);
        }
        wanted.Clear();
        return moments;
    }

    /// <summary>The chain as it is now; nothing up to here asks for a checkpoint any more.</summary>
    public async Task<Checkpoint> MakeAsync(IncidentRow incident, CancellationToken ct)
    {
        incident.AwaitsCheckpoint = false;
        wanted.Remove(incident);
        db.Reminders.RemoveRange((await FindAsync([incident], ct)).Values);
        return new Checkpoint(incident.LastEntry, incident.LastSequence, Convert.ToHexStringLower(incident.ChainHead), now);
    }

    /// <summary>It cannot be said now: it is tried again after the same time, unless no more are made.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> PostponeAsync(IncidentRow incident, CancellationToken ct)
    {
        var rows = (await FindAsync([incident], ct)).Values;
        if (every is not { } pause)
        {
            incident.AwaitsCheckpoint = false;
            db.Reminders.RemoveRange(rows);
            return [];
        }
        foreach (var row in rows)
            row.DueAt = now + pause;
        return [.. rows.Select(row => row.DueAt)];
    }

    private Task<Dictionary<(string Team, int Number), ReminderRow>> FindAsync(IncidentRow[] incidents, CancellationToken ct)
    {
        var team = incidents[0].TeamId;
        int[] numbers = [.. incidents.Select(incident => incident.Number)];
        return db.Reminders.Where(row => row.TeamId == team && EF.Parameter(numbers).Contains(row.Number) && row.Kind == ReminderKinds.Checkpoint)
            .ToDictionaryAsync(row => (row.TeamId, row.Number), ct);
    }
}
