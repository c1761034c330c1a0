using IncidentBot.Configuration;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(2);

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

    /// <summary>What a bot needs to be told to work here. No checkpoints: their hashes are salted, so that no two runs say the same. No nudges: they come by the clock, and the script is about what people do.</summary>
    public async Task<Dictionary<string, string?>> SettingsAsync()
    {
        var settings = await SandboxCommand.SettingsForAsync(Sandbox, database.Path);
        await File.AppendAllTextAsync(settings[Settings.Config.Name]!, "timeline: { checkpoint_every: off }\nnudges: { updates: off, acknowledge: off }\ncommand: { tell_channel_after: off }\nquiet_hours: { from: off }\n");
        return settings;
    }

    /// <summary>Registers where the bot is reached now.</summary>
    public Task InstallAsync(Uri bot) => Sandbox.InstallApp(new Uri(bot, "/slack/events"));

    /// <summary>Moves the clock, with the bot's clock following; a moment that is already past is left alone.</summary>
    public async Task MoveToAsync(DateTimeOffset moment)
    {
        if (moment > Sandbox.Clock.GetUtcNow())
            await Client.MoveClockAsync(moment);
    }

    /// <summary>
    /// Waits until nothing is going on and nothing is left to do, soon or later. Second tries wait for the clock, and so may
    /// a sleeper who lay down in the moment it was moved: when nothing comes to an end, it is moved a little further.
    /// </summary>
    /// <exception cref="TimeoutException">It did not come about.</exception>
    public async Task SettlesAsync()
    {
        var (started, moved) = (TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp());
        while (!await IsIdleAsync())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"It did not settle: {await WhatIsLeftAsync()}");
            await Task.Delay(LookAgain, TimeProvider.System);
            if (TimeProvider.System.GetElapsedTime(moved) < Impatience)
                continue;
            await Client.AdvanceAsync(Impatience);
            moved = TimeProvider.System.GetTimestamp();
        }
    }

    /// <summary>Whether nothing is going on at this moment, and nothing came in while this looked.</summary>
    public async Task<bool> IsIdleAsync()
    {
        var now = Sandbox.Clock.GetUtcNow();
        var before = await RowsAsync();
        return !await ReadAsync(db => db.Inbox.AnyAsync(row => row.State == InboxState.Pending || row.State == InboxState.Waiting))
            && !await ReadAsync(db => db.Outbox.AnyAsync(row => row.State == OutboxState.Owed))
            && !await ReadAsync(db => db.Reminders.AnyAsync(row => row.DueAt <= now))
            && await Client.QuietAsync(TimeSpan.Zero, TimeSpan.Zero)
            && await RowsAsync() == before;
    }

    /// <summary>What keeps it from being idle, with how often it was tried, when it is tried next and what was said against it; no words of people.</summary>
    private async Task<string> WhatIsLeftAsync()
    {
        var now = Sandbox.Clock.GetUtcNow();
        var inbox = await ReadAsync(db => db.Inbox.AsNoTracking().Where(row => row.State == InboxState.Pending || row.State == InboxState.Waiting).ToListAsync());
        var outbox = await ReadAsync(db => db.Outbox.AsNoTracking().Where(row => row.State == OutboxState.Owed).ToListAsync());
        var reminders = await ReadAsync(db => db.Reminders.AsNoTracking().Where(row => row.DueAt <= now).ToListAsync());
        return string.Join('\n',
            [
                $"at {now:O}, Slack quiet: {await Client.QuietAsync(TimeSpan.Zero, TimeSpan.Zero)}",
                .. inbox.Select(row => $"in-{row.Id} {row.Kind} {row.State}, attempts {row.Attempts}, waiting for {row.WaitingFor}, next try {row.NextTryAt:O}"),
                .. outbox.Select(row => $"out-{row.Id} {row.Kind}, attempts {row.Attempts}, in doubt {row.InDoubt}, not before {row.TurnAt:O}"),
                .. reminders.Select(row => $"reminder {row.Id} {row.Kind} due {row.DueAt:O}"),
            ]);
    }

    private Task<(int, int)> RowsAsync() => ReadAsync(async db => (await db.Inbox.CountAsync(), await db.Outbox.CountAsync()));

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
