using System.Globalization;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.Tests.Replays;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Crash;

/// <summary>
/// A long incident: people note, write, react and pin while somebody kills the bot again and again, at moments nobody chose.
/// Whoever is told that a command did not work looks whether it is there, and types it again when it is not.
/// </summary>
internal sealed class Storm : IAsyncDisposable
{
    private static readonly string[] Cast = ["mira", "jonas", "ines", "tomasz"];
    private readonly Stage stage;
    private readonly Random chance;
    private BotProcess bot;

    private Storm(Stage stage, BotProcess bot, int seed) => (this.stage, this.bot, chance) = (stage, bot, new Random(seed));

    public int Kills { get; private set; }

    public string Channel { get; private set; } = "";

    public string Card { get; private set; } = "";

    /// <summary>The words of the notes, in the order they were taken.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The messages that were marked, by any emoji or pin.</summary>
    public HashSet<string> Marked { get; } = [];

    public static async Task<Storm> PlayAsync(int seed, int acts)
    {
        var stage = await Stage.SetAsync(Replay.Load("g0-the-25th-hour"));
        var storm = new Storm(stage, await BotProcess.StartAsync(stage), seed);
        await storm.DeclareAsync();
        using var over = new CancellationTokenSource();
        var killing = storm.KillAsync(new Random(seed + 1), over.Token);
        for (var act = 0; act < acts; act++)
            await storm.ActAsync(act);
        await over.CancelAsync();
        await killing;
        do
            await storm.SettlesAsync();
        while (await stage.Client.RedeliverAllFailedAsync() > 0);
        return storm;
    }

    /// <summary>Everything on the incident's timeline that people put there.</summary>
    public Task<List<TimelineRow>> EntriesAsync() => stage.ReadAsync(db => db.Timeline.AsNoTracking().Where(row => row.Author != null).OrderBy(row => row.Entry).ToListAsync());

    public Task<int> GivenUpAsync() => stage.ReadAsync(async db =>
        await db.Inbox.CountAsync(row => row.State == InboxState.Dead) + await db.Outbox.CountAsync(row => row.State == OutboxState.Dead));

    /// <summary>What stands in the incident's channel, oldest first.</summary>
    public Task<IReadOnlyList<SandboxMessage>> MessagesAsync() => stage.Client.As(stage.Sandbox.BotUserId).MessagesAsync(Channel);

    public async ValueTask DisposeAsync()
    {
        bot.Dispose();
        await stage.DisposeAsync();
    }

    /// <summary>When it does not settle, what the bot wrote on its console says why.</summary>
    private async Task SettlesAsync()
    {
        try
        {
            await stage.SettlesAsync();
        }
        catch (TimeoutException still)
        {
            throw new TimeoutException($"{still.Message}\n\n{bot.Said}", still);
        }
    }

    private async Task DeclareAsync()
    {
        await TypeAsync(stage.People["mira"], stage.Channels.Values.First(), "declare", "Nothing is counted any more");
        await SettlesAsync();
        (Channel, Card) = await stage.ReadAsync(async db => await db.Incidents.Select(row => ValueTuple.Create(row.ChannelId!, row.CardTs!)).SingleAsync());
        foreach (var name in Cast.Skip(1))
            await stage.People[name].JoinAsync(Channel);
        await SettlesAsync();
    }

    private async Task KillAsync(Random moments, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(moments.Next(200, 4_000)), TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await bot.KillAsync();
            bot.Dispose();
            Kills++;
            bot = await BotProcess.StartAsync(stage);
        }
    }

    private async Task ActAsync(int number)
    {
        var person = stage.People[Cast[chance.Next(Cast.Length)]];
        var words = string.Create(CultureInfo.InvariantCulture, $"what was seen at step {number}.");
        switch (chance.Next(6))
        {
            case 0 or 1 or 2:
                await NoteAsync(person, words);
                break;
            case 3:
                var reply = await person.PostAsync(Channel, words, Card);
                await MarkAsync(person, reply, pinToo: false);
                break;
            default:
                await MarkAsync(person, await person.PostAsync(Channel, words), pinToo: chance.Next(3) == 0);
                break;
        }
    }

    private async Task MarkAsync(SandboxPerson person, string ts, bool pinToo)
    {
        await person.ReactAsync(Channel, ts, "pushpin");
        if (pinToo)
            await person.PinAsync(Channel, ts);
        Marked.Add(ts);
    }

    private async Task NoteAsync(SandboxPerson person, string words)
    {
        await TypeAsync(person, Channel, "note", words);
        Notes.Add(words);
    }

    /// <summary>
    /// Types it until it is taken. After an error it is typed again only when it was not: a bot that was killed has stored it or
    /// never will, but one that is only slow may still do so.
    /// </summary>
    private async Task TypeAsync(SandboxPerson person, string channel, string word, string words)
    {
        while ((await person.CommandAsync(channel, $"/incident {word} {words}")).Error is { } error)
        {
            var isTaken = false;
            for (var looks = error == "operation_timeout" ? 200 : 1; looks > 0 && !isTaken; looks--)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
                isTaken = await IsTakenAsync(words);
            }
            if (isTaken)
                return;
        }
    }

    private Task<bool> IsTakenAsync(string words) => stage.ReadAsync(async db =>
    {
        var sent = Uri.EscapeDataString(words).Replace("%20", "+", StringComparison.Ordinal);
        var bodies = await db.Inbox.OrderByDescending(row => row.Id).Take(20).Select(row => row.Body).ToListAsync();
        return bodies.Exists(body => System.Text.Encoding.UTF8.GetString(body).Contains(sent, StringComparison.Ordinal));
    });
}
