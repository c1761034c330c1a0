using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>What we owe goes out once, in order, however Slack behaves.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_rate_limit_is_waited_out_as_slack_says_and_everything_goes_out_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 30);

        await bot.Alice.In(incident).Types("/incident update First.");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Types("/incident update Second.");
        await bot.SettlesAsync();
        Assert.Empty(await bot.SaidInAsync(incident));
        await bot.LaterAsync(TimeSpan.FromSeconds(25));
        Assert.Empty(await bot.SaidInAsync(incident));
        await bot.LaterAsync(TimeSpan.FromSeconds(6));

        Assert.Collection(
            await bot.SaidInAsync(incident),
            said => Assert.Contains("First.", said, StringComparison.Ordinal),
            said => Assert.Contains("Second.", said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lost_answer")]
    [InlineData("http_500")]
    [InlineData("bad_gateway")]
    [InlineData("reset")]
    [InlineData("internal_error")]
    public async Task Where_it_is_in_doubt_whether_slack_did_it_the_message_still_stands_once(string fault)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", fault, times: 2);

        await bot.Alice.In(incident).Types("/incident update We are looking.");
        await bot.Alice.In(incident).Types("/incident sev 3");
        await bot.SettlesAsync();
        for (var i = 0; i < 4; i++)
            await bot.LaterAsync(TimeSpan.FromSeconds(10));

        Assert.Single(await bot.SaidInAsync(incident));
        Assert.Single(await bot.ThreadAsync(incident));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
    }

    [Fact]
    public async Task A_card_whose_answer_was_lost_is_found_again_and_pinned()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("chat.postMessage", "lost_answer", times: 2);

        await bot.Alice.In(bot.General).Types("/incident declare Checkout is failing");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(10));

        var incident = await bot.Store.NewestAsync();
        Assert.Equal([incident.Card], (await bot.ChannelAsync(incident.Channel)).Pins);
        Assert.Single(await bot.MessagesAsync(incident.Channel), message => message is { IsBot: true, Subtype: null });
        Assert.Single(await bot.MessagesAsync(bot.Announcements), message => message is { IsBot: true, Subtype: null });
    }

    [Fact]
    public async Task A_final_no_is_kept_for_a_human_and_holds_nothing_else_up()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("conversations.setTopic", "too_long");

        await bot.Alice.In(incident).Asks("/incident sev 1");
        await bot.Alice.In(incident).Asks("/incident sev 2");

        var dead = Assert.Single(await bot.Store.OutboxAsync(), row => row.State == OutboxState.Dead);
        Assert.Equal(("refresh-topic", "too_long"), (dead.Kind, dead.Error));
        Assert.Contains("SEV-2 HIGH", (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Error Effect", StringComparison.Ordinal) && line.Contains("too_long", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_is_refused_loses_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "token_revoked", times: 3);

        await bot.Alice.In(incident).Types("/incident update We are looking.");
        await bot.SettlesAsync();
        for (var i = 0; i < 4; i++)
            await bot.LaterAsync(TimeSpan.FromSeconds(61));

        Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Error Slack refuses our token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_slack_would_not_take_for_a_day_is_put_aside()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "fatal_error", times: 10_000);

        await bot.Alice.In(incident).Types("/incident update We are looking.");
        await bot.SettlesAsync();
        for (var hours = 0; hours < 26; hours += 2)
            await bot.LaterAsync(TimeSpan.FromHours(2));

        Assert.Equal(("post-message", "fatal_error"), (await bot.Store.OutboxAsync()).Where(row => row.State == OutboxState.Dead).Select(row => (row.Kind, row.Error)).Single());
    }

    [Fact]
    public async Task Many_changes_at_once_make_few_edits_and_the_last_one_stands()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.update", "ratelimited", retryAfter: 20);

        for (var i = 0; i < 20; i++)
            await bot.Alice.In(incident).Types($"/incident sev {(i % 3) + 1}");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(21));

        Assert.Contains("SEV-2 HIGH", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.InRange(await bot.CallsAsync("chat.update"), 2, 22);
    }

    [Fact]
    public async Task What_was_owed_when_the_bot_went_down_goes_out_when_it_is_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 60);
        await bot.Alice.In(incident).Types("/incident update We are looking.");
        await bot.SettlesAsync();

        await bot.RestartAsync();
        Assert.Empty(await bot.SaidInAsync(incident));
        await bot.LaterAsync(TimeSpan.FromSeconds(61));

        Assert.Single(await bot.SaidInAsync(incident));
    }

    [Fact]
    public async Task A_bot_stopped_in_the_middle_of_its_work_stops_in_good_order_and_finishes_later()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(1, 5).Select(i => bot.Alice.In(incident).Types($"/incident update Round {round} word {i}.")));
            await bot.RestartAsync();
        }

        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(25, (await bot.SaidInAsync(incident)).Distinct().Count());
        Assert.Equal(25, (await bot.SaidInAsync(incident)).Count);
        Assert.DoesNotContain(bot.Log.Events, logged => logged.Exception is ObjectDisposedException or NullReferenceException);
    }
}
