using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>What Slack will not take is told to whoever caused it, with a reference that the log has too.</summary>
public sealed class EffectGivenUpTests
{
    [Fact]
    public async Task Whoever_posted_an_update_that_slack_refuses_is_told_by_which_reference_to_find_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "restricted_action");

        await bot.Alice.In(incident).Types("/incident update We are looking.");
        await bot.SettlesAsync();

        var dead = Assert.Single(await bot.Store.OutboxAsync(), row => row.State == OutboxState.Dead);
        Assert.Single(await bot.Alice.In(incident).Whispers(), whisper => whisper.Text ==
            $":warning: Slack refused what I was to say in the channel (`restricted_action`). What you did is kept all the same. Tell people yourself if it matters now. Whoever runs IncidentBot can try it again by this reference: `out-{dead.Id}`.");
        Assert.Contains(bot.Log.Lines, line => line.StartsWith($"Error Effect out-{dead.Id} ", StringComparison.Ordinal));
        Assert.Contains("post-message: given up (restricted_action)", await bot.Alice.In(incident).Asks("/incident ledger"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_captured_a_message_is_told_when_the_tick_cannot_be_shown_though_it_follows_only_from_reading_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Client.FaultAsync("reactions.add", "too_many_reactions");

        var told = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Reacts(ts, "pushpin"));

        Assert.StartsWith(":warning: Slack refused the mark on the message (`too_many_reactions`).", told.Text, StringComparison.Ordinal);
        Assert.Single(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task A_refresh_that_is_refused_disturbs_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("conversations.setTopic", "too_long");

        Assert.DoesNotContain("refused", await bot.Alice.In(incident).Asks("/incident sev 1"), StringComparison.Ordinal);
    }
}
