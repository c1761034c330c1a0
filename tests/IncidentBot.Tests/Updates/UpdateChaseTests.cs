using IncidentBot.TestKit;

namespace IncidentBot.Tests.Updates;

/// <summary>Who is reminded that people should hear how it stands, when, and when nobody is.</summary>
public sealed class UpdateChaseTests
{
    private const string Hourly = "nudges: { updates: on, acknowledge: off, escalate_every: 10m, snooze: 20m }";
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task The_thread_is_reminded_then_the_channel_the_commander_and_the_deputy()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly);
        var incident = await LedAsync(bot, "2");
        await bot.Alice.In(incident).Asks($"/incident role comms {bot.Chiyo.Mention}");
        var (thread, said) = ((await bot.ThreadAsync(incident)).Count, (await bot.SaidInAsync(incident)).Count);

        await bot.LaterAsync(TimeSpan.FromMinutes(61));
        var reminder = Assert.Single((await bot.ThreadAsync(incident)).Skip(thread));
        Assert.Contains("An update has been due since", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("SEV-2 HIGH promises an update every 1 h. The next reminder comes", reminder.Text, StringComparison.Ordinal);
        await bot.LaterAsync(Ten);
        Assert.Contains("An update has been due since", Assert.Single((await bot.SaidInAsync(incident)).Skip(said)), StringComparison.Ordinal);
        await bot.LaterAsync(Ten);
        Assert.Contains("An update on", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        await bot.LaterAsync(Ten);
        Assert.Contains("An update on", (await bot.Chiyo.DirectMessages())[^1].Text, StringComparison.Ordinal);

        await bot.Alice.In(incident).Asks("/incident update All is well.");
        var heard = (await bot.Chiyo.DirectMessages()).Count;
        await bot.LaterAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(heard, (await bot.Chiyo.DirectMessages()).Count);
        Assert.Single((await bot.ThreadAsync(incident)).Skip(thread));
    }

    [Fact]
    public async Task Snooze_puts_it_off_once_and_says_who()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly);
        var incident = await LedAsync(bot, "2");
        await bot.LaterAsync(TimeSpan.FromMinutes(61));
        var reminder = (await bot.ThreadAsync(incident))[^1];

        await bot.Bob.In(incident.Channel).Presses(reminder, "Snooze 20 min");
        await bot.SettlesAsync();
        var thread = (await bot.ThreadAsync(incident)).Count;
        await bot.LaterAsync(TimeSpan.FromMinutes(19));
        Assert.Equal(thread, (await bot.ThreadAsync(incident)).Count);
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(thread + 1, (await bot.ThreadAsync(incident)).Count);
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text.StartsWith($"{bot.Bob.Mention} put the reminder of the next update off until", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_next_update_is_due_stands_on_the_card()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot, "2");

        Assert.Contains("Next update due:", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_their_quiet_hours_nobody_is_reminded_directly_and_it_comes_afterwards_in_one()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly + "\nquiet_hours: { from: 09:00, until: 12:00 }");
        await bot.Alice.Hands.ChangeProfileAsync(tz: "UTC");
        var incident = await LedAsync(bot, "2");

        await bot.UntilTheCommanderIsRemindedAsync();
        Assert.Empty(await bot.Alice.DirectMessages());
        var why = await bot.Alice.In(incident).Asks("/incident why");
        Assert.Contains("Held back", why, StringComparison.Ordinal);
        await bot.LaterAsync(TimeSpan.FromMinutes(156));

        var heard = Assert.Single(await bot.Alice.DirectMessages());
        Assert.Contains("held back in your quiet hours", heard.Text, StringComparison.Ordinal);
        Assert.Contains("An update on", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worst_severity_knows_no_quiet_hours()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly + "\nquiet_hours: { from: 00:00, until: 23:59 }");
        await LedAsync(bot, "1");

        await bot.UntilTheCommanderIsRemindedAsync(promised: 30);

        Assert.Single(await bot.Alice.DirectMessages());
    }

    [Fact]
    public async Task What_is_settled_by_the_morning_is_not_told()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly + "\nquiet_hours: { from: 09:00, until: 12:00 }");
        await bot.Alice.Hands.ChangeProfileAsync(tz: "UTC");
        var incident = await LedAsync(bot, "2");
        await bot.UntilTheCommanderIsRemindedAsync();

        await bot.Bob.In(incident.Channel).Asks("/incident resolve");
        await bot.LaterAsync(TimeSpan.FromHours(4));

        Assert.DoesNotContain(await bot.Alice.DirectMessages(), message => message.Text.Contains("quiet hours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_posted_in_the_night_leaves_nothing_to_be_told_in_the_morning()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly + "\nquiet_hours: { from: 09:00, until: 12:00 }");
        await bot.Alice.Hands.ChangeProfileAsync(tz: "UTC");
        var incident = await LedAsync(bot, "2");
        await bot.UntilTheCommanderIsRemindedAsync();

        await bot.LaterAsync(TimeSpan.FromMinutes(100));
        await bot.Bob.In(incident.Channel).Asks("/incident update All is well.");
        await bot.LaterAsync(TimeSpan.FromMinutes(56));

        Assert.Empty(await bot.Alice.DirectMessages());
    }

    [Fact]
    public async Task Whoever_commands_no_more_in_the_morning_is_not_told_of_the_night()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly + "\nquiet_hours: { from: 09:00, until: 12:00 }");
        await bot.Bob.Hands.ChangeProfileAsync(tz: "UTC");
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident.Channel).Asks("/incident take");
        await bot.Bob.In(incident.Channel).Asks("/incident sev 2");
        await bot.UntilTheCommanderIsRemindedAsync();

        await bot.Alice.In(incident).Asks($"/incident commander {bot.Chiyo.Mention}");
        await bot.LaterAsync(TimeSpan.FromMinutes(156));

        Assert.DoesNotContain(await bot.Bob.DirectMessages(), message => message.Text.Contains("quiet hours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_nobody_acknowledged_in_time_is_said_once_and_late_stands_on_the_card()
    {
        await using var bot = await TestBot.StartConfiguredAsync("nudges: { updates: off }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 2");

        await bot.LaterAsync(TimeSpan.FromMinutes(31));
        Assert.Contains("Nobody has acknowledged this incident; SEV-2 HIGH promises that within 30 min.", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        await bot.LaterAsync(TimeSpan.FromMinutes(31));
        await bot.Bob.In(incident.Channel).Asks("/incident ack");

        Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains("after 1 h 2 min, promised within 30 min", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snooze", "Nobody is reminded of updates here")]
    [InlineData("snooze soon", "Say for how long: `snooze 30m`")]
    public async Task What_cannot_be_put_off_gets_a_sentence(string typed, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains(sentence, await bot.Alice.In(incident).Asks($"/incident {typed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_bot_is_away_no_step_is_left_out_and_each_comes_by_itself()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Hourly);
        var incident = await LedAsync(bot, "2");
        await bot.LaterAsync(TimeSpan.FromMinutes(61));
        var (thread, said) = ((await bot.ThreadAsync(incident)).Count, (await bot.SaidInAsync(incident)).Count);

        await bot.GoDownAsync();
        bot.Clock.Advance(TimeSpan.FromHours(3));
        await bot.ComeUpAsync();
        await bot.SettlesAsync();

        Assert.Contains("An update has been due since", Assert.Single((await bot.SaidInAsync(incident)).Skip(said)), StringComparison.Ordinal);
        Assert.Empty(await bot.Alice.DirectMessages());
        await bot.LaterAsync(Ten);
        Assert.Contains("An update on", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Equal(thread, (await bot.ThreadAsync(incident)).Count);
    }

    private static async Task<TestIncident> LedAsync(TestBot bot, string severity)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks($"/incident sev {severity}");
        return incident;
    }
}
