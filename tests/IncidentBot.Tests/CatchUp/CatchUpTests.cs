using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Tests.Storage;

namespace IncidentBot.Tests.CatchUp;

public sealed class CatchUpTests
{
    [Fact]
    public async Task It_says_how_it_stands_and_what_changed_since_whoever_asks_last_looked()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 2 cards are refused");
        await bot.Alice.In(incident).Asks("/incident task restart the queue");
        var first = await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} catchup");
        await bot.LaterAsync(TimeSpan.FromMinutes(10));
        await bot.Alice.In(incident).Asks("/incident note fix: cache restarted");
        await bot.Alice.In(incident).Asks("/incident take");

        var second = await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} catchup");

        Assert.Contains("Since it was declared", first, StringComparison.Ordinal);
        Assert.Contains("SEV-2 HIGH", first, StringComparison.Ordinal);
        Assert.Contains("`1` restart the queue (nobody yet)", first, StringComparison.Ordinal);
        Assert.Contains("2 new", second, StringComparison.Ordinal);
        Assert.Contains("cache restarted", second, StringComparison.Ordinal);
        Assert.Contains($"Command>: {bot.Alice.Mention}", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Severity", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_update_is_new_to_whoever_looked_before_and_says_since_when()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");
        var before = await bot.Bob.In(incident).Asks("/incident catchup");
        await bot.LaterAsync(TimeSpan.FromMinutes(10));
        await bot.Alice.In(incident).Types("/incident update");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("status", "A third of the users are back."), ("how", "correct"));
        await bot.SettlesAsync();
        var corrected = await bot.Bob.In(incident).Asks("/incident catchup");

        var after = await bot.Bob.In(incident).Asks("/incident catchup");

        Assert.DoesNotContain("corrected", before, StringComparison.Ordinal);
        Assert.Matches(@"Last update> <[^>]+>, corrected <[^>]+>: A third of the users are back\.", corrected);
        Assert.Contains(": 1 new\n", corrected, StringComparison.Ordinal);
        Assert.Contains(": nothing new", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_about_the_same_things_gives_the_same_bytes_however_long_it_is_asked_later()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        for (var i = 0; i < 9; i++)
            await bot.Alice.In(incident).Asks($"/incident note fix: attempt {i}\nof many");
        await bot.Alice.In(incident).Asks("/incident note dead-end: not the cache");

        var first = await bot.Alice.In(incident).AsksFor("/incident catchup all");
        await bot.LaterAsync(TimeSpan.FromHours(3));
        var second = await bot.Alice.In(incident).AsksFor("/incident catchup all");

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(Payload(await bot.Store.OutboxAsync(), ^2), Payload(await bot.Store.OutboxAsync(), ^1));
        Assert.InRange(first.Text.Split('\n').Length, 8, 12);
        Assert.Contains("Ruled out>: not the cache", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_is_said_in_words_and_the_same_question_at_the_same_time_gives_the_same_bytes()
    {
        await using var bot = await TestBot.StartConfiguredAsync("nudges: { updates: off, acknowledge: off }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 2");
        await bot.Alice.In(incident).Asks("/incident task restart the queue");
        await bot.Alice.In(incident).Asks("/incident task call the vendor due 20m");
        for (var i = 0; i < 9; i++)
            await bot.Alice.In(incident).Asks($"/incident note fix: attempt {i}");
        await bot.Alice.In(incident).Asks("/incident note dead-end: not the cache");
        await bot.Alice.In(incident).Asks("/incident update We look at the queue.");
        await bot.LaterAsync(TimeSpan.FromHours(2));

        var first = await bot.Alice.In(incident).AsksFor("/incident catchup all");
        var second = await bot.Alice.In(incident).AsksFor("/incident catchup all");

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(12, first.Text.Split('\n').Length);
        Assert.Contains("Next update>: *overdue* since", first.Text, StringComparison.Ordinal);
        Assert.Contains("Acknowledgement>: *overdue* since", first.Text, StringComparison.Ordinal);
        Assert.Contains("Open tasks>: `2` call the vendor (nobody yet, *overdue* since", first.Text, StringComparison.Ordinal);
        Assert.Contains("Ruled out>: not the cache", first.Text, StringComparison.Ordinal);
        var post = (await bot.MessagesAsync(incident.Channel)).Single(message => message.Text.Contains("We look at the queue.", StringComparison.Ordinal) && message.Ts != incident.Card);
        Assert.Contains($"/archives/{incident.Channel}/p{post.Ts.Replace(".", "", StringComparison.Ordinal)}|Last update>", first.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30m", "late", "early")]
    [InlineData("since 30m", "late", "early")]
    [InlineData("9:30", "late", "early")]
    public async Task It_looks_back_as_far_as_is_said(string words, string says, string saysNot)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident note early");
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await bot.Alice.In(incident).Asks("/incident note late");

        var answer = await bot.Alice.In(incident).Asks($"/incident catchup {words}");

        Assert.Contains(says, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(saysNot, answer, StringComparison.Ordinal);
        Assert.Contains("Say since when", await bot.Alice.In(incident).Asks("/incident catchup the cat"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_hears_of_what_came_after()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Alice.In(incident).Asks("/incident note early");
        await bot.LaterAsync(TimeSpan.FromMinutes(5));
        await bot.Bob.Hands.LeaveAsync(incident.Channel);
        await bot.LaterAsync(TimeSpan.FromMinutes(5));
        await bot.Alice.In(incident).Asks("/incident note late");

        var answer = await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} catchup since I left");

        Assert.Contains("late", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("early", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_has_a_button_for_it_and_a_private_incident_is_told_to_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var told = await bot.Alice.In(incident).HearsAfter(async () => await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Catch me up"));

        Assert.Contains("Checkout is failing", told.Text, StringComparison.Ordinal);
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Somebody is inside"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        Assert.Contains("There is no incident #2", await bot.Bob.In(bot.General).Asks("/incident #2 catchup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_resolved_incident_open_tasks_and_follow_ups_are_told_apart_and_the_last_update_leads_to_its_post()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident task call the vendor");
        await here.Asks("/incident followup alert on its length");
        await here.Asks("/incident update We rolled back.");
        await here.Asks("/incident resolve");

        var answer = await here.AsksFor("/incident catchup all");

        Assert.Contains("Open tasks>: `1` call the vendor", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Open follow-ups>: `2` alert on its length", answer.Text, StringComparison.Ordinal);
        var post = (await bot.MessagesAsync(incident.Channel)).Single(message => message.Text.Contains("We rolled back.", StringComparison.Ordinal) && message.Ts != incident.Card);
        Assert.Contains($"/archives/{incident.Channel}/p{post.Ts.Replace(".", "", StringComparison.Ordinal)}|post>", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"Follow-ups\"", answer.Blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dead_ends_are_found_without_walking_through_the_timeline()
    {
        using var database = await FreshDatabase.CreateAsync();

        var steps = await new QueryPlans(database.Path).OfAsync(async db =>
        {
            await db.Timeline.NewestOfKindAsync(Some.Incident().Id, EntryKind.DeadEnd, 9, CancellationToken.None);
            await db.Timeline.RecordedSinceAsync(Some.Incident().Id, TestBot.StartsAt, 1, 9, CancellationToken.None);
            await db.Tasks.OpenCountsAsync(Some.Incident().Id, CancellationToken.None);
            await db.Tasks.LastNumberAsync(Some.Incident().Id, CancellationToken.None);
        });

        Assert.Contains(steps, step => step.Contains("TeamId_Number_Kind_Position", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    /// <summary>What was sent, to the byte, without where it went.</summary>
    private static string Payload(List<OutboxRow> owed, Index which) =>
        System.Text.Json.JsonDocument.Parse(owed.Where(row => row.Kind == "answer").ToList()[which].Payload).RootElement.GetProperty("Content").GetRawText();
}
