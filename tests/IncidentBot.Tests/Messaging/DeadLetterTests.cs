using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>What was given up is kept, counted, listed, and tried again when somebody asks: in order, and never twice.</summary>
public sealed class DeadLetterTests
{
    [Fact]
    public async Task What_was_given_up_is_counted_for_whoever_watches_and_goes_out_in_order_when_replayed_while_the_bot_runs()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "restricted_action", times: 2);
        await bot.Alice.In(incident).Types("/incident update First.");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Types("/incident update Second.");
        await bot.SettlesAsync();
        using var http = new HttpClient();
        Assert.StartsWith("ready; 2 given up", await http.GetStringAsync(new Uri(bot.Url, "/readyz")), StringComparison.Ordinal);

        Assert.Equal(0, await DeadCommand.ListAsync(["--DATABASE", bot.DatabasePath]));
        Assert.Equal(0, await DeadCommand.ReplayAsync(["all", "--DATABASE", bot.DatabasePath]));
        await bot.LaterAsync(TimeSpan.FromSeconds(20));

        Assert.Collection(
            await bot.SaidInAsync(incident),
            said => Assert.Contains("First.", said, StringComparison.Ordinal),
            said => Assert.Contains("Second.", said, StringComparison.Ordinal));
        Assert.Equal("ready", await http.GetStringAsync(new Uri(bot.Url, "/readyz")));
    }

    [Fact]
    public async Task A_message_that_did_go_out_though_its_answers_were_lost_is_found_and_not_posted_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "lost_answer");
        await bot.Client.FaultAsync("conversations.history", "restricted_action");
        await bot.Alice.In(incident).Types("/incident update First.");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(10));
        var dead = Assert.Single(await bot.Store.OutboxAsync(), row => row.State == OutboxState.Dead);

        Assert.Equal(0, await DeadCommand.ReplayAsync([$"out-{dead.Id}", "--DATABASE", bot.DatabasePath]));
        await bot.LaterAsync(TimeSpan.FromSeconds(20));

        Assert.Single(await bot.SaidInAsync(incident));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
    }

    [Fact]
    public async Task What_a_replayed_effect_learns_is_heard()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("conversations.create", "restricted_action");
        await bot.Alice.In(bot.General).Types("/incident declare Checkout is failing");
        await bot.SettlesAsync();

        Assert.Equal(0, await DeadCommand.ReplayAsync(["all", "--DATABASE", bot.DatabasePath]));
        await bot.LaterAsync(TimeSpan.FromSeconds(20));

        Assert.NotEqual("", (await bot.CardAsync(await bot.Store.NewestAsync())).Text);
    }

    [Fact]
    public async Task A_channel_that_was_made_meanwhile_is_not_made_twice()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("conversations.create", "restricted_action");
        var answer = await bot.Alice.In(bot.General).AsksFor("/incident declare Checkout is failing");
        await bot.Alice.In(bot.General).Presses(answer, "Try again");
        await bot.SettlesAsync();
        var channels = (await bot.Client.StateAsync()).Channels.Count;

        Assert.Equal(0, await DeadCommand.ReplayAsync(["all", "--DATABASE", bot.DatabasePath]));
        await bot.LaterAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(channels, (await bot.Client.StateAsync()).Channels.Count);
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
    }

    [Fact]
    public async Task What_was_never_given_up_is_not_replayed()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Declares();

        Assert.Equal(1, await DeadCommand.ReplayAsync(["out-1", "--DATABASE", bot.DatabasePath]));
        Assert.Equal(1, await DeadCommand.ReplayAsync(["nonsense", "--DATABASE", bot.DatabasePath]));

        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
    }
}
