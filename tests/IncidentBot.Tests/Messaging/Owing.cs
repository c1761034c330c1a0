using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Messaging;

/// <summary>Much to do outside, without the requests that would have caused it.</summary>
internal static class Owing
{
    /// <summary>From now on the bot owes all that, in this order.</summary>
    public static async Task OwesAsync(this TestBot bot, IReadOnlyList<Effect> effects)
    {
        var rows = effects.Select(effect => new OutboxRow
        {
            TeamId = bot.Sandbox.TeamId,
            Stream = $"{bot.Sandbox.TeamId}/{effect.Stream}",
            Kind = StoredShapes.NameOf(effect),
            Payload = StoredShapes.Write(effect),
            Lane = effect.IsAwaited ? OutboxLane.Urgent : OutboxLane.Bulk,
            CreatedAt = bot.Now,
        }).ToList();
        await bot.Host.Services.GetRequiredService<SingleWriter>().WriteAsync(
            async db =>
            {
                await db.OweAsync(rows, bot.Now, CancellationToken.None);
                return rows.Count;
            },
            CancellationToken.None);
        bot.Host.Services.GetRequiredService<Nudges>().TapOutbox();
    }
}
