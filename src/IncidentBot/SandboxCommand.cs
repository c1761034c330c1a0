using System.Globalization;
using System.Security.Cryptography;
using IncidentBot.Configuration;
using IncidentBot.Sandbox;
using Serilog.Events;

namespace IncidentBot;

/// <summary><c>sandbox</c> — the bot together with a Slack of its own, to try it without registering anything.</summary>
internal static class SandboxCommand
{
    private const int DefaultPort = 8080;
    private static readonly string[] Flags = ["--socket-mode", "--alone", "--token-rotation"];
    private static readonly string[] Valued = ["--port", "--database", "--rate-limits"];

    public static async Task<int> RunAsync(string[] args)
    {
        Check(args);
        var socketMode = args.Contains("--socket-mode");
        var alone = args.Contains("--alone");
        var asked = new ConfigurationBuilder().AddCommandLine([.. args.Where(arg => !Flags.Contains(arg))]).Build();
        var port = asked["port"] is { } given ? SettingWords.Port(given) : DefaultPort;
        if (alone)
            return await RunAloneAsync(port, socketMode, args.Contains("--token-rotation"), asked["rate-limits"] == "true");
        var database = asked["database"] ?? Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"incidentbot-sandbox-{Environment.ProcessId}.db"));
        if (asked["database"] is null)
            File.Delete(database);
        else if (File.Exists(database))
            throw new BadSettingException($"{database} belongs to an earlier sandbox, whose workspace is gone. Delete it, or name another file.");
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = port, Seed = RandomNumberGenerator.GetInt32(int.MaxValue), Manifest = SandboxManifest.FromJson(AppManifest.Json(socketMode)) }, CancellationToken.None);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(await SettingsForAsync(sandbox, database)).AddEnvironmentVariables("SANDBOX_").Build();
        await using var logger = Logs.ToConsole(asJson: false, LogEventLevel.Warning);
        await using var bot = await BotHost.StartAsync(settings, sandbox.Clock, logger, "http://127.0.0.1:0", CancellationToken.None);
        if (!socketMode)
            await sandbox.InstallApp(new Uri(bot.Url, "/slack/events"));
        Console.WriteLine($"""

              IncidentBot is running with a Slack of its own. Open this page:

                  {sandbox.Url}

              Then type:  /incident declare Checkout is failing
              Everything is kept in {database}; stop with Ctrl+C.
              How the bot behaves stands in {Path.ChangeExtension(database, ".yaml")}; what you change there holds within seconds.

            """);
        await bot.RunUntilStoppedAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>A word that was meant and is not known must not start something else.</summary>
    private static void Check(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (Valued.Contains(name))
                i += args[i].Contains('=', StringComparison.Ordinal) ? 0 : 1;
            else if (!Flags.Contains(args[i]))
                throw new BadSettingException($"The sandbox does not know \"{args[i]}\". Use: sandbox [{string.Join("] [", Flags)}] [{string.Join(" <…>] [", Valued)} <…>].");
        }
    }

    /// <summary>Only the workspace, for an app of one's own: one that may do everything the sandbox models.</summary>
    private static async Task<int> RunAloneAsync(int port, bool socketMode, bool tokenRotation, bool rateLimits)
    {
        const string AnAddress = """{"request_url":"http://127.0.0.1:3000/slack/events"}""";
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Port = port,
                RateLimits = rateLimits,
                Manifest = ManifestAlone(socketMode, tokenRotation),
            },
            CancellationToken.None);
        Console.WriteLine($"""
            SLACK_API_URL={sandbox.ApiUrl}
            SLACK_BOT_TOKEN={sandbox.BotToken}
            SLACK_APP_TOKEN={sandbox.AppToken}
            SLACK_CLIENT_ID={sandbox.ClientId}
            SLACK_CLIENT_SECRET={sandbox.ClientSecret}
            SLACK_SIGNING_SECRET={sandbox.SigningSecret}
            # The workspace's page: {sandbox.Url}
            # Over HTTP, tell it where your app listens: curl -X POST {sandbox.Url}_sandbox/app -H 'Content-Type: application/json' -d '{AnAddress}'
            """);
        await sandbox.RunUntilStoppedAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>
    /// An app that may do everything the sandbox models, with all that this bot's own manifest lists: a bot that is started beside it
    /// finds its commands, shortcuts and events as in a workspace it was installed to.
    /// </summary>
    public static SandboxManifest ManifestAlone(bool socketMode, bool tokenRotation)
    {
        var (ours, any) = (SandboxManifest.FromJson(AppManifest.Json(socketMode)), SandboxManifest.Example);
        return ours with
        {
            BotEvents = ours.BotEvents.Union(any.BotEvents).ToHashSet(),
            Scopes = [.. ours.Scopes.Union(any.Scopes)],
            TokenRotation = tokenRotation,
        };
    }

    /// <summary>What the bot needs to know of a sandbox; tests use the same.</summary>
    public static async Task<Dictionary<string, string?>> SettingsForAsync(SandboxServer sandbox, string database)
    {
        using var people = sandbox.CreateClient();
        var state = await people.StateAsync();
        var config = Path.ChangeExtension(database, ".yaml");
        await File.WriteAllTextAsync(config, $"announcement_channel: {state.Channels.Single(channel => channel.Name == "incidents").Id}\n");
        return new Dictionary<string, string?>
        {
            [Settings.BotToken.Name] = sandbox.BotToken,
            [Settings.SigningSecret.Name] = sandbox.SocketMode ? null : sandbox.SigningSecret,
            [Settings.AppToken.Name] = sandbox.SocketMode ? sandbox.AppToken : null,
            [Settings.ApiUrl.Name] = sandbox.ApiUrl.ToString(),
            // The sandbox limits nothing unless it is told to.
            [Settings.Pace.Name] = "off",
            [Settings.Database.Name] = database,
            [Settings.Config.Name] = config,
        };
    }
}
