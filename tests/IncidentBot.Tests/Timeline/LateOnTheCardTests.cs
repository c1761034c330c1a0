using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Timeline;

/// <summary>Emoji on the card that reach the bot long after they were put there.</summary>
public sealed class LateOnTheCardTests
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("large_yellow_circle", "sev 2 payments too", "set the severity: SEV-2 HIGH")]
    [InlineData("white_check_mark", "status monitoring", "set the status: monitoring")]
    [InlineData("raising_hand", "take", "settled who commands")]
    [InlineData("eyes", "ack", "acknowledged it")]
    public async Task What_was_decided_since_stands_and_whoever_put_the_emoji_there_is_asked(string emoji, string decision, string told)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await StartAsync(bot);
        var chiyo = bot.Chiyo.In(incident.Channel);
        await DelayAsync(bot);
        await chiyo.Reacts(incident.Card, emoji);
        bot.Clock.Advance(TimeSpan.FromSeconds(30));
        await bot.Alice.In(incident).Asks($"/incident {decision}");
        var before = await bot.Store.IncidentAsync(incident);

        var heard = await chiyo.HearsAfter(() => bot.LaterAsync(Late));

        Assert.Equal(before, await bot.Store.IncidentAsync(incident));
        Assert.Contains($":{emoji}:", heard.Text, StringComparison.Ordinal);
        Assert.Contains($"{bot.Alice.Mention} {told}", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_does_it_all_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await StartAsync(bot);
        var chiyo = bot.Chiyo.In(incident.Channel);
        await DelayAsync(bot);
        await chiyo.Reacts(incident.Card, "large_yellow_circle");
        bot.Clock.Advance(TimeSpan.FromSeconds(30));
        await bot.Alice.In(incident).Asks("/incident sev 2");
        var heard = await chiyo.HearsAfter(() => bot.LaterAsync(Late));

        await chiyo.Presses(heard, "Do it now all the same");
        await bot.SettlesAsync();

        var after = await bot.Store.IncidentAsync(incident);
        Assert.Equal((Severity.Sev3, bot.Chiyo.User), (after.Severity, after.LastWords.Severity?.By));
    }

    [Fact]
    public async Task What_another_matter_is_about_does_not_stand_in_the_way_and_it_happened_when_it_was_put_there()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await StartAsync(bot);
        await DelayAsync(bot);
        var at = bot.Now;
        await bot.Chiyo.In(incident.Channel).Reacts(incident.Card, "white_check_mark");
        bot.Clock.Advance(TimeSpan.FromSeconds(30));
        await bot.Alice.In(incident).Asks("/incident sev 2");

        await bot.LaterAsync(Late);

        var after = await bot.Store.IncidentAsync(incident);
        Assert.Equal(IncidentStatus.Resolved, after.Status);
        Assert.InRange(after.ResolvedAt!.Value, at, at.AddSeconds(1));
        Assert.Equal(after.ResolvedAt, (await bot.Store.TimelineAsync(incident)).Single(entry => entry.Text == "Incident resolved").Happened.Instant);
    }

    [Fact]
    public async Task Taken_back_before_it_came_it_does_nothing_and_nobody_hears_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await StartAsync(bot);
        var bob = bot.Bob.In(incident.Channel);
        await DelayAsync(bot);
        await bob.Reacts(incident.Card, "white_check_mark");
        await bob.TakesBack(incident.Card, "white_check_mark");
        await bot.SettlesAsync();

        await bot.LaterAsync(Late + Late);

        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);
        Assert.Empty(await bob.Whispers());
        Assert.Contains(await bot.Store.InboxAsync(), row => row.Outcome == Outcome.Ignored && row.OutcomeWords == "taken back since");
    }

    [Fact]
    public async Task Taken_back_and_both_heard_only_now_it_does_nothing_and_put_there_again_it_does()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await StartAsync(bot);
        var bob = bot.Bob.In(incident.Channel);
        await bot.Host.Services.GetRequiredService<SingleWriter>().WriteAsync(db => db.People.ExecuteDeleteAsync(), CancellationToken.None);
        await bot.Client.FaultAsync("users.info", "http_500", times: 50);
        await bob.Reacts(incident.Card, "red_circle");
        await bot.SettlesAsync();
        await bob.TakesBack(incident.Card, "red_circle");
        await bot.SettlesAsync();
        Assert.Equal(2, (await bot.Store.InboxAsync()).Count(row => row.State == InboxState.Waiting));
        await bot.Client.ClearFaultsAsync();
        await Until.ItIsAsync(async () =>
        {
            await bot.LaterAsync(Late);
            return (await bot.Store.InboxAsync()).TrueForAll(row => row.State == InboxState.Handled);
        });
        Assert.Equal(Severity.Unset, (await bot.Store.IncidentAsync(incident)).Severity);

        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bob.Reacts(incident.Card, "red_circle");
        await bot.SettlesAsync();

        Assert.Equal(Severity.Sev1, (await bot.Store.IncidentAsync(incident)).Severity);
    }

    [Fact]
    public async Task Put_there_while_the_bot_was_stopped_it_counts_from_then()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await StartAsync(bot);
        await bot.GoDownAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var at = bot.Now;
        await bot.Bob.In(incident.Channel).Reacts(incident.Card, "raising_hand");
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.ComeUpAsync();

        await bot.Client.RedeliverAllFailedAsync();
        await bot.SettlesAsync();

        var after = await bot.Store.IncidentAsync(incident);
        Assert.Equal(bot.Bob.User, after.Commander);
        Assert.InRange(after.LastWords.Command!.At, at, at.AddSeconds(1));
    }

    [Fact]
    public async Task Slack_takes_the_card_for_no_message_that_is_being_read()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await StartAsync(bot);
        await bot.Bob.In(incident.Channel).Reacts(incident.Card, "eyes");
        await bot.SettlesAsync();

        Assert.Empty(await bot.Store.ReadAsync(db => db.AwaitedInAsync(bot.Sandbox.TeamId, incident.Channel, CancellationToken.None)));
        Assert.Empty(await bot.Store.ReadAsync(db => db.Captures.OfMessageAsync(bot.Sandbox.TeamId, incident.Channel, incident.Card, CancellationToken.None)));
    }

    [Fact]
    public async Task Whether_it_was_taken_back_is_found_by_its_index()
    {
        using var database = await FreshDatabase.CreateAsync();

        var steps = await new QueryPlans(database.Path).OfAsync(async db => await db.Inbox.HasBetweenAsync("T1", "unreacted a", "unreacted b", CancellationToken.None));

        Assert.Contains(steps, step => step.Contains("NaturalKey>? AND NaturalKey<?", StringComparison.Ordinal));
    }

    private static async Task<TestIncident> StartAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Chiyo.Hands.JoinAsync(incident.Channel);
        await bot.SettlesAsync();
        return incident;
    }

    private static Task DelayAsync(TestBot bot) => bot.Client.FaultAsync("delivery", "delay", retryAfter: 60);
}
