using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>Finds who acts on a reminder that fell due, unless its row has gone or moved on since.</summary>
internal sealed class ReminderRouter(IEnumerable<IReminder> reminders) : IFactHandler<ReminderDue>
{
    private readonly Dictionary<string, IReminder> byKind = reminders.ToDictionary(reminder => reminder.Kind);

    public async Task HearAsync(ReminderDue fact, Turn turn, CancellationToken ct)
    {
        var due = new DateTimeOffset(fact.DueTicks, TimeSpan.Zero);
        var db = await turn.StoreAsync(ct);
        var isCurrent = await db.Reminders.AnyAsync(
            row => row.TeamId == turn.Team && row.Number == fact.Number && row.Kind == fact.Kind && row.Subject == fact.Subject && row.DueAt == due, ct);
        if (isCurrent)
            await byKind[fact.Kind].RemindAsync(fact, turn, ct);
        else
            turn.Ignore("nothing is owed any more");
    }
}
