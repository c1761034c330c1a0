using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Messaging;

/// <summary>While it is in doubt whether Slack accepts us nothing is tried, and that time is held against nothing.</summary>
public sealed class SlackAccessTests
{
    [Fact]
    public async Task Once_a_token_is_refused_nothing_else_is_tried_until_slack_has_said_yes()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("auth.test", "ratelimited", times: 1_000, retryAfter: 30);
        await bot.Client.FaultAsync("chat.postMessage", "invalid_auth");
        await bot.Alice.In(incident).Types("/incident update First.");
        await bot.SettlesAsync();
        var before = (await bot.Client.JournalAsync())[^1].N;

        await bot.Alice.In(incident).Types("/incident note one");
        await bot.Bob.In(bot.General).Types("/incident list");
        await Until.ItIsAsync(() => bot.Store.ReadAsync(async db => !await db.Inbox.AnyAsync(row => row.State == InboxState.Pending)));
        bot.Clock.Advance(TimeSpan.FromSeconds(31));
        await Until.ItIsAsync(async () => (await bot.Client.JournalAsync(before)).Any(entry => entry.Method == "auth.test"));

        Assert.DoesNotContain((await bot.Client.JournalAsync(before)), entry => entry is { Direction: not "delivery", Method: not "auth.test" });
        await bot.Client.ClearFaultsAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(90));
        Assert.Contains("First.", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
    }

    [Fact]
    public async Task A_day_without_a_token_gives_nothing_up()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "internal_error");
        await bot.Alice.In(incident).Types("/incident update First.");
        await bot.SettlesAsync();
        await bot.Client.RevokeAsync();
        await bot.UntilReadyAsync(false);
        bot.Clock.Advance(TimeSpan.FromHours(30));
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 5);

        await bot.Client.ReinstallAsync();
        await bot.UntilReadyAsync(true);
        for (var i = 0; i < 3; i++)
            await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("First.", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }
}
