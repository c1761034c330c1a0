using System.Globalization;
using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Sandbox;
using IncidentBot.Slack.SocketMode;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.TestKit;

/// <summary>
/// The real bot on a file of its own, with the sandbox as Slack over real HTTP, both on one clock that starts at
/// <see cref="StartsAt"/> and can be moved. Nothing is shared between two of them, so tests run side by side.
/// </summary>
internal sealed class TestBot : IAsyncDisposable
{
    /// <summary>A Monday morning; 9:00 in Berlin, 3:00 in New York.</summary>
    public static readonly DateTimeOffset StartsAt = new(2031, 3, 3, 8, 0, 0, TimeSpan.Zero);

    private readonly FreshDatabase database;
    private readonly Dictionary<string, string?> settings;
    private readonly Dictionary<string, string> people;
    private readonly Dictionary<string, string> channels;
    private BotHost? host;

    private TestBot(FreshDatabase database, SandboxServer sandbox, Dictionary<string, string?> settings, SandboxState state)
    {
        this.database = database;
        this.settings = settings;
        Sandbox = sandbox;
        Client = sandbox.CreateClient();
        people = state.People.ToDictionary(person => person.Name, person => person.Id);
        channels = state.Channels.Where(channel => !channel.IsIm).ToDictionary(channel => channel.Name, channel => channel.Id);
    }

    public SandboxServer Sandbox { get; }

    /// <summary>The sandbox's control API: faults, journal, channels, people.</summary>
    public SandboxClient Client { get; }

    public MovableClock Clock => Sandbox.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>What the bot logged, over all its restarts.</summary>
    public RememberedLog Log { get; } = new();

    /// <summary>What the bot remembers.</summary>
    public TestStore Store => new(Contexts);

    /// <summary>What anybody on the network can send to the bot.</summary>
    public SlackWire Wire => new(Url, Sandbox.SigningSecret, Clock);

    public BotHost Host => host ?? throw new InvalidOperationException("The bot is down.");

    public Uri Url => Host.Url;

    public IDbContextFactory<BotDbContext> Contexts => Host.Services.GetRequiredService<IDbContextFactory<BotDbContext>>();

    public string DatabasePath => database.Path;

    public TestPerson Alice => Person("alice");

    public TestPerson Bob => Person("bob");

    public TestPerson Chiyo => Person("chiyo");

    public TestPerson Dana => Person("dana");

    /// <summary>The channel everybody is in; the bot is not.</summary>
    public string General => Channel("general");

    /// <summary>The announcement channel; the bot is in it.</summary>
    public string Announcements => Channel("incidents");

    /// <summary>Where support asks; the bot is not in it.</summary>
    public string Support => Channel("ask-study-core");

    /// <summary>Starts a workspace and the bot in it.</summary>
    /// <param name="with">Settings by name, over those that connect the two.</param>
    public static async Task<TestBot> StartAsync(params IReadOnlyList<(string Name, string Value)> with)
    {
        var bot = await PrepareAsync(with);
        await bot.ComeUpAsync();
        return bot;
    }

    /// <summary>The same, reached over Socket Mode.</summary>
    /// <param name="with">Settings by name, over those that connect the two.</param>
    public static async Task<TestBot> StartOnSocketsAsync(params IReadOnlyList<(string Name, string Value)> with)
    {
        var bot = await PrepareAsync(limits: false, socketMode: true, with);
        await bot.ComeUpAsync();
        return bot;
    }

    /// <summary>Starts a workspace and the bot in it, behaving as that configuration says.</summary>
    /// <param name="yaml">The configuration, as <see cref="ConfigureAsync"/> takes it.</param>
    public static async Task<TestBot> StartConfiguredAsync(string yaml)
    {
        var bot = await PrepareAsync();
        await bot.ConfigureAsync(yaml);
        await bot.ComeUpAsync();
        return bot;
    }

    /// <summary>Starts a workspace that limits calls as Slack documents it, and the bot in it keeping its pace.</summary>
    /// <param name="with">Settings by name, over those that connect the two.</param>
    public static async Task<TestBot> StartLimitedAsync(params IReadOnlyList<(string Name, string Value)> with)
    {
        var bot = await PrepareAsync(limits: true, socketMode: false, [(Settings.Pace.Name, "on"), .. with]);
        await bot.ComeUpAsync();
        return bot;
    }

