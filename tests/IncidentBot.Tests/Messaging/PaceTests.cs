using IncidentBot.Delivery;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Messaging;

/// <summary>Slack's limits are kept before Slack has to say so.</summary>
public sealed class PaceTests
{
    /// <summary>So many streams nobody waits for go out at once.</summary>
    private const int Places = OutboxDispatcher.StreamsAtOnce;

    private readonly StandingClock clock = new();

    [Fact]
    public void A_channel_gets_three_messages_at_once_and_then_one_a_second()
    {
        var pace = new Pace(new PaceLimits(6_000), clock);

        var waits = Enumerable.Range(1, 6).Select(id => pace.NotBefore(id, [SlackCall.Post("C1")]) - clock.GetUtcNow());

        Assert.Equal([null, null, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)], waits);
    }

    [Fact]
    public void Whoever_was_given_a_time_goes_at_that_time_without_asking_again()
    {
        var pace = new Pace(new PaceLimits(6_000), clock);
        for (var id = 1; id <= 4; id++)
            pace.NotBefore(id, [SlackCall.Post("C1")]);

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(pace.NotBefore(4, [SlackCall.Post("C1")]));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.NotBefore(5, [SlackCall.Post("C1")]) - clock.GetUtcNow());
    }

    [Fact]
    public void Under_pressure_the_whole_allowance_is_used_and_never_more()
    {
        var pace = new Pace(new PaceLimits(300), clock);
        var due = Enumerable.Range(1, 400).ToDictionary(id => (long)id, _ => clock.GetUtcNow());
        List<DateTimeOffset> sent = [];
        for (; due.Count > 0; clock.Advance(TimeSpan.FromMilliseconds(100)))
        {
            foreach (var (id, _) in due.Where(pair => pair.Value <= clock.GetUtcNow()).OrderBy(pair => pair.Key).ToList())
            {
                if (pace.NotBefore(id, [SlackCall.Post($"C{id}")]) is { } later)
                    due[id] = later;
                else if (due.Remove(id))
                    sent.Add(clock.GetUtcNow());
            }
        }

        Assert.InRange((sent[^1] - sent[0]).TotalSeconds, 75, 400 / 5.0 / 0.95);
        Assert.All(sent, from => Assert.InRange(sent.Count(at => at >= from && at < from.AddMinutes(1)), 1, 303));
    }

    [Fact]
    public void What_has_to_look_first_and_waits_for_that_does_not_hold_up_what_only_posts()
    {
        var pace = new Pace(new PaceLimits(300), clock);
        for (var id = 1; id <= 3; id++)
            pace.NotBefore(id, [new SlackCall("conversations.history")]);

        Assert.Equal(TimeSpan.FromSeconds(1.2), pace.NotBefore(4, [SlackCall.Post("C4"), new SlackCall("conversations.history")]) - clock.GetUtcNow());
        Assert.Null(pace.NotBefore(5, [SlackCall.Post("C5")]));
    }

    [Fact]
    public void What_slack_bars_waits_in_every_stream_and_nothing_else_does()
    {
        var pace = new Pace(null, clock);

        pace.Bar(new SlackCall("chat.update"), TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(30), pace.NotBefore(1, [new SlackCall("chat.update")]) - clock.GetUtcNow());
        Assert.Null(pace.NotBefore(2, [SlackCall.Post("C1")]));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(pace.NotBefore(1, [new SlackCall("chat.update")]));
    }

    [Fact]
    public void A_card_counts_as_a_message_to_its_channel()
    {
        var pace = new Pace(new PaceLimits(6_000), clock);
        for (var id = 1; id <= 3; id++)
            pace.NotBefore(id, [SlackCall.Post("C1")]);

        Assert.Equal(TimeSpan.FromSeconds(1), pace.NotBefore(4, new PostCard(7, "C1").Calls(inDoubt: false, clock.GetUtcNow())) - clock.GetUtcNow());
    }

    [Fact]
    public void An_answer_counts_for_the_way_it_takes_and_another_one_once_slacks_way_back_is_closed()
    {
        var to = new ReplyTo("U1", "C1", "https://hooks.slack.com/commands/T1/1/x", clock.GetUtcNow().AddMinutes(30), InPlace: false);
        var answer = new Answer(to, MessageContent.Plain("Words"), 1);

        Assert.Equal(["response_url"], Methods(TimeSpan.FromMinutes(29)));
        Assert.Equal(["chat.postEphemeral"], Methods(TimeSpan.FromMinutes(30)));

        IEnumerable<string> Methods(TimeSpan later) => answer.Calls(inDoubt: false, clock.GetUtcNow() + later).Select(call => call.Method);
    }

    [Fact]
    public async Task A_flood_of_updates_is_posted_in_order_without_one_refusal()
    {
        await using var bot = await TestBot.StartLimitedAsync();
        var incident = await bot.Alice.Declares();

        for (var i = 1; i <= 12; i++)
            await bot.Alice.In(incident).Types($"/incident update Round {i:00} is done.");
        await bot.SettlesAsync();
        for (var second = 0; second < 60; second++)
            await bot.LaterAsync(TimeSpan.FromSeconds(1));

        var said = await bot.SaidInAsync(incident);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"Round {i:00}"), said.Select(text => text[text.IndexOf("Round", StringComparison.Ordinal)..][..8]));
        Assert.DoesNotContain(await bot.Client.JournalAsync(), entry => entry.Outcome is "ratelimited" or "429");
    }

    [Fact]
    public async Task An_answer_overtakes_what_waits_for_slack_in_every_place_there_is()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "timeout", times: 1_000);
        await bot.OwesAsync([.. Enumerable.Range(1, 40).Select(n => new PostMessage($"C{n:000000000}", null, MessageContent.Plain("Words")))]);
        await Until.ItIsAsync(async () => await UnderWayAsync() == Places);

        await bot.Bob.In(bot.General).Types($"/incident #{incident.Number} timeline");
        await Until.ItIsAsync(async () => (await bot.Bob.In(bot.General).Whispers()).Any(message => message.Text.StartsWith("*Timeline", StringComparison.Ordinal)));

        Assert.Equal(Places, await UnderWayAsync());

        Task<int> UnderWayAsync() => bot.Store.ReadAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Owed && row.InDoubt && row.Lane == OutboxLane.Bulk));
    }

    [Fact]
    public async Task After_a_429_no_stream_calls_that_method_before_its_time()
    {
        await using var bot = await TestBot.StartAsync();
        var (first, second) = (await bot.Alice.Declares("Checkout is failing"), await bot.Alice.Declares("Login is slow"));
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 30);
        var before = await TriesAsync();

        await bot.Alice.In(first).Types("/incident update First.");
        await bot.SettlesAsync();
        await bot.Alice.In(second).Types("/incident update Second.");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(29));
        Assert.Equal(before + 1, await TriesAsync());
        await bot.LaterAsync(TimeSpan.FromSeconds(2));

        Assert.Single(await bot.SaidInAsync(first));
        Assert.Single(await bot.SaidInAsync(second));

        async Task<int> TriesAsync() => (await bot.Client.JournalAsync()).Count(entry => entry is { Direction: "api", Method: "chat.postMessage" });
    }

    /// <summary>Moves only when told to.</summary>
    private sealed class StandingClock : TimeProvider
    {
        private DateTimeOffset now = TestBot.StartsAt;

        public override DateTimeOffset GetUtcNow() => now;

        public void Advance(TimeSpan by) => now += by;
    }
}
