using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>Commands outside the incident's channel.</summary>
public sealed class ElsewhereTests
{
    [Fact]
    public async Task With_its_number_in_front_an_incident_is_worked_on_from_anywhere()
    {
        await using var bot = await TestBot.StartAsync();
        var first = await bot.Alice.Declares("First");
        var second = await bot.Alice.Declares("Second");

        await bot.Bob.In(bot.General).Asks("/incident #1 sev 1");
        await bot.Bob.In(second.Channel).Types("/incident #1 take");
        await bot.SettlesAsync();

        Assert.Equal((Severity.Sev1, bot.Bob.User), await SeenAsync(bot, first));
        Assert.Equal((Severity.Unset, (UserId?)null), await SeenAsync(bot, second));
    }

    [Fact]
    public async Task Without_a_number_the_person_is_told_how_to_name_one()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Declares();

        foreach (var word in new[] { "sev 1", "status identified", "update hello", "resolve", "close", "reopen", "take", "ack", "note x", "timeline", "review" })
        {
            var answer = await bot.Alice.In(bot.General).Asks($"/incident {word}");
            Assert.Contains($"`/incident #12 {word.Split(' ')[0]}`", answer, StringComparison.Ordinal);
        }

        Assert.Single(await bot.Store.TimelineAsync(await bot.Store.NewestAsync()));
    }

    [Theory]
    [InlineData("#99 sev 1", "There is no incident #99 that you can see here.")]
    [InlineData("#0 sev 1", "There is no incident #0 that you can see here.")]
    [InlineData("#999999999 sev 1", "There is no incident #999999999 that you can see here.")]
    [InlineData("#99999999999 sev 1", "I do not know `#99999999999`.")]
    public async Task A_number_nobody_has_gets_a_sentence(string typed, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Declares();

        Assert.Contains(sentence, await bot.Alice.In(bot.General).Asks($"/incident {typed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_alone_shows_its_card_and_the_buttons_work_from_there()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Logins fail");

        var card = await bot.Bob.In(bot.General).AsksFor("/incident #1");
        Assert.Contains("#1 Logins fail", card.Text, StringComparison.Ordinal);
        await bot.Bob.In(bot.General).Presses(card, "Take command");
        await bot.SettlesAsync();

        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Commander);
        Assert.StartsWith("There is no incident #99 that you can see here.", await bot.Bob.In(bot.General).Asks("/incident #99"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_from_elsewhere_names_the_incident_and_whoever_takes_command_is_brought_in()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Logins fail");

        Assert.Equal($"<#{incident.Channel}> (#1 Logins fail):\nYou command now.", await bot.Bob.In(bot.General).Asks("/incident #1 take"));
        Assert.Contains(bot.Bob.Id, (await bot.ChannelAsync(incident.Channel)).Members);
        Assert.Empty(await bot.Bob.DirectMessages());
        Assert.DoesNotContain("Logins fail", await bot.Bob.In(incident).Asks("/incident sev 1"), StringComparison.Ordinal);
    }

    private static async Task<(Severity, UserId?)> SeenAsync(TestBot bot, TestIncident incident)
    {
        var stored = await bot.Store.IncidentAsync(incident);
        return (stored.Severity, stored.Commander);
    }
}
