using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>One thing that happened is one thing, however often and under however many ids Slack tells it.</summary>
public sealed class DeduplicationTests
{
    [Fact]
    public async Task The_same_reaction_under_eleven_event_ids_is_handled_once_and_the_rest_are_counted()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Error rate falls");
        await bot.SettlesAsync();

        await Task.WhenAll(Enumerable.Range(1, 11).Select(i => bot.Wire.SendJsonAsync(Reacted(bot, incident, ts, $"Ev0SHUFFLED{i}", "1930000000.000100"))));
        await bot.SettlesAsync();

        Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(10, Assert.Single(await bot.Store.InboxAsync(), row => row.Key.StartsWith("Ev0SHUFFLED", StringComparison.Ordinal)).CameAgain);
    }

    [Fact]
    public async Task A_delivery_that_comes_again_after_a_restart_a_day_later_is_known()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Error rate falls");
        await bot.Wire.SendJsonAsync(Reacted(bot, incident, ts, "Ev0FIRST", "1930000000.000100"));
        await bot.SettlesAsync();

        await bot.RestartAsync();
        await bot.LaterAsync(TimeSpan.FromHours(25));
        await bot.Wire.SendJsonAsync(Reacted(bot, incident, ts, "Ev0FIRST", "1930000000.000100"));
        await bot.Wire.SendJsonAsync(Reacted(bot, incident, ts, "Ev0OTHER", "1930000000.000100"));
        await bot.SettlesAsync();

        Assert.Equal(2, Assert.Single(await bot.Store.InboxAsync(), row => row.Key == "Ev0FIRST").CameAgain);
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => row.Key == "Ev0OTHER");
    }

    [Fact]
    public void Reacting_taking_it_back_and_reacting_again_is_three_things()
    {
        var first = Happened(new ReactionAdded { User = "U1", Reaction = "pushpin", Item = Item, EventTs = "1.1" }, "Ev1");
        var back = Happened(new ReactionRemoved { User = "U1", Reaction = "pushpin", Item = Item, EventTs = "2.1" }, "Ev2");
        var again = Happened(new ReactionAdded { User = "U1", Reaction = "pushpin", Item = Item, EventTs = "3.1" }, "Ev3");

        Assert.Equal(3, new[] { first, back, again }.Select(NaturalKey.Of).Distinct().Count());
        Assert.Equal(NaturalKey.Of(first), NaturalKey.Of(first with { EventId = "Ev4" }));
    }

    [Fact]
    public void A_post_that_mentions_the_bot_and_the_mention_are_two_deliveries_each_known_by_its_message()
    {
        var mention = Happened(new AppMention { Channel = "C1", Ts = "1.1", User = "U1", EventTs = "1.1" }, "Ev1");
        var message = Happened(new MessageEvent { Channel = "C1", Ts = "1.1", User = "U1", EventTs = "1.1" }, "Ev2");

        Assert.NotEqual(NaturalKey.Of(mention), NaturalKey.Of(message));
        Assert.Equal(NaturalKey.Of(message), NaturalKey.Of(message with { EventId = "Ev3" }));
    }

    [Fact]
    public void Without_a_time_only_slacks_own_id_counts() =>
        Assert.Null(NaturalKey.Of(Happened(new ReactionAdded { User = "U1", Reaction = "pushpin", Item = Item }, "Ev1")));

    [Fact]
    public void A_click_is_known_by_who_where_and_when_and_never_by_what_the_button_says()
    {
        var click = Clicked("run:#1 task call the number 4711", "1.1");

        Assert.DoesNotContain("4711", NaturalKey.Of(click), StringComparison.Ordinal);
        Assert.Equal(NaturalKey.Of(click), NaturalKey.Of(click with { TriggerId = "9.9" }));
        Assert.Equal(3, new[] { click, Clicked("run:#1 task call the number 4711", "1.2"), click with { UserId = "U2" } }.Select(NaturalKey.Of).Distinct().Count());
    }

    private static BlockActionRequest Clicked(string button, string at) => new()
    {
        TeamId = "T1",
        UserId = "U1",
        TriggerId = "1.2.a",
        Container = new Container { Type = "message", ChannelId = "C1", MessageTs = "9.9" },
        Actions = [new BlockAction { Type = "button", BlockId = "b1", ActionId = button, Value = button, ActionTs = at }],
    };

    private static ReactionItem Item => new() { Type = "message", Channel = "C1", Ts = "9.9" };

    private static EventCallback Happened(Event happened, string id) => new() { TeamId = "T1", Event = happened, EventId = id };

    private static string Reacted(TestBot bot, TestIncident incident, string ts, string eventId, string eventTs) => $$"""
        {"type":"event_callback","team_id":"{{bot.Sandbox.TeamId}}","api_app_id":"A1","event_id":"{{eventId}}","event_time":1930000000,
        "event":{"type":"reaction_added","user":"{{bot.Bob.Id}}","reaction":"pushpin","item":{"type":"message","channel":"{{incident.Channel}}","ts":"{{ts}}"},"event_ts":"{{eventTs}}" } }
        """;
}
