using IncidentBot.TestKit;

namespace IncidentBot.Tests.Teams;

/// <summary>Who subscribed to a team or a service hears when it becomes involved, and of what follows.</summary>
public sealed class SubscribingToTeamsTests
{
    [Fact]
    public async Task When_the_team_becomes_involved_and_when_it_is_over()
    {
        await using var bot = await StartAsync();
        Assert.Contains("You hear directly of incidents that involve the team payments", await bot.Bob.In(bot.General).Asks("/incident subscribe team Payments"), StringComparison.Ordinal);
        Assert.Contains("incidents that affect the service checkout", await bot.Chiyo.In(bot.General).Asks("/incident subscribe service basket"), StringComparison.Ordinal);
        await bot.Dana.In(bot.General).Asks("/incident subscribe team search");
        var incident = await bot.Alice.Declares();
        Assert.Empty(await bot.Bob.DirectMessages());

        await bot.Alice.In(incident).Asks("/incident affects checkout");
        await bot.Alice.In(incident).Asks("/incident resolve");

        var bobs = await bot.Bob.DirectMessages();
        Assert.Equal(2, bobs.Count);
        Assert.Contains("involves Payments now", bobs[0].Text, StringComparison.Ordinal);
        Assert.Contains("is resolved", bobs[1].Text, StringComparison.Ordinal);
        Assert.Contains("affects Checkout", (await bot.Chiyo.DirectMessages())[0].Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Dana.DirectMessages());
    }

    [Fact]
    public async Task Those_of_all_incidents_hear_no_more_than_before_and_of_a_private_one_nobody_does()
    {
        await using var bot = await StartAsync();
        await bot.Bob.In(bot.General).Asks("/incident subscribe all");
        await bot.Chiyo.In(bot.General).Asks("/incident subscribe team payments");
        var incident = await bot.Alice.Declares();
        var heard = (await bot.Bob.DirectMessages()).Count;
        await bot.Alice.In(incident).Asks("/incident team payments");
        Assert.Equal(heard, (await bot.Bob.DirectMessages()).Count);
        Assert.Single(await bot.Chiyo.DirectMessages());

        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Asks("/incident team not payments");
        await bot.Alice.In(incident).Asks("/incident team payments");

        Assert.Single(await bot.Chiyo.DirectMessages());
    }

    [Fact]
    public async Task They_are_listed_and_ended_and_an_unknown_one_is_asked_about()
    {
        await using var bot = await StartAsync();
        var there = bot.Bob.In(bot.General);
        await there.Asks("/incident subscribe team payments");

        Assert.Contains("incidents that involve the team payments", await there.Asks("/incident subscriptions"), StringComparison.Ordinal);
        Assert.Contains("You hear no more of incidents that involve the team payments", await there.Asks("/incident unsubscribe team payments"), StringComparison.Ordinal);
        Assert.Contains("`team` or `service` and a name as `/incident teams` has it", await there.Asks("/incident subscribe team zebra"), StringComparison.Ordinal);
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.ConfigureAsync("teams: [{ key: payments, name: Payments, services: [{ key: checkout, name: Checkout, words: [basket] }] }, { key: search }]");
        await bot.RestartAsync();
        return bot;
    }
}
