using IncidentBot.Configuration;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

/// <summary>Says of the messages of a channel which are to be compared, by what is stored now.</summary>
internal sealed class RelevantMessagesOf(IDbContextFactory<BotDbContext> contexts, CurrentOptions options)
{
    public async Task<RelevantMessages> InAsync(Comparing why, IEnumerable<PinSeen> pins, string team, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var held = await db.Captures.MessagesInAsync(team, why.Channel, why.Number, RelevantMessages.MostHeld, ct);
        var known = await db.Timeline.WordsKnownAsync(team, why.Channel, why.Number, [.. held], ct);
        var relevant = held.Concat(pins.Select(pin => pin.Ts)).ToHashSet();
        if (await db.Incidents.CardAsync(team, why.Number, ct) is { } card)
        {
            // Of the card only the emoji are compared.
            relevant.Add(card);
            known[card] = DateTimeOffset.MaxValue;
        }
        return new RelevantMessages(
            relevant,
            known,
            options.Value.TimelineEmoji);
    }
}
