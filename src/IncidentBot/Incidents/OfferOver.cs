using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>An offer of command that nobody answered ends with the incident: whoever was offered it hears that, and whoever offered it.</summary>
internal static class OfferOver
{
    public static void Tell(Incident before, Decision decision, Turn turn)
    {
        if (before.Offer is not { } offer || decision is not Decision.Accepted { After: { IsOver: true } after })
            return;
        foreach (var person in new[] { offer.To.Value, offer.By.Value }.Distinct().Where(person => person != turn.Workspace.BotUserId))
            turn.Owe(Unwritten.For(person, () => new DirectMessage(person, OfferOverReplies.IsVoid(after, offer))));
    }
}

/// <summary>What they are told.</summary>
internal static class OfferOverReplies
{
    public static MessageContent IsVoid(Incident over, CommandOffer offer) =>
        MessageContent.Plain(Speak($"🤝 {Number(over)} is over ({Name(over.Status)}), so the offer of its command to {Person(offer.To)} is void."));
}
