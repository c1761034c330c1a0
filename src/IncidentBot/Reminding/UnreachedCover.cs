using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Reminding;

/// <summary>Whoever covers somebody cannot be written to: that ends, and the reminder goes to whose it is.</summary>
internal static class UnreachedCover
{
    /// <returns>Whether it is done; false while the turn waits.</returns>
    public static async Task<bool> EndAsync(IEnumerable<IPersonReminder> reminders, string with, InPlaceOf told, Turn turn, CancellationToken ct)
    {
        var of = new UserId(told.User);
        var db = await turn.StoreAsync(ct);
        var cover = await db.Covers.FindAsync([turn.Team, told.User], ct) is { } row && row.CoveredBy == with ? row : null;
        var incident = await turn.NumberedAsync(told.Number, ct);
        var reminder = incident is null ? null : await reminders.Single(each => each.Kind == told.Kind).NowAsync(incident, told.Subject, of, turn, ct);
        var hearer = reminder is null ? null : await turn.HearerOrWaitAsync(incident!, of, ct, mayBeCovered: cover is null);
        if (turn.WaitsFor is not null)
            return false;
        if (cover is not null)
        {
            turn.RemindAt(0, ReminderKinds.Cover, told.User, null);
            await Covers.EndAsync(cover, turn, ct);
            turn.Owe(Unwritten.For(told.User, () => new DirectMessage(told.User, CoverWords.Unreached(new UserId(with)))));
        }
        // Whoever covers by now was perhaps not reached either; then the person is.
        if (hearer is not null && hearer.Person.Value != with)
            await turn.RemindAsync(incident!, told.Kind, told.Subject, hearer, reminder!, ct);
        return true;
    }
}
