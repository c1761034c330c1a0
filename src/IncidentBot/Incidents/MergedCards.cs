using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Incidents;

/// <summary>The card of an incident that was merged says where it goes on: it is written anew when that moves on itself.</summary>
internal static class MergedCards
{
    public static async Task RefreshAsync(Incident into, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        foreach (var number in await db.KinAsync(into.Id, ct))
        {
            if (await turn.OtherAsync(into.Id with { Number = number }, ct) is { Channel: not null } kin && kin.MergedInto == into.Id)
                turn.Owe(RefreshCard.Of(kin));
        }
    }
}
