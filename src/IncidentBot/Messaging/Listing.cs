using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Which incidents somebody is shown beside their own, wherever incidents are listed: on the Home tab, in forms, among those that sound alike.</summary>
internal static class Listing
{
    public const string Word = "list";

    /// <summary>Whether they may list them, as Slack last said who is in which group.</summary>
    public static async Task<bool> MayListAsync(BotDbContext db, BotOptions options, string team, string user, CancellationToken ct)
    {
        var who = options.Permissions.For(Word);
        if (who.Contains(Permitted.Anyone))
            return true;
        foreach (var group in who.OfType<Permitted.Group>())
        {
            if (await db.Groups.FindAsync([team, group.Id], ct) is { } row && row.Has(user))
                return true;
        }
        return false;
    }

    /// <summary>Those of them that person is shown: all where they may list them, else those they answer for.</summary>
    public static async Task<IReadOnlyList<Incident>> ShownToAsync(this IReadOnlyList<Incident> incidents, BotDbContext db, BotOptions options, string team, string user, CancellationToken ct) =>
        await MayListAsync(db, options, team, user, ct) ? incidents : [.. incidents.Where(incident => incident.IsAnsweredForBy(new UserId(user)))];
}
