using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>Keeps the reminders of one transaction in step with what they are about. Cancelling one is deleting its row.</summary>
internal sealed class DueReminders(BotDbContext db, string team, IReadOnlyList<IIncidentReminder> kinds, BotOptions options, DateTimeOffset now)
{
    /// <summary>When what was set falls due; the clock is told after the commit.</summary>
    public List<DateTimeOffset> Moments { get; } = [];

    /// <summary>The incident changed, or is new: what it wants otherwise than before is set.</summary>
    public async Task FollowAsync(Incident? before, Incident after, CancellationToken ct)
    {
        foreach (var kind in kinds)
        {
            var due = kind.Next(after, options, now);
            if (due != (before is null ? null : kind.Next(before, options, now)))
                await SetAsync(after.Id.Number, kind.Kind, "", due, wasGiven: false, ct);
        }
    }

    /// <summary>The incident's reminder of that kind was given; the next one is set.</summary>
    public Task GivenAsync(Incident incident, string kind, CancellationToken ct) =>
        SetAsync(incident.Id.Number, kind, "", kinds.Single(its => its.Kind == kind).Next(incident, options, now), wasGiven: true, ct);

    /// <summary>It could not be given. The incident's next one follows, where that lies ahead; others are tried again in an hour.</summary>
    public Task PutOffAsync(ReminderDue due, Incident? incident, CancellationToken ct)
    {
        var inAnHour = now + TimeSpan.FromHours(1);
        var next = incident is not null && kinds.SingleOrDefault(its => its.Kind == due.Kind) is { } kind ? kind.Next(incident, options, now) : inAnHour;
        return SetAsync(due.Number, due.Kind, due.Subject, next <= now ? inAnHour : next, wasGiven: true, ct);
    }

    /// <summary>Sets when it is due, or that it is not any more. What is due but was not given yet stays, unless it was given now.</summary>
    public async Task SetAsync(int number, string kind, string subject, DateTimeOffset? due, bool wasGiven, CancellationToken ct) =>
        Set(await db.Reminders.ThatAsync(team, number, kind, subject, ct), number, kind, subject, due, wasGiven);

    /// <summary>The same for many of one incident and kind, which were given: what there is is read at once.</summary>
    public async Task SetAllAsync(int number, string kind, IReadOnlyList<(string Subject, DateTimeOffset? Due)> wanted, CancellationToken ct)
    {
        if (wanted is [var only])
        {
            await SetAsync(number, kind, only.Subject, only.Due, wasGiven: true, ct);
            return;
        }
        var stored = await db.Reminders.Where(row => row.TeamId == team && row.Number == number && row.Kind == kind).ToListAsync(ct);
        var rows = stored.Union(db.Reminders.Local.Where(row => row.TeamId == team && row.Number == number && row.Kind == kind)).ToDictionary(row => row.Subject);
        foreach (var (subject, due) in wanted)
            Set(rows.GetValueOrDefault(subject), number, kind, subject, due, wasGiven: true);
    }

    private void Set(ReminderRow? row, int number, string kind, string subject, DateTimeOffset? due, bool wasGiven)
    {
        if (due is not { } at)
        {
            if (row is not null)
                db.Reminders.Remove(row);
            return;
        }
        if (row is null)
            db.Reminders.Add(row = new ReminderRow { TeamId = team, Number = number, Kind = kind, Subject = subject, DueAt = at });
        else if (db.Entry(row).State == EntityState.Deleted)
            db.Entry(row).State = EntityState.Modified;
        else if (row.DueAt <= now && !wasGiven)
            return;
        row.DueAt = at;
        Moments.Add(at);
    }
}
