using IncidentBot.Domain.Reviews;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reviews;

public sealed class ReviewReminderTests
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    [Fact]
    public async Task The_owner_and_the_channel_hear_before_it_is_due_when_it_is_due_and_every_day_after()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);
        Assert.Empty(await bot.Alice.DirectMessages());

        await bot.LaterAsync((4 * ADay) - AnHour);
        Assert.Empty(await bot.Alice.DirectMessages());
        foreach (var (wait, says) in new[] { (AnHour, "It is due <!date^"), (ADay, "It is due now."), (ADay, "It has been *overdue* since"), (ADay, "It has been *overdue* since") })
        {
            var before = (await bot.Alice.DirectMessages()).Count;
            await bot.LaterAsync(wait);
            var heard = await bot.Alice.DirectMessages();
            Assert.Equal(before + 1, heard.Count);
            Assert.Contains(says, heard[^1].Text, StringComparison.Ordinal);
            Assert.Contains(says, (await bot.ThreadAsync(incident))[^1].Text, StringComparison.Ordinal);
        }

        Assert.Equal(4, (await bot.ThreadAsync(incident)).Count);
        Assert.Empty(await bot.Bob.DirectMessages());
    }

    [Theory]
    [InlineData("sev 1", 2)]
    [InlineData("sev 2", 5)]
    [InlineData("sev 3", 10)]
    public async Task How_long_it_may_take_depends_on_the_severity(string word, int days)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks($"/incident {word}");

        await bot.Alice.In(incident).Asks("/incident resolve");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(stored.ResolvedAt!.Value.AddDays(days), stored.Review!.DueAt);
    }

    [Fact]
    public async Task The_setting_says_how_long_it_may_take_and_how_often_it_is_chased()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reviews: { due: 3h, remind_before: 30m, chase_every: 2h }");
        await ResolvedAsync(bot);

        foreach (var wait in new[] { TimeSpan.FromMinutes(150), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(2) })
            await bot.LaterAsync(wait);

        Assert.Equal(4, (await bot.Alice.DirectMessages()).Count);
    }

    [Fact]
    public async Task Done_from_the_reminders_own_button_ends_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);
        await bot.LaterAsync(4 * ADay);
        var reminder = Assert.Single(await bot.Alice.DirectMessages());
        var direct = await bot.Alice.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);

        await bot.Alice.In(direct).Presses(reminder, "It is done");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "https://docs.example.com/r/7"));
        await bot.SettlesAsync();
        var heard = (await bot.Alice.DirectMessages()).Count;
        await bot.LaterAsync(30 * ADay);

        Assert.False((await bot.Store.IncidentAsync(incident)).Review!.IsOwed);
        Assert.Equal(heard, (await bot.Alice.DirectMessages()).Count);
    }

    [Theory]
    [InlineData("review done https://docs.example.com/r/7")]
    [InlineData("review waive A drill")]
    [InlineData("reopen")]
    public async Task Settled_waived_or_reopened_nobody_is_reminded_any_more(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);
        await bot.LaterAsync(4 * ADay);
        Assert.Single(await bot.Alice.DirectMessages());

        await bot.Alice.In(incident).Asks($"/incident {words}");
        await bot.LaterAsync(10 * ADay);

        Assert.Single(await bot.Alice.DirectMessages());
        Assert.Null(await bot.Store.ReminderAsync(incident));
    }

    [Fact]
    public async Task The_new_owner_is_reminded_and_the_old_one_is_left_in_peace()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident review owner {bot.Bob.Mention}");
        Assert.Contains("gave you the post-incident review", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);

        await bot.LaterAsync(4 * ADay);

        Assert.Empty(await bot.Alice.DirectMessages());
        Assert.Contains("You owe the post-incident review", (await bot.Bob.DirectMessages())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_between_resolve_and_reminder_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);
        var due = await bot.Store.ReminderAsync(incident);

        await bot.RestartAsync();
        await bot.SettlesAsync();
        Assert.Equal(due, await bot.Store.ReminderAsync(incident));
        await bot.LaterAsync(4 * ADay);

        Assert.Single(await bot.Alice.DirectMessages());
        Assert.Single(await bot.ThreadAsync(incident));
    }

    [Fact]
    public async Task What_fell_due_while_the_bot_was_down_comes_once_at_start()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);

        await bot.GoDownAsync();
        bot.Clock.Advance(9 * ADay);
        await bot.ComeUpAsync();
        await bot.SettlesAsync();

        Assert.Contains("*overdue*", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Single(await bot.ThreadAsync(incident));
        await bot.RestartAsync();
        await bot.SettlesAsync();
        Assert.Single(await bot.Alice.DirectMessages());
        await bot.LaterAsync(ADay);
        Assert.Equal(2, (await bot.Alice.DirectMessages()).Count);
    }

    [Fact]
    public async Task A_reminder_that_slack_refuses_for_a_while_still_comes()
    {
        await using var bot = await TestBot.StartAsync();
        await ResolvedAsync(bot);
        await bot.Client.FaultAsync("conversations.open", "http_500", times: 3);

        await bot.LaterAsync(4 * ADay);
        for (var i = 0; i < 4; i++)
            await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Single(await bot.Alice.DirectMessages());
    }

    [Fact]
    public async Task A_review_due_sooner_than_the_first_reminder_is_chased_when_it_is_due()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reviews: { due: 2h, remind_before: 1d }");
        var incident = await ResolvedAsync(bot);

        Assert.Equal((await bot.Store.IncidentAsync(incident)).Review!.DueAt, await bot.Store.ReminderAsync(incident));
        await bot.LaterAsync(TimeSpan.FromHours(2));

        Assert.Contains("It is due now.", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Review!.End as ReviewEnd.Done);
    }

    private static async Task<TestIncident> ResolvedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident resolve");
        return incident;
    }
}
