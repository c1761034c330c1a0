using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Roles;

/// <summary>An offer of command nobody answered ends, and says so.</summary>
internal sealed class OfferExpiry : IIncidentReminder
{
    public string Kind => ReminderKinds.Offer;

    public DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now) => Handover.EndsAt(incident);

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        var incident = await turn.NumberedAsync(due.Number, ct);
        if (incident is not null && Handover.Expire(incident, turn.By, turn.Now) is Decision.Accepted expired)
        {
            turn.Accept(expired);
            turn.RemindNext(expired.After, Kind);
            turn.Noted("offer expired");
        }
        else
        {
            turn.RemindLater(due, incident);
            turn.Ignore("no offer is at its end");
        }
    }
}
