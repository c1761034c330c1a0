using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Replays;

/// <summary>
/// The place where a replay is played: its people and channels in a sandbox whose clock begins on that day, and an empty
/// database. The bot is not part of it; it may run in this process or in another, die and come back.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan PastAnyBackoff = TimeSpan.FromSeconds(2);
    private const int MostBackoffs = 8;

    private readonly FreshDatabase database;
    private readonly ServiceProvider store;

    private Stage(Replay replay, SandboxServer sandbox, FreshDatabase database, SandboxState state)
    {
        Replay = replay;
        Sandbox = sandbox;
        Client = sandbox.CreateClient();
        People = state.People.ToDictionary(person => person.Name, person => Client.As(person.Id));
        Channels = state.Channels.Where(channel => !channel.IsIm).ToDictionary(channel => channel.Name, channel => channel.Id);
        this.database = database;
        store = new ServiceCollection().AddStore(database.Path).BuildServiceProvider();
    }

    public Replay Replay { get; }

    public SandboxServer Sandbox { get; }

    public SandboxClient Client { get; }

    /// <summary>By short name.</summary>
    public IReadOnlyDictionary<string, SandboxPerson> People { get; }

    /// <summary>The ids of the channels that were there at the start, by name.</summary>
    public IReadOnlyDictionary<string, string> Channels { get; }

    public static async Task<Stage> SetAsync(Replay replay)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Clock = new MovableClock(replay.Moment(replay.Starts)),
            Manifest = SandboxManifest.FromJson(AppManifest.Json()),
            Population = new SandboxPopulation(
                [.. replay.People.Select(person => new SandboxPersonSeed(person.Name, person.RealName, person.Zone))],
                [.. replay.Channels.Select(channel => new SandboxChannelSeed(channel.Name, WithBot: channel.Announcements))]),
        });
        using var client = sandbox.CreateClient();
        return new Stage(replay, sandbox, await FreshDatabase.CreateAsync(), await client.StateAsync());
    }

    /// <summary>What a bot needs to be told to work here.</summary>
    public Task<Dictionary<string, string?>> SettingsAsync() => SandboxCommand.SettingsForAsync(Sandbox, database.Path);

    /// <summary>Registers where the bot is reached now.</summary>
    public Task InstallAsync(Uri bot) => Sandbox.InstallApp(new Uri(bot, "/slack/events"));

    /// <summary>Moves the clock, with the bot's clock following; a moment that is already past is left alone.</summary>
    public async Task MoveToAsync(DateTimeOffset moment)
    {
        if (moment > Sandbox.Clock.GetUtcNow())
            await Client.MoveClockAsync(moment);
    }

    /// <summary>Waits until nothing is going on, those things included that wait for a second try.</summary>
    public async Task SettlesAsync()
    {
        for (var round = 0; round < MostBackoffs; round++)
        {
            await new Settling(database.Path, store.GetRequiredService<IDbContextFactory<BotDbContext>>(), Client, Sandbox.Clock).WaitAsync();
            if (!await ReadAsync(db => db.Outbox.AnyAsync(row => row.State == OutboxState.Owed))
                && !await ReadAsync(db => db.Inbox.AnyAsync(row => row.State == InboxState.Pending)))
                return;
            await Client.AdvanceAsync(PastAnyBackoff);
        }
        throw new TimeoutException("Something is tried again and again.");
    }

    /// <summary>Looks into the bot's file.</summary>
    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using var db = await store.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>The channel the bot made.</summary>
    public async Task<SandboxChannel> IncidentChannelAsync() =>
        (await Client.StateAsync(Sandbox.BotUserId)).Channels.Single(channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await using (var db = await store.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync())
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection());
        await store.DisposeAsync();
        Client.Dispose();
        await Sandbox.DisposeAsync();
        database.Dispose();
    }
}
