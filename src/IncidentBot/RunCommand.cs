using IncidentBot.Configuration;
using IncidentBot.Sandbox;

namespace IncidentBot;

/// <summary><c>run</c> — the bot itself, against Slack.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var connections = Settings.Connections(settings);
        using var follower = connections.SandboxClock is { } sandbox ? MovableClock.Follow(sandbox) : null;
        await using var logger = Logs.ToConsole(connections.LogAsJson);
        var listenOn = connections.ApiUrl.IsLoopback ? "127.0.0.1" : "0.0.0.0";
        await using var bot = await BotHost.StartAsync(settings, follower ?? TimeProvider.System, logger, $"http://{listenOn}:{connections.Port}", CancellationToken.None);
        logger.Information("Listening on {Url}; Slack's requests come to /slack/events", bot.Url);
        await bot.RunUntilStoppedAsync(CancellationToken.None);
        return 0;
    }
}
