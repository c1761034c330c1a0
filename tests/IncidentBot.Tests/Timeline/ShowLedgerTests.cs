using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>What came in, and what became of it.</summary>
public sealed class ShowLedgerTests
{
    [Fact]
    public async Task Each_request_about_the_incident_is_listed_with_its_reference_and_outcome_newest_first()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 2");
        await bot.Bob.In(incident).Asks("/incident sev 2");

        var ledger = await bot.Alice.In(incident).Asks("/incident ledger");

        var lines = ledger.Split('\n').Where(line => line.Contains(" command ", StringComparison.Ordinal)).ToList();
        Assert.Matches($"^`in-[0-9]+` .* command by <@{bot.Bob.Id}>: refused: already at severity$", lines[0]);
        Assert.Matches($"^`in-[0-9]+` .* command by <@{bot.Alice.Id}>: recorded \\(severity changed\\)$", lines[1]);
        Assert.DoesNotContain("sev 2", ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Captures_say_what_became_of_them_and_how_often_they_came_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Bob.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        var bobs = (await bot.Store.InboxAsync()).Last(row => row.NaturalKey?.StartsWith("reacted ", StringComparison.Ordinal) == true);
        await bot.Wire.SendAsync(bobs.Body, bobs.Kind);

        var ledger = (await bot.Alice.In(incident).Asks("/incident ledger")).Split('\n');

        Assert.Single(ledger, line => line.EndsWith($"reaction_added by <@{bot.Bob.Id}>: recorded (captured again), and 1 duplicate", StringComparison.Ordinal));
        Assert.Single(ledger, line => line.EndsWith("message-read: recorded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_capture_that_could_not_be_read_says_so_where_it_was_made_and_in_the_log()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Client.FaultAsync("conversations.replies", "missing_scope");
        var told = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Reacts(ts, "pushpin"));

        var made = (await bot.Store.InboxAsync()).Single(row => row.NaturalKey?.Contains("pushpin", StringComparison.Ordinal) == true);
        Assert.Contains($"`{made.Reference}`", told.Text, StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.Contains($"\"{made.Reference}\", failed: \"missing_scope\"", StringComparison.Ordinal));
        var ledger = (await bot.Alice.In(incident).Asks("/incident ledger")).Split('\n');
        Assert.Single(ledger, line => line.StartsWith($"`{made.Reference}`", StringComparison.Ordinal) && line.EndsWith(":warning: failed: missing_scope", StringComparison.Ordinal));
        var failed = (await bot.Alice.In(incident).Asks("/incident ledger failed")).Split('\n');
        Assert.StartsWith("*What failed of #1", failed[0], StringComparison.Ordinal);
        Assert.True(failed.Length < ledger.Length);
        Assert.All(failed[1..], line => Assert.Contains("failed: missing_scope", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_sent_stands_on_top_with_why_and_the_next_try()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("conversations.setTopic", "too_long");
        await bot.Alice.In(incident).Asks("/incident sev 1");
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 60);
        await bot.Alice.In(incident).Asks("/incident update We are looking.");

        var ledger = (await bot.Alice.In(incident).Asks("/incident ledger")).Split('\n');

        Assert.Matches("^:warning: `out-[0-9]+` post-message: not sent yet \\(ratelimited\\), next try ", ledger[1]);
        Assert.Matches("^:warning: `out-[0-9]+` refresh-topic: given up \\(too_long\\)$", ledger[2]);
    }

    [Fact]
    public async Task A_long_ledger_has_pages_and_one_incident_does_not_show_anothers()
    {
        await using var bot = await TestBot.StartAsync();
        var (first, second) = (await bot.Alice.Declares("Checkout is failing"), await bot.Alice.Declares("Login is slow"));
        for (var i = 0; i < 25; i++)
            await bot.Alice.In(first).Types($"/incident note Step {i}");
        await bot.SettlesAsync();

        var page = await bot.Alice.In(first).AsksFor("/incident ledger");

        Assert.EndsWith(" earlier", Assert.Single(Controls.Labels(page.Blocks)), StringComparison.Ordinal);
        Assert.Equal(1 + 20 + 1, page.Text.Split('\n').Length);
        Assert.Equal(["20 later"], Controls.Labels((await bot.Alice.In(first).AsksFor("/incident ledger 2")).Blocks));
        Assert.True((await bot.Alice.In(second).Asks("/incident ledger")).Split('\n').Length < 12);
    }

    [Fact]
    public async Task What_is_about_two_incidents_stands_in_the_ledger_of_both()
    {
        await using var bot = await TestBot.StartAsync();
        var (first, second) = (await bot.Alice.Declares("Checkout is failing"), await bot.Alice.Declares("Login is slow"));
        var ts = await bot.Alice.In(first).Captures("Queue is full");
        await bot.Alice.In(first).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        await bot.Alice.Submits(("incident", "2"));
        await bot.SettlesAsync();

        await bot.Alice.Hands.EditAsync(first.Channel, ts, "Queue is half full");
        await bot.SettlesAsync();

        foreach (var incident in new[] { first, second })
        {
            var ledger = (await bot.Alice.In(incident).Asks("/incident ledger")).Split('\n');
            Assert.Single(ledger, line => line.EndsWith(" message: recorded (message edited)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_request_that_is_just_being_forgotten_is_left_out()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Store.ReadAsync(async db =>
        {
            db.AlsoAbout.Add(new AlsoAboutRow { TeamId = bot.Sandbox.TeamId, Number = incident.Number, RequestId = 4_711 });
            return await db.SaveChangesAsync();
        });

        var ledger = await bot.Alice.In(incident).Asks("/incident ledger");

        Assert.Contains("channel-created", ledger, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_whose_words_were_not_kept_says_so_and_which_event_it_was()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Captures("My password is hunter2");
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Presses(await bot.Alice.In(incident).AsksFor("/incident redact 2 a password"), "Redact entry 2");
        await bot.SettlesAsync();
        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "My password is hunter3");
        await bot.SettlesAsync();

        var ledger = await bot.Alice.In(incident).Asks("/incident ledger");

        Assert.Contains("event (message), its words were not kept", ledger, StringComparison.Ordinal);
        Assert.DoesNotContain("unreadable", ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledgers_questions_are_answered_by_an_index()
    {
        using var database = await FreshDatabase.CreateAsync();

        var steps = await new Storage.QueryPlans(database.Path).OfAsync(async db =>
        {
            db.Inbox.Add(new InboxRow { TeamId = "T1", Key = "Ev1", Number = 7, Source = InboxSource.Learned, Kind = "card-posted", Body = [] });
            await db.SaveChangesAsync();
            await db.AboutAsync("T1", 7, onlyFailed: false, 1, 20, CancellationToken.None);
            await db.Outbox.TroubleAboutAsync("T1", 7, 10, CancellationToken.None);
            await db.CountDeadAsync(CancellationToken.None);
        });

        Assert.Equal(8, steps.Count(step => step.StartsWith("SEARCH", StringComparison.Ordinal)));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN i", StringComparison.Ordinal) || step.StartsWith("SCAN a", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    /// <summary>The two ways a request is about an incident are read along their indexes; what is found that way is put together and sorted.</summary>
    [Fact]
    public async Task What_failed_is_found_among_the_incidents_own()
    {
        using var database = await FreshDatabase.CreateAsync();

        var steps = await new Storage.QueryPlans(database.Path).OfAsync(db => db.AboutAsync("T1", 7, onlyFailed: true, 1, 20, CancellationToken.None));

        Assert.Contains(steps, step => step.Contains("USING INDEX IX_inbox_TeamId_Number_Id", StringComparison.Ordinal));
        Assert.Contains(steps, step => step.StartsWith("SEARCH a USING", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN a", StringComparison.Ordinal));
    }
}
