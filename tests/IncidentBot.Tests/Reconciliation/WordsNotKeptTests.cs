using System.Text;
using IncidentBot.Delivery;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>What was read to compare is nobody's to keep: it stands on the timeline, or nowhere.</summary>
public sealed class WordsNotKeptTests
{
    [Fact]
    public async Task What_was_read_stays_neither_in_what_came_in_nor_in_what_went_out()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reconciliation: { page: 5, reads: 20 }");
        var incident = await bot.Alice.Declares();
        await bot.MissesAsync(() => MarksTwoAsync(bot.Alice.In(incident)));

        Assert.Equal(2, (await bot.Store.RecordedAsync(incident)).Count);
        Assert.Contains(await bot.Store.OutboxAsync(), row => row.Kind == "read-further");
        Assert.Contains(await bot.Store.OutboxAsync(), row => row.Kind == "read-older");
        Assert.Empty(await KeptAsync(bot));
    }

    [Fact]
    public async Task What_was_given_up_on_the_way_keeps_nothing_and_begins_anew_when_it_is_tried_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.MissesAsync(
            async () =>
            {
                await MarksTwoAsync(bot.Alice.In(incident));
                await bot.Client.FaultAsync("conversations.replies", "method_not_supported_for_channel_type");
            },
            untilGivenUp: "read-further");

        Assert.Empty(await KeptAsync(bot));
        await bot.Client.ClearFaultsAsync();
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.ReplayDeadAsync(null, bot.Now, default)));
        bot.Host.Services.GetRequiredService<Nudges>().TapOutbox();
        await bot.HasComparedAsync();

        Assert.Equal(2, (await bot.Store.RecordedAsync(incident)).Count);
        Assert.Empty(await KeptAsync(bot));
    }

    [Fact]
    public async Task What_comes_too_late_because_the_channel_is_another_is_not_kept_either()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var seen = new ChannelReading(bot.Now)
        {
            HasMessages = true,
            Messages = [new MessageSeen("1930291200.000100", bot.Now) { Writer = new Writer(bot.Bob.Id, ""), Text = "The replica is fine" }],
        };

        await bot.Store.ReadAsync(async db =>
        {
            db.Inbox.Add(new InboxRow
            {
                TeamId = bot.Sandbox.TeamId,
                Key = "late",
                Source = InboxSource.Learned,
                Kind = "channel-read",
                Body = Encoding.UTF8.GetBytes(StoredShapes.Write(new ChannelRead(new Comparing(incident.Number, "C0BEFORE", null, null, IsThorough: true, null), seen, null))),
                ReceivedAt = bot.Now,
            });
            return await db.SaveChangesAsync();
        });
        bot.Host.Services.GetRequiredService<Nudges>().Inbox.Tap();
        await bot.SettlesAsync();

        Assert.Equal(InboxState.Handled, (await bot.Store.InboxAsync()).Single(row => row.Key == "late").State);
        Assert.Empty(await KeptAsync(bot));
    }

    private static async Task MarksTwoAsync(TestPlace here)
    {
        var parent = await here.Says("A thread");
        await here.Reacts(await here.Says("The replica is fine", inThread: parent), "bulb");
        await here.Reacts(await here.Says("And so is the other replica"), "bulb");
        for (var i = 0; i < 5; i++)
            await here.Says($"Line {i}");
    }

    private static async Task<IReadOnlyList<string>> KeptAsync(TestBot bot) =>
    [
        .. (await bot.Store.InboxAsync()).Where(row => Encoding.UTF8.GetString(row.Body).Contains("replica", StringComparison.Ordinal)).Select(row => row.Kind),
        .. (await bot.Store.OutboxAsync()).Where(row => row.Payload.Contains("replica", StringComparison.Ordinal)).Select(row => row.Kind),
    ];
}
