using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Reminding;

/// <summary>Who is reminded in whose place, and what begins and ends with that in the incidents it is about.</summary>
internal static class Covers
{
    /// <summary>Of more incidents than these the timelines do not tell.</summary>
    private const int Most = 50;

    /// <summary>Who hears of the incident in that person's place; not of what they may not know of.</summary>
    public static async Task<CoverRow?> InForceAsync(Incident incident, UserId person, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return await db.Covers.FindAsync([turn.Team, person.Value], ct) is { } cover
            && cover.Until > turn.Now
            && await db.MayKnowOfAsync(incident, new UserId(cover.CoveredBy), ct)
                ? cover
                : null;
    }

    /// <summary>Ends it: whoever covered hears of it, and so do the timelines.</summary>
    public static async Task EndAsync(CoverRow cover, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var (of, with) = (new UserId(cover.UserId), new UserId(cover.CoveredBy));
        db.Covers.Remove(cover);
        await db.SaveChangesAsync(ct);
        turn.Owe(Unwritten.For(with.Value, () => new DirectMessage(with.Value, CoverWords.Over(of))));
        await LogAsync(of, incident => Cover.End(incident, of, with, turn.By, turn.Now), turn, ct);
    }

    /// <summary>Every live incident that person has a duty in remembers it.</summary>
    public static async Task LogAsync(UserId of, Func<Incident, Decision> decide, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        foreach (var number in await db.Incidents.LiveOnesAnsweredForAsync(turn.Team, of.Value, Most, ct))
        {
            if (await turn.NumberedAsync(number, ct) is { } incident
                && (incident.Commander == of || incident.Roles.All.Any(holder => holder.User == of))
                && decide(incident) is Decision.Accepted accepted)
                turn.Accept(accepted);
        }
    }
}
