using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Messaging;

/// <summary>A chain of reminders does not break where one of them comes and finds nothing to say yet.</summary>
public sealed class DueRemindersTests
{
    [Fact]
    public async Task A_reminder_that_comes_before_its_time_says_nothing_and_is_set_again()
    {
        await using var bot = await TestBot.StartConfiguredAsync("nudges: { updates: on, acknowledge: on }\ncommand: { tell_channel_after: 10m }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 2");
        await bot.Alice.In(incident).Asks($"/incident handover {bot.Bob.Mention}");
        var wanted = await DueAsync(bot);
        Assert.Superset(new HashSet<string> { ReminderKinds.Update, ReminderKinds.Offer, ReminderKinds.Acknowledge, ReminderKinds.FreeCommand }, wanted.Keys.ToHashSet());
        var said = await bot.SaidInAsync(incident);

        await using (var db = await bot.Contexts.CreateDbContextAsync())
            await db.Reminders.ExecuteUpdateAsync(row => row.SetProperty(r => r.DueAt, bot.Now));
        await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(wanted, await DueAsync(bot));
        Assert.Equal(said, await bot.SaidInAsync(incident));
    }

    private static Task<SortedDictionary<string, DateTimeOffset>> DueAsync(TestBot bot) => bot.Store.ReadAsync(async db =>
        new SortedDictionary<string, DateTimeOffset>(await db.Reminders.Where(row => row.Number != 0).ToDictionaryAsync(row => row.Kind, row => row.DueAt)));
}
