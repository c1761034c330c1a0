using IncidentBot.Sandbox;
using IncidentBot.TestKit;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Tests.Replays;

/// <summary>The 25th hour, played from first to last with the bot in this process.</summary>
public sealed class PlayedReplay : IAsyncLifetime
{
    private BotHost? bot;

    internal Stage Stage { get; private set; } = null!;

    internal Ending Ending { get; private set; } = null!;

    internal SlackWire Wire => new(bot!.Url, Stage.Sandbox.SigningSecret, Stage.Sandbox.Clock);

    public async ValueTask InitializeAsync() => await PlayAsync(_ => Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await bot.DisposeAsync();
        await Stage.DisposeAsync();
    }

    internal async Task PlayAsync(Func<SandboxClient, Task> disturb)
    {
        Stage = await Stage.SetAsync(Replay.Load("g0-the-25th-hour"));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(await Stage.SettingsAsync()).Build();
        bot = await BotHost.StartAsync(settings, Stage.Sandbox.Clock, new RememberedLog().CreateLogger(), "http://127.0.0.1:0", CancellationToken.None);
        await Stage.InstallAsync(bot.Url);
        await disturb(Stage.Client);
        foreach (var act in new Player(Stage).Acts())
        {
            await act.PrepareAsync();
            Assert.True(await act.TryAsync(), act.Name);
            await Stage.SettlesAsync();
        }
        Ending = await Ending.ReadAsync(Stage);
    }
}
