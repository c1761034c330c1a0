using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.Tests.Replays;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Crash;

/// <summary>
/// Plays the 25th hour with the bot in a process of its own, and kills it on the way. After each blow it is started again,
/// Slack sends again what failed, and a person who was told that something did not work does it again.
/// </summary>
internal sealed class CrashRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Act Nothing = new("nothing", () => Task.CompletedTask, () => Task.FromResult(true), IsHeard: false);

    private readonly Stage stage;
    private BotProcess? bot;

    private CrashRun(Stage stage) => this.stage = stage;

    /// <summary>How often the bot was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Plays it to the end.</summary>
    /// <param name="plan">The blows of an act that the bot hears of; a second blow falls on the bot that has just come back.</param>
    public static async Task<(Ending Ending, int Kills)> PlayAsync(Func<Act, IReadOnlyList<Blow>> plan)
    {
        await using var run = new CrashRun(await Stage.SetAsync(Replay.Load("g0-the-25th-hour")));
        run.bot = await BotProcess.StartAsync(run.stage);
        foreach (var act in new Player(run.stage).Acts())
        {
            await act.PrepareAsync();
            await run.DoAsync(act, act.IsHeard ? plan(act) : []);
        }
        await run.stage.MoveToAsync(run.stage.Replay.Moment(run.stage.Replay.Expected.SilentUntil));
        await run.stage.SettlesAsync();
        return (await Ending.ReadAsync(run.stage), run.Kills);
    }

    public async ValueTask DisposeAsync()
    {
        bot?.Dispose();
        await stage.DisposeAsync();
    }

    private async Task DoAsync(Act act, IReadOnlyList<Blow> blows)
    {
        var before = await RequestsTakenAsync();
        var worked = blows.Count == 0 ? await act.TryAsync() : await StrikeAsync(blows[0], act);
        foreach (var blow in blows.Skip(1))
            await StrikeAsync(blow, Nothing);
        await ComeBackAsync();
        while (!worked && !(act.LooksFirst && await RequestsTakenAsync() > before))
        {
            worked = await act.TryAsync();
            await stage.SettlesAsync();
        }
    }

    /// <summary>Does the act and kills the bot; false when the person was told that it did not work.</summary>
    private async Task<bool> StrikeAsync(Blow blow, Act act)
    {
        if (blow is Blow.LostAnswer armed)
            await stage.Client.FaultAsync(armed.Method, "lost_answer", armed.Times);
        var journal = (await stage.Client.JournalAsync())[^1].N;
        var stored = await stage.ReadAsync(db => db.Inbox.CountAsync());
        var handled = await stage.ReadAsync(db => db.Inbox.CountAsync(row => row.State == InboxState.Handled));
        bot ??= await BotProcess.StartAsync(stage);
        switch (blow)
        {
            case Blow.Before:
                await KillAsync();
                return await act.TryAsync();
            case Blow.During during:
                var doing = act.TryAsync();
                await Task.Delay(during.Wait, TimeProvider.System, CancellationToken.None);
                await KillAsync();
                return await doing;
        }

        var trying = act.TryAsync();
        switch (blow)
        {
            case Blow.After after:
                await trying;
                await Task.Delay(after.Wait, TimeProvider.System, CancellationToken.None);
                break;
            case Blow.AtStore:
                await CountsMoreThanAsync("SELECT COUNT(*) FROM inbox", stored);
                break;
            case Blow.AtCommit:
                await CountsMoreThanAsync("SELECT COUNT(*) FROM inbox WHERE \"State\" = 2", handled);
                break;
            case Blow.AtCall call:
                await trying;
                await JournalHasAsync(journal, entry => entry.Direction != "delivery", call.Number, orIdle: true);
                break;
            case Blow.LostAnswer lost:
                await JournalHasAsync(journal, entry => entry.Method == lost.Method && entry.Outcome == "lost_answer", lost.Times, orIdle: false);
                break;
        }
        await KillAsync();
        return await trying;
    }

    private async Task KillAsync()
    {
        await bot!.KillAsync();
        bot.Dispose();
        bot = null;
        Kills++;
    }

    /// <summary>Starts the bot where it is down; Slack sends again what it could not deliver.</summary>
    private async Task ComeBackAsync()
    {
        bot ??= await BotProcess.StartAsync(stage);
        do
            await stage.SettlesAsync();
        while (await stage.Client.RedeliverAllFailedAsync() > 0);
    }

    /// <summary>Commands, clicks and forms that were stored: what a person sees of it when they look whether it worked.</summary>
    private Task<int> RequestsTakenAsync() => stage.ReadAsync(db => db.Inbox.CountAsync(row => row.Kind == "application/x-www-form-urlencoded"));

    /// <summary>Looks without a pause: what comes a few milliseconds after a commit must not have come yet.</summary>
    private Task<bool> CountsMoreThanAsync(string query, long before) => stage.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var look = db.Database.GetDbConnection().CreateCommand();
        look.CommandText = query;
        var started = TimeProvider.System.GetTimestamp();
        while ((long)look.ExecuteScalar()! <= before)
            RefuseToWaitForEver(started, query);
        return true;
    });

    private async Task JournalHasAsync(long after, Func<SandboxJournalEntry, bool> such, int times, bool orIdle)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await stage.Client.JournalAsync(after)).Count(such) < times && !(orIdle && await stage.IsIdleAsync()))
            RefuseToWaitForEver(started, "the journal");
    }

    private static void RefuseToWaitForEver(long started, string forWhat)
    {
        if (TimeProvider.System.GetElapsedTime(started) > Patience)
            throw new TimeoutException($"The moment to strike never came: {forWhat}.");
    }
}
