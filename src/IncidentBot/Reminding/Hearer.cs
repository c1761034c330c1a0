using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Reminding;

/// <summary>Who hears a reminder, and when.</summary>
/// <param name="Person">Who hears it.</param>
/// <param name="Of">Whose it is: the same person, or whoever is covered by them.</param>
/// <param name="CoversUntil">Until when they are, where they are.</param>
/// <param name="HeldUntil">When their quiet hours are over; null where it comes now.</param>
internal sealed record Hearer(UserId Person, UserId Of, DateTimeOffset? CoversUntil, DateTimeOffset? HeldUntil);

/// <summary>
/// Finds who hears. Where several are reminded all of them are found first: while Slack has not said in which zone somebody is the
/// turn waits, and what was owed before it waited would be owed again.
/// </summary>
internal static class WhoHears
{
    /// <summary>Whoever covers the person, else the person; null while the turn waits.</summary>
    /// <param name="turn">The turn that reminds.</param>
    /// <param name="incident">What it is about. In quiet hours nothing comes but of what is as grave as it gets.</param>
    /// <param name="person">Whose reminder it is.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="mayBeCovered">Whether somebody may hear in their place.</param>
    public static async Task<Hearer?> HearerOrWaitAsync(this Turn turn, Incident incident, UserId person, CancellationToken ct, bool mayBeCovered = true)
    {
        var cover = mayBeCovered ? await Covers.InForceAsync(incident, person, turn, ct) : null;
        var hears = cover is null ? person : new UserId(cover.CoveredBy);
        if (incident.Severity.Rank == 1 || turn.Options.QuietHours is not { } quiet)
            return new Hearer(hears, person, cover?.Until, null);
        if (await turn.PersonOrWaitAsync(hears, PersonLookup.ZoneIsGoodFor, ct) is not { } known)
            return null;
        var zone = WhoAsks.Zone(known.TimeZone);
        return new Hearer(hears, person, cover?.Until, quiet.Include(turn.Now, zone) ? quiet.OverFrom(turn.Now, zone) : null);
    }

    /// <summary>Tells them now, or keeps in mind that they are to be told later.</summary>
    /// <param name="turn">The turn that reminds.</param>
    /// <param name="incident">What it is about.</param>
    /// <param name="kind">The reminder's kind.</param>
    /// <param name="subject">What it is about within the incident, or empty.</param>
    /// <param name="hearer">Who hears it.</param>
    /// <param name="reminder">What they are told.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task RemindAsync(this Turn turn, Incident incident, string kind, string subject, Hearer hearer, PersonalReminder reminder, CancellationToken ct)
    {
        if (hearer.HeldUntil is { } until)
        {
            await HoldAsync(turn, new HeldNudgeRow { TeamId = turn.Team, UserId = hearer.Person.Value, Number = incident.Id.Number, Kind = kind, Subject = subject, Of = hearer.Of.Value }, until, ct);
            return;
        }
        var number = incident.Id.Number;
        turn.Owe(Unwritten.For(hearer.Person.Value, () => hearer.CoversUntil is { } covers
            ? new DirectMessage(hearer.Person.Value, CoverWords.InPlaceOf(hearer.Of, covers, reminder.Message())) { InPlaceOf = new InPlaceOf(hearer.Of.Value, number, kind, subject) }
            : new DirectMessage(hearer.Person.Value, reminder.Message()) { ReviewOf = reminder.ReviewOf }));
    }

    private static async Task HoldAsync(Turn turn, HeldNudgeRow wanted, DateTimeOffset until, CancellationToken ct)
    {
        var held = (await turn.StoreAsync(ct)).HeldNudges;
        var row = await held.FindAsync([wanted.TeamId, wanted.UserId, wanted.Number, wanted.Kind, wanted.Subject, wanted.Of], ct);
        if (row is null)
            held.Add(row = wanted);
        (row.HeldAt, row.Until) = (turn.Now, until);
        turn.RemindAt(0, ReminderKinds.Held, wanted.UserId, until);
    }
}