    /// <summary>Starts a workspace whose messages name at most so many of the people behind an emoji, and the bot in it.</summary>
    public static async Task<TestBot> StartWhereAnEmojiNamesAsync(int people)
    {
        var bot = await PrepareAsync(limits: false, socketMode: false, [], people);
        await bot.ComeUpAsync();
        return bot;
    }

    /// <summary>Starts a workspace with everything for the bot, and leaves it down.</summary>
    /// <param name="with">Settings by name, over those that connect the two.</param>
    public static Task<TestBot> PrepareAsync(params IReadOnlyList<(string Name, string Value)> with) => PrepareAsync(limits: false, socketMode: false, with);

    private static async Task<TestBot> PrepareAsync(bool limits, bool socketMode, IReadOnlyList<(string Name, string Value)> with, int emojiNames = 50)
    {
        var database = await FreshDatabase.CreateAsync();
        var clock = new MovableClock();
        clock.MoveTo(StartsAt);
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Clock = clock,
            RateLimits = limits,
            ReactionUsersShown = emojiNames,
            Manifest = SandboxManifest.FromJson(AppManifest.Json(socketMode)),
        });
        var settings = await SandboxCommand.SettingsForAsync(sandbox, database.Path);
        foreach (var (name, value) in with)
            settings[name] = value;
        using var client = sandbox.CreateClient();
        var bot = new TestBot(database, sandbox, settings, await client.StateAsync());
        if (with.All(setting => setting.Name != Settings.Config.Name))
            await bot.ConfigureAsync("");
        return bot;
    }

    /// <summary>Any person by short name; six are there at the start.</summary>
    public TestPerson Person(string name) => new(this, Client.As(people[name]));

    /// <summary>A channel that was there at the start, by name.</summary>
    public string Channel(string name) => channels[name];

    /// <summary>Waits until everything that follows from what was done has happened.</summary>
    public Task SettlesAsync() => new Settling(database.Path, Contexts, Client, Clock, Host.Services.GetRequiredService<Nudges>()).WaitAsync();

    /// <summary>Moves both clocks on and waits for what that brings.</summary>
    public async Task LaterAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await SettlesAsync();
    }

    /// <summary>Stops the bot as an orderly shutdown does. Slack goes on.</summary>
    public async Task GoDownAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        using var connection = new SqliteConnection(db.Database.GetConnectionString());
        await Host.DisposeAsync();
        host = null;
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Starts the bot (again) on the same file, under another address.</summary>
    /// <param name="untilItIsKnown">Whether to wait until it knows who it is; until then it only stores.</param>
    public async Task ComeUpAsync(bool untilItIsKnown = true)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        host = await BotHost.StartAsync(configuration, Clock, Log.CreateLogger(), "http://127.0.0.1:0", CancellationToken.None);
        if (untilItIsKnown)
            await host.Services.GetRequiredService<WorkspaceIdentity>().KnownAsync(CancellationToken.None);
        if (Sandbox.SocketMode)
            await HasSocketsAsync();
        else
            await Sandbox.InstallApp(new Uri(host.Url, "/slack/events"));
    }

    /// <summary>Holds the database's write lock as another process would, through a connection the bot knows nothing of, until disposed.</summary>
    public async Task<IAsyncDisposable> HoldDatabaseAsync()
    {
        var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabasePath, Pooling = false }.ToString());
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }

    /// <summary>Waits until the bot has as many sockets open as it is set to.</summary>
    public Task HasSocketsAsync(int count = 2) => Until.ItIsAsync(
        () => Task.FromResult(OpenSockets >= count),
        () => Task.FromResult($"Only {OpenSockets} of {count} sockets were opened."));

    /// <summary>How many connections the bot holds, as it counts them; Slack may have ended some it has not heard of yet.</summary>
    public int OpenSockets => Host.Services.GetRequiredService<SocketModeClient>().OpenConnections;

    /// <summary>What <c>/readyz</c> answers.</summary>
    public async Task<string> ReadinessAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var response = await http.GetAsync(new Uri(Host.Url, "/readyz"));
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Waits until the bot is ready, or is not; to become ready again it asks, for which the clock is moved on.</summary>
    public Task UntilReadyAsync(bool isReady) => Until.ItIsAsync(
        async () =>
        {
            var isSo = (await ReadinessAsync()).StartsWith("ready", StringComparison.Ordinal) == isReady;
            if (!isSo && isReady)
                Clock.Advance(TimeSpan.FromSeconds(15));
            return isSo;
        },
        async () => $"It says: {await ReadinessAsync()}");

    /// <summary>Writes the configuration file anew. Where it says nothing of them, incidents are announced, there are no checkpoints, no quiet hours, nobody is reminded of a live incident, and nothing is asked before declaring.</summary>
    public Task ConfigureAsync(string yaml) => File.WriteAllLinesAsync(
        settings[Settings.Config.Name]!,
        [
            yaml,
            .. yaml.Contains("announcement_channel", StringComparison.Ordinal) ? Array.Empty<string>() : [$"announcement_channel: {Announcements}"],
            .. yaml.Contains("command:", StringComparison.Ordinal) ? Array.Empty<string>() : ["command: { tell_channel_after: off }"],
            .. yaml.Contains("nudges:", StringComparison.Ordinal) ? Array.Empty<string>() : ["nudges: { updates: off, acknowledge: off }"],
            .. yaml.Contains("quiet_hours:", StringComparison.Ordinal) ? Array.Empty<string>() : ["quiet_hours: { from: off }"],
            .. yaml.Contains("language:", StringComparison.Ordinal) ? Array.Empty<string>() : ["language: { persons: off }"],
            .. yaml.Contains("checkpoint_every", StringComparison.Ordinal) ? Array.Empty<string>() : ["timeline: { checkpoint_every: off }"],
            .. yaml.Contains("declaring", StringComparison.Ordinal) ? Array.Empty<string>() : ["declaring: { offer_similar: off }"],
        ]);

    public void RemoveConfiguration() => File.Delete(settings[Settings.Config.Name]!);

    /// <summary>Down and up again.</summary>
    public async Task RestartAsync()
    {
        await GoDownAsync();
        await ComeUpAsync();
    }

    /// <summary>The workspace as the bot itself sees it.</summary>
    public async Task<SandboxChannel> ChannelAsync(string id) =>
        (await Client.StateAsync(Sandbox.BotUserId)).Channels.Single(channel => channel.Id == id);

    /// <summary>What stands in a channel for everybody who is in it, oldest first, replies included.</summary>
    public Task<IReadOnlyList<SandboxMessage>> MessagesAsync(string channel) => Client.As(Sandbox.BotUserId).MessagesAsync(channel);

    /// <summary>The incident's card as people see it now.</summary>
    public async Task<SandboxMessage> CardAsync(TestIncident incident) =>
        (await MessagesAsync(incident.Channel)).Single(message => message.Ts == incident.Card);

    /// <summary>The replies under the incident's card.</summary>
    public async Task<IReadOnlyList<SandboxMessage>> ThreadAsync(TestIncident incident) =>
        [.. (await MessagesAsync(incident.Channel)).Where(message => message.ThreadTs == incident.Card && message.Ts != incident.Card)];

    /// <summary>What the bot said in the incident's channel itself, the card left out.</summary>
    public async Task<IReadOnlyList<string>> SaidInAsync(TestIncident incident) =>
        [.. (await MessagesAsync(incident.Channel))
            .Where(message => message is { IsBot: true, Subtype: null, ThreadTs: null } && message.Ts != incident.Card).Select(message => message.Text)];

    /// <summary>How often the bot called a method of the Web API with success.</summary>
    public async Task<int> CallsAsync(string method) =>
        (await Client.JournalAsync()).Count(entry => entry is { Direction: "api", Outcome: "ok" } && entry.Method == method);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await GoDownAsync();
        Client.Dispose();
        await Sandbox.DisposeAsync();
        Clock.Dispose();
        database.Dispose();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"the bot on {database.Path}");
}
