using IncidentBot.TestKit;

namespace IncidentBot.Tests.Subscriptions;

public sealed class SubscribeTests
{
    [Fact]
    public async Task Who_subscribed_to_an_incident_hears_when_it_gets_worse_is_updated_and_is_resolved()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains($"You hear directly of incident #{incident.Number}", await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} subscribe"), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident sev 3");
        await bot.Alice.In(incident).Asks("/incident sev 1 nobody can pay");
        await bot.Alice.In(incident).Asks("/incident update We rolled back");
        await bot.Alice.In(incident).Asks("/incident resolve");

        var heard = (await bot.Bob.DirectMessages()).Select(message => message.Text).ToList();
        Assert.Collection(
            heard,
            text => Assert.Contains("SEV-3", text, StringComparison.Ordinal),
            text => Assert.Contains("nobody can pay", text, StringComparison.Ordinal),
            text => Assert.Contains("We rolled back", text, StringComparison.Ordinal),
            text => Assert.Contains("is resolved", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_hears_it_in_the_language_they_read_whoever_did_it()
    {
        await using var bot = await TestBot.StartConfiguredAsync("language: { persons: on }");
        await bot.Bob.Hands.ChangeProfileAsync(locale: "de-DE");
        await bot.Bob.In(bot.General).Asks("/incident subscribe all");
        await bot.Chiyo.In(bot.General).Asks("/incident subscribe all");
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks("/incident resolve");

        Assert.Contains("gemeldet", (await bot.Bob.DirectMessages())[^2].Text, StringComparison.Ordinal);
        Assert.Contains("behoben", (await bot.Bob.DirectMessages())[^1].Text, StringComparison.Ordinal);
        Assert.Contains("is resolved", (await bot.Chiyo.DirectMessages())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_reaches_what_is_at_least_that_bad_from_when_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Bob.In(bot.General).Asks("/incident subscribe sev2");
        await bot.Chiyo.In(bot.General).Asks("/incident subscribe all");
        var incident = await bot.Alice.Declares();

        Assert.Empty(await bot.Bob.DirectMessages());
        Assert.Contains("was declared", Assert.Single(await bot.Chiyo.DirectMessages()).Text, StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident sev 3");
        Assert.Empty(await bot.Bob.DirectMessages());
        await bot.Alice.In(incident).Asks("/incident sev 1");

        Assert.Contains("is worse", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_did_it_knows_and_whoever_unsubscribed_hears_no_more()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident subscribe");
        await bot.Bob.In(bot.General).Asks("/incident subscribe all");

        var list = await bot.Bob.In(bot.General).AsksFor("/incident subscriptions");
        Assert.Contains("all incidents", list.Text, StringComparison.Ordinal);
        await bot.Bob.In(bot.General).Presses(list, "End all");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Asks("/incident update We rolled back");

        Assert.Empty(await bot.Alice.DirectMessages());
        Assert.Empty(await bot.Bob.DirectMessages());
    }

    [Fact]
    public async Task A_private_incident_is_told_only_to_those_who_may_know_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Bob.In(bot.General).Asks("/incident subscribe all");
        await bot.Chiyo.In(bot.General).Asks("/incident subscribe all");
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Somebody is inside"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();
        Assert.Contains("There is no incident #1", await bot.Bob.In(bot.General).Asks("/incident #1 subscribe"), StringComparison.Ordinal);

        await bot.Alice.In(incident).Asks($"/incident commander {bot.Chiyo.Mention}");
        await bot.Alice.In(incident).Asks("/incident update We watch them");

        Assert.Empty(await bot.Bob.DirectMessages());
        Assert.Contains(await bot.Chiyo.DirectMessages(), message => message.Text.Contains("We watch them", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subscribe pizza", "Say nothing for the incident of this channel")]
    [InlineData("subscribe", "works in an incident's channel")]
    [InlineData("subscribe #99", "There is no incident #99")]
    [InlineData("unsubscribe sev1", "You did not subscribe to incidents of SEV-1 CRITICAL")]
    [InlineData("subscriptions", "You subscribed to nothing")]
    public async Task What_cannot_be_is_said(string words, string says)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains(says, await bot.Bob.In(bot.General).Asks($"/incident {words}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_subscribers_than_one_turn_takes_are_all_told_once_and_who_cannot_be_reached_is_nobodys_trouble()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await using (var db = await bot.Contexts.CreateDbContextAsync())
        {
            for (var i = 0; i < 205; i++)
                db.Subscriptions.Add(new IncidentBot.Storage.SubscriptionRow { TeamId = bot.Sandbox.TeamId, UserId = $"U{i:D8}", Rule = i % 2 == 0 ? "all" : $"#{incident.Number}" });
            await db.SaveChangesAsync();
        }

        Assert.Contains("Update recorded", await bot.Alice.In(incident).Asks("/incident update We rolled back"), StringComparison.Ordinal);

        Assert.Equal(205, (await bot.Store.OutboxAsync()).Count(row => row.Kind == "direct-message"));
    }
}
