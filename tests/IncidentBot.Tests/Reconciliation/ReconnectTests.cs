using IncidentBot.Slack.SocketMode;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>Over Socket Mode nothing tells of what happened while no socket was open; when one opens again it is looked for.</summary>
public sealed class ReconnectTests
{
    [Fact]
    public async Task What_was_missed_while_no_socket_was_open_is_found_when_one_opens_again()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Rolled back");
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        var sockets = bot.Host.Services.GetRequiredService<SocketModeClient>();
        await bot.Client.FaultAsync("apps.connections.open", "http_500", times: 1_000);
        await bot.Client.SocketsAsync("cut");
        await Until.ItIsAsync(() => Task.FromResult(sockets.OpenConnections == 0));
        await bot.Client.FaultAsync("delivery", "lost", times: 100);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        Assert.Empty(await bot.Store.RecordedAsync(incident));

        await bot.Client.ClearFaultsAsync();
        await Until.ItIsAsync(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(sockets.OpenConnections == 2);
        });
        await Until.ItIsAsync(async () => (await bot.Store.RecordedAsync(incident)).Count == 1);
        await bot.SettlesAsync();

        Assert.Equal("Rolled back", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Contains("1 capture added", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }
}
