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

        await bot.LaterAsync(TimeSpan.FromMinutes(85));

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
        await bot.LaterAsync(TimeSpan.FromMinutes(25));
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

        await bot.LaterAsync(TimeSpan.FromMinutes(85));

        Assert.Single(await bot.Bob.DirectMessages());
        Assert.Contains("An update on", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
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
