using IncidentBot.Delivery;
using IncidentBot.Messaging;

namespace IncidentBot.Evidence;

/// <summary>Whoever waits for an export that will not come is told, and what to do instead.</summary>
internal sealed class ToldOfNoExport : IFactHandler<BundleNotSent>
{
    public async Task HearAsync(BundleNotSent fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is { } incident)
            turn.Owe(Unwritten.For(fact.User, () => new DirectMessage(fact.User, ExportReplies.NotSent(incident, fact.Reason))));
        turn.Fail($"not sent: {fact.Reason}");
    }
}
