using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Tasks;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Keeps tasks as their events tell them, and what is to be reminded of them in step.</summary>
internal sealed class TaskKeeping(BotDbContext db, DueReminders reminders, TaskPolicy policy, DateTimeOffset now)
{
    private const int Most = 1_000;

    public async Task FollowAsync(IncidentEvent happened, Incident after, CancellationToken ct)
    {
        switch (happened)
        {
            case TaskEvent { Task: var task }:
                await KeepAsync(task, ct);
                await RemindAsync(task, after, ct);
                break;
            case IncidentReopened:
                // What was to be done live can be done again; while it was over nobody was reminded.
                var open = await db.Tasks.OfIncidentAsync(after.Id, TaskSort.Task, onlyOpen: true, Most, ct);
                await reminders.SetAllAsync(after.Id.Number, ReminderKinds.Task, open.Select(task => (Subject(task), Next(task, after))), ct);
                break;
        }
    }

    private async Task KeepAsync(IncidentTask task, CancellationToken ct)
    {
        var row = await db.Tasks.FindAsync([task.Incident.Team.Value, task.Incident.Number, task.Number], ct);
        if (row is null)
            db.Tasks.Add(row = new TaskRow { TeamId = task.Incident.Team.Value, Number = task.Incident.Number, TaskNumber = task.Number });
        row.Take(task);
    }

    private Task RemindAsync(IncidentTask task, Incident incident, CancellationToken ct) => reminders.SetAsync(
        task.Incident.Number, ReminderKinds.Task, Subject(task), Next(task, incident), wasGiven: true, ct);

    private DateTimeOffset? Next(IncidentTask task, Incident incident) => TaskReminders.Next(task, !incident.IsOver, policy, now);

    /// <summary>Which task of the incident a reminder is about.</summary>
    public static string Subject(IncidentTask task) => task.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
