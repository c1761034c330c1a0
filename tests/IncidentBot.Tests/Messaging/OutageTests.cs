using System.Globalization;
using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Messaging;

/// <summary>
/// Slack is away for half an hour, in another way each minute, while much is owed. Everything arrives once, in the order
/// of its channel, as fast as Slack allows. The long run, on two busy cores: 500 channels and 50,000 posts, of which 49,996
/// were owed after the outage, went out at 96.8 % of the permitted 600 a minute, in 85 minutes of the moved clock; 20 minutes
/// of real time. Heap: 13 MB with all of it owed before the outage, 14 MB after it, 105 MB half drained and 138 MB at
/// the end, which is what the sandbox keeps in the same process: each message, and its journal's last 20,000 entries.
/// </summary>
[Collection(Alone.Name)]
public sealed class OutageTests(ITestOutputHelper output)
{
    private const int Minutes = 30;

    private const int Leeway = 16 * 1024 * 1024;

    /// <summary>The sandbox is in this process and keeps every message with its metadata.</summary>
    private const int SandboxBytesPerPost = 2_048;

    /// <summary>A stream looks after a minute at the latest whether Slack is back; so few are then soon done.</summary>
    private static readonly TimeSpan UntilAllAreBack = TimeSpan.FromMinutes(1);

    /// <summary>How long a call is waited for.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private static readonly string[] Troubles = ["ratelimited", "http_500", "bad_gateway", "timeout", "lost_answer", "reset", "internal_error"];

    [Fact]
    public Task Twenty_channels_with_five_hundred_posts_lose_nothing() => RunAsync(channels: 20, posts: 500, postsPerMinute: 300, UntilAllAreBack);

    [LongFact("many minutes")]
    public Task Five_hundred_channels_with_fifty_thousand_posts_lose_nothing() => RunAsync(channels: 500, posts: 50_000, postsPerMinute: 600, TimeSpan.Zero);

    private async Task RunAsync(int channels, int posts, int postsPerMinute, TimeSpan comingBack)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var bot = await TestBot.StartLimitedAsync((Settings.PostsPerMinute.Name, postsPerMinute.ToString(CultureInfo.InvariantCulture)));
        var ids = await ChannelsAsync(bot, channels);
        await StrikeAsync(bot, Troubles[0], alsoReading: true);
        await OweAsync(bot, ids, posts);
        var heapBefore = Heap();

        for (var minute = 0; minute < Minutes; minute++)
            await MinuteAsync(bot, Troubles[minute % Troubles.Length], alsoReading: minute < Troubles.Length);
        await bot.Client.ClearFaultsAsync();
        var left = await OwedAsync(bot);
        Assert.InRange(left, posts / 2, posts);
        var heapAfterOutage = Heap();

        while (await OwedAsync(bot) == left)
            await bot.LaterAsync(TimeSpan.FromSeconds(1));
        var drainFrom = bot.Now;
        var (heapHalfway, leftHalfway) = (0L, 0);
        for (var owed = left; owed > 0; owed = await OwedAsync(bot))
        {
            if (heapHalfway == 0 && owed < left / 2)
                (heapHalfway, leftHalfway) = (Heap(), owed);
            await bot.LaterAsync(TimeSpan.FromSeconds(1));
        }
        var drained = bot.Now - drainFrom;
        var heapAtEnd = Heap();
        // One of each channel may have been posted without our knowing.
        var allowed = TimeSpan.FromMinutes((double)(left - channels) / postsPerMinute);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{channels} channels, {posts} posts, {left} left after the outage; drained in {drained} of {allowed} allowed, {allowed / drained:P1} of the permitted rate. Heap in MB: before {Mega(heapBefore)}, after the outage {Mega(heapAfterOutage)}, half drained {Mega(heapHalfway)}, at the end {Mega(heapAtEnd)}. Real time {TimeProvider.System.GetElapsedTime(started)}."));

        for (var i = 0; i < channels; i++)
        {
            var said = (await bot.MessagesAsync(ids[i])).Where(message => message is { IsBot: true, Subtype: null }).Select(message => message.Text);
            Assert.Equal(Enumerable.Range(0, posts).Where(n => n % channels == i).Select(Words), said);
        }
        Assert.InRange(drained, TimeSpan.Zero, (allowed / 0.95) + comingBack);
        Assert.InRange(heapAfterOutage - heapBefore, long.MinValue, Leeway);
        Assert.InRange(heapAtEnd - heapHalfway, long.MinValue, Leeway + ((long)SandboxBytesPerPost * leftHalfway));
    }

    private static async Task<List<string>> ChannelsAsync(TestBot bot, int count)
    {
        var ids = new List<string>();
        var slack = bot.Host.Services.GetRequiredService<ISlackApiClient>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await slack.Conversations.Create(string.Create(CultureInfo.InvariantCulture, $"outage-{i}"), false, CancellationToken.None)).Id);
            bot.Clock.Advance(TimeSpan.FromSeconds(3));
        }
        await bot.SettlesAsync();
        return ids;
    }

    /// <summary>From now on every call that posts goes wrong in that way, and perhaps every one that looks whether something was posted.</summary>
    private static async Task StrikeAsync(TestBot bot, string trouble, bool alsoReading)
    {
        await bot.Client.ClearFaultsAsync();
        foreach (var method in alsoReading ? new[] { "chat.postMessage", "conversations.history" } : ["chat.postMessage"])
            await bot.Client.FaultAsync(method, trouble, times: 1_000_000, retryAfter: 20);
    }

    /// <summary>A call without an answer is under way until its deadline, so there the clock goes on without waiting for calm.</summary>
    private static async Task MinuteAsync(TestBot bot, string trouble, bool alsoReading)
    {
        await StrikeAsync(bot, trouble, alsoReading);
        if (trouble != "timeout")
        {
            await bot.LaterAsync(TimeSpan.FromMinutes(1));
            return;
        }
        for (var second = 0; second < 60; second++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
        await StrikeAsync(bot, "http_500", alsoReading);
        await bot.LaterAsync(Deadline);
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private static long Mega(long bytes) => bytes / (1024 * 1024);

    private static string Words(int post) => string.Create(CultureInfo.InvariantCulture, $"Post {post} of the outage.");

    private static Task<int> OwedAsync(TestBot bot) =>
        bot.Store.ReadAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Owed));

    private static Task OweAsync(TestBot bot, List<string> channels, int posts) =>
        bot.OwesAsync([.. Enumerable.Range(0, posts).Select(post => new PostMessage(channels[post % channels.Count], null, MessageContent.Plain(Words(post))))]);
}
