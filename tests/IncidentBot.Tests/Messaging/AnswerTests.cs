using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>The answer reaches the person, whatever became of Slack's way back.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("used_url")]
    [InlineData("expired_url")]
    public async Task Where_the_way_back_is_closed_the_answer_comes_as_a_message_only_they_see(string error)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("response_url", error);

        var answer = await bot.Alice.In(incident).Asks("/incident sev 1");

        Assert.Contains("SEV-1 CRITICAL", answer, StringComparison.Ordinal);
        Assert.Equal(1, await bot.CallsAsync("chat.postEphemeral"));
    }

    [Fact]
    public async Task Where_the_bot_cannot_speak_it_writes_to_the_person_directly()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("response_url", "expired_url");

        await bot.Alice.In(bot.General).Types("/incident list");
        await bot.SettlesAsync();

        Assert.Contains("No open incidents", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_back_older_than_half_an_hour_is_not_tried()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("users.info", "ratelimited", retryAfter: 1900);
        await bot.Alice.In(incident).Types("/incident note 8:30 long ago");
        await bot.SettlesAsync();
        var tried = (await bot.Client.JournalAsync()).Count(entry => entry.Direction == "response_url");

        await bot.LaterAsync(TimeSpan.FromSeconds(1901));

        Assert.Equal(tried, (await bot.Client.JournalAsync()).Count(entry => entry.Direction == "response_url"));
        Assert.Contains(await bot.Alice.In(incident).Whispers(), message => message.Text.StartsWith("On the timeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_way_back_that_is_out_of_order_for_a_moment_is_tried_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("response_url", "http_500");

        await bot.Alice.In(incident).Types("/incident sev 1");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(5));

        Assert.Contains(await bot.Alice.In(incident).Whispers(), message => message.Text.Contains("SEV-1 CRITICAL", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
    }
}
