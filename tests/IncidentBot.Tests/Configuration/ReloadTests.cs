using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Configuration;

/// <summary>A changed configuration holds without a restart; one with a mistake changes nothing.</summary>
public sealed class ReloadTests
{
    [Fact]
    public async Task What_is_changed_holds_from_then_on()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.ConfigureAsync("emoji: { timeline: { tada: fix } }");

        await Until.ItIsAsync(async () =>
        {
            await LooksAgainAsync(bot);
            return bot.Log.Lines.Any(line => line.EndsWith("was changed and is in force", StringComparison.Ordinal));
        });

        var ts = await bot.Alice.In(incident).Says("The cache is back");
        await bot.Alice.In(incident).Reacts(ts, "tada");
        await bot.SettlesAsync();
        Assert.Equal(EntryKind.Fix, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_said_once_and_what_it_said_holds()
    {
        await using var bot = await TestBot.StartConfiguredAsync("commander: declarer");
        bot.RemoveConfiguration();
        await Until.ItIsAsync(async () =>
        {
            await LooksAgainAsync(bot);
            return bot.Log.Lines.Any(IsAboutTheFile);
        });
        for (var i = 0; i < 3; i++)
            await LooksAgainAsync(bot);

        Assert.Single(bot.Log.Lines, IsAboutTheFile);
        Assert.NotNull((await bot.Store.IncidentAsync(await bot.Alice.Declares())).Commander);

        static bool IsAboutTheFile(string line) => line.EndsWith("is gone; what it said before holds until the next start", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_still_be_being_written_does_not_hold_yet()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ConfigureAsync("emoji: { timeline: { tada: fix } }");

        await LooksAgainAsync(bot);

        Assert.DoesNotContain(bot.Log.Lines, line => line.EndsWith("was changed and is in force", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_line_once_and_nothing_of_that_file_holds()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ConfigureAsync("commander: declarer\nreviews: { chase_every: sometimes }");
        await Until.ItIsAsync(async () =>
        {
            await LooksAgainAsync(bot);
            return bot.Log.Lines.Any(IsAboutTheMistake);
        });
        for (var i = 0; i < 3; i++)
            await LooksAgainAsync(bot);

        var incident = await bot.Alice.Declares();

        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Single(bot.Log.Lines, IsAboutTheMistake);

        static bool IsAboutTheMistake(string line) => line.Contains("reviews.chase_every", StringComparison.Ordinal) && line.Contains("line 2", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_goes_away_leaves_what_it_said()
    {
        await using var bot = await TestBot.StartConfiguredAsync("commander: declarer");
        bot.RemoveConfiguration();
        await LooksAgainAsync(bot);
        await LooksAgainAsync(bot);

        var incident = await bot.Alice.Declares();

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task What_open_incidents_want_to_be_reminded_of_follows_at_once()
    {
        await using var bot = await TestBot.StartConfiguredAsync("nudges: { updates: on, acknowledge: off }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 2");
        var wanted = await DueAsync();
        Assert.NotNull(wanted);

        await bot.ConfigureAsync("nudges: { updates: off, acknowledge: off }");
        await Until.ItIsAsync(async () =>
        {
            await LooksAgainAsync(bot);
            return await DueAsync() is null;
        });
        await bot.ConfigureAsync("nudges: { updates: on, acknowledge: off }");
        await Until.ItIsAsync(async () =>
        {
            await LooksAgainAsync(bot);
            return await DueAsync() == wanted;
        });

        Task<DateTimeOffset?> DueAsync() => bot.Store.ReadAsync(db =>
            db.Reminders.Where(row => row.Kind == ReminderKinds.Update).Select(row => (DateTimeOffset?)row.DueAt).SingleOrDefaultAsync());
    }

    internal static Task LooksAgainAsync(TestBot bot) => bot.LaterAsync(TimeSpan.FromSeconds(6));
}
