using IncidentBot.TestKit;

namespace IncidentBot.Tests.Roles;

/// <summary>Somebody else is reminded in one's place for a while; who has which duty stays as it is.</summary>
public sealed class CoverTests
{
    private const string Nudged = "nudges: { updates: on, acknowledge: off, escalate_every: 10m }";

    [Fact]
    public async Task Whoever_covers_is_reminded_instead_and_hears_why()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Nudged);
        var incident = await LedAsync(bot);
        var answer = await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Bob.Mention} 4h");
        Assert.Contains($"{bot.Bob.Mention} is reminded in your place until", answer, StringComparison.Ordinal);
        Assert.Contains($"You cover {bot.Alice.Mention} until", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);

        await bot.UntilTheCommanderIsRemindedAsync();

        Assert.Empty(await bot.Alice.DirectMessages());
        var heard = (await bot.Bob.DirectMessages())[^1];
        Assert.Contains("An update on", heard.Text, StringComparison.Ordinal);
        Assert.Contains($"You get this because you cover {bot.Alice.Mention}", heard.Text, StringComparison.Ordinal);
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text.StartsWith($"{bot.Bob.Mention} is reminded in place of {bot.Alice.Mention}", StringComparison.Ordinal));
        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task It_ends_by_itself_and_both_hear_of_it()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Nudged);
        var incident = await LedAsync(bot);
        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Bob.Mention} 1h");

        await bot.LaterAsync(TimeSpan.FromHours(1));

        Assert.Contains("your reminders come to you again", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Contains("You do not cover", (await bot.Bob.DirectMessages())[^1].Text, StringComparison.Ordinal);
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text.StartsWith($"{bot.Alice.Mention} is reminded themselves again", StringComparison.Ordinal));
        await bot.LaterAsync(TimeSpan.FromMinutes(11));
        await bot.LaterAsync(TimeSpan.FromMinutes(14));
        Assert.Contains("An update on", (await bot.Alice.DirectMessages())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_ends_it_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Bob.Mention} 4h");
        Assert.Contains("is reminded in your place until", await bot.Alice.In(bot.General).Asks("/incident cover"), StringComparison.Ordinal);

        Assert.Contains("your reminders come to you again", await bot.Alice.In(bot.General).Asks("/incident cover off"), StringComparison.Ordinal);

        Assert.Contains("Nobody covers you.", await bot.Alice.In(bot.General).Asks("/incident cover"), StringComparison.Ordinal);
        await bot.LaterAsync(TimeSpan.FromHours(5));
        Assert.Equal(2, (await bot.Bob.DirectMessages()).Count);
    }

    [Fact]
    public async Task Of_a_private_incident_whoever_covers_hears_nothing()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Nudged);
        var incident = await LedAsync(bot);
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Bob.Mention} 4h");

        await bot.UntilTheCommanderIsRemindedAsync();

        Assert.Single(await bot.Bob.DirectMessages());
        Assert.Contains("An update on", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_covered_before_hears_that_another_does()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);
        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Bob.Mention} 4h");

        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Chiyo.Mention} 2h");

        Assert.Contains("You do not cover", (await bot.Bob.DirectMessages())[^1].Text, StringComparison.Ordinal);
        Assert.Contains($"You cover {bot.Alice.Mention}", Assert.Single(await bot.Chiyo.DirectMessages()).Text, StringComparison.Ordinal);
        var told = await bot.Store.TimelineAsync(incident);
        Assert.Contains(told, entry => entry.Text.Contains($"no longer {bot.Bob.Mention}", StringComparison.Ordinal));
        Assert.Contains(told, entry => entry.Text.StartsWith($"{bot.Chiyo.Mention} is reminded in place of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_whoever_covers_cannot_be_reached_it_ends_and_whoever_is_covered_is_reminded()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Nudged);
        await LedAsync(bot);
        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Dana.Mention} 4h");
        await bot.Dana.Hands.ChangeProfileAsync(deleted: true);

        await bot.UntilTheCommanderIsRemindedAsync();

        var heard = (await bot.Alice.DirectMessages()).Select(message => message.Text).ToList();
        Assert.Contains(heard, text => text.Contains($"I cannot reach {bot.Dana.Mention}, who covers you", StringComparison.Ordinal));
        Assert.Contains(heard, text => text.Contains("An update on", StringComparison.Ordinal));
        Assert.Contains("Nobody covers you.", await bot.Alice.In(bot.General).Asks("/incident cover"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cover_stands_in_an_old_incident_too_however_many_are_newer()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);
        for (var i = 0; i < 21; i++)
            await bot.Bob.In(bot.General).Types($"/incident declare Another one {i}");
        await bot.SettlesAsync();

        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Chiyo.Mention} 4h");

        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text.StartsWith($"{bot.Chiyo.Mention} is reminded in place of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_held_reminder_keeps_no_words_and_goes_to_whoever_covers_whatever_the_turn_waited_for()
    {
        await using var bot = await TestBot.StartConfiguredAsync("nudges: { updates: off, acknowledge: off }\nquiet_hours: { from: 08:00, until: 12:00 }");
        await bot.Bob.Hands.ChangeProfileAsync(tz: "UTC");
        var incident = await LedAsync(bot);
        await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Bob.Mention} 6h");
        await bot.Alice.In(incident).Asks("/incident task rotate the leaked password due 30m");
        await bot.Alice.In(incident).Asks("/incident task 1 take");

        await bot.LaterAsync(TimeSpan.FromMinutes(31));
        Assert.Single(await bot.Bob.DirectMessages());
        var why = await bot.Alice.In(incident).Asks("/incident why");
        Assert.Contains("the reminder of task or follow-up 1", why, StringComparison.Ordinal);
        Assert.DoesNotContain("password", why, StringComparison.Ordinal);
        await bot.LaterAsync(TimeSpan.FromHours(4));

        Assert.Contains(await bot.Bob.DirectMessages(), message => message.Text.Contains($"In place of {bot.Alice.Mention}: Task 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cover off", "Nobody covers")]
    [InlineData("cover bob 2h", "Say who, and for how long")]
    [InlineData("cover 2h", "Say who, and for how long")]
    public async Task What_covers_nobody_gets_a_sentence(string typed, string sentence)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains(sentence, await bot.Alice.In(bot.General).Asks($"/incident {typed}"), StringComparison.Ordinal);
        Assert.Contains("nobody covers themselves", await bot.Alice.In(bot.General).Asks($"/incident cover {bot.Alice.Mention} 2h"), StringComparison.Ordinal);
    }

    private static async Task<TestIncident> LedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks("/incident sev 2");
        return incident;
    }
}
