using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Tasks;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Keeps tasks as their events tell them, and what is to be reminded of them in step.</summary>
internal sealed class TaskKeeping(BotDbContext db, DueReminders reminders, TaskPolicy policy, DateTimeOffset now)
{
    private const int Most = 1_000;

    /// <summary>Keeps what several events tell in one go: rows and reminders are read once, however many tasks there are.</summary>
    public async Task FollowAsync(IReadOnlyList<IncidentEvent> events, Incident after, CancellationToken ct)
    {
        IncidentTask[] tasks = [.. events.OfType<TaskEvent>().Select(happened => happened.Task).Reverse().DistinctBy(task => task.Number).Reverse()];
        if (tasks.Length > 0)
        {
            var rows = await db.Tasks.TrackedAsync(after.Id, [.. tasks.Select(task => task.Number)], ct);
            foreach (var task in tasks)
                Keep(task, rows.GetValueOrDefault(task.Number));
            await RemindAsync(tasks, after, ct);
        }
        // What was to be done live can be done again; while it was over nobody was reminded.
        if (events.OfType<IncidentReopened>().Any())
            await RemindAsync(await db.Tasks.OfIncidentAsync(after.Id, TaskSort.Task, onlyOpen: true, Most, ct), after, ct);
    }

    private void Keep(IncidentTask task, TaskRow? row)
    {
        if (row is null)
            db.Tasks.Add(row = new TaskRow { TeamId = task.Incident.Team.Value, Number = task.Incident.Number, TaskNumber = task.Number });
        row.Take(task);
    }

    private Task RemindAsync(IReadOnlyList<IncidentTask> tasks, Incident incident, CancellationToken ct) =>
        reminders.SetAllAsync(incident.Id.Number, ReminderKinds.Task, [.. tasks.Select(task => (Subject(task), Next(task, incident)))], ct);

    private DateTimeOffset? Next(IncidentTask task, Incident incident) => TaskReminders.Next(task, !incident.IsOver, policy, now);

    /// <summary>Which task of the incident a reminder is about.</summary>
    public static string Subject(IncidentTask task) => task.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
