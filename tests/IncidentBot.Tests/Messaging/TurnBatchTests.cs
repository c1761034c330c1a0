using IncidentBot.Configuration;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentBot.Tests.Messaging;

/// <summary>A turn sees what the turns before it in its transaction did, also before the database does.</summary>
public sealed class TurnBatchTests
{
    [Fact]
    public async Task A_channel_that_was_taken_from_an_incident_or_moved_is_no_longer_its_channel_in_the_next_turn()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await using var db = await bot.Contexts.CreateDbContextAsync(CancellationToken.None);
        var batch = new TurnBatch(db, await db.Workspaces.SingleAsync(), [], [], [], bot.Host.Services.GetRequiredService<IOptions<BotOptions>>().Value, bot.Now);
        var before = await batch.InChannelAsync(incident.Channel, CancellationToken.None);

        await batch.KeepAsync(IncidentChannel.Moved(before!, new ChannelId("G0MOVED")), CancellationToken.None);
        Assert.Null(await batch.InChannelAsync(incident.Channel, CancellationToken.None));
        Assert.Equal(incident.Number, (await batch.InChannelAsync("G0MOVED", CancellationToken.None))?.Id.Number);

        await batch.KeepAsync(before! with { Channel = null, Card = null }, CancellationToken.None);
        Assert.Null(await batch.InChannelAsync("G0MOVED", CancellationToken.None));
        Assert.Null(await batch.InChannelAsync(incident.Channel, CancellationToken.None));
    }
}
