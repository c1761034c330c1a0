using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class MoveStatusTests
{
    [Fact]
    public async Task A_status_word_moves_the_incident_and_everything_that_shows_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        foreach (var (word, status, shown) in new[]
                 {
                     ("investigating", IncidentStatus.Investigating, "Investigating"),
                     ("Found", IncidentStatus.Identified, "Identified"),
                     ("mitigated", IncidentStatus.Monitoring, "Monitoring"),
                     ("triage", IncidentStatus.Triage, "In triage"),
                 })
        {
            await bot.Alice.In(incident).Asks($"/incident status {word}");
            Assert.Equal(status, (await bot.Store.IncidentAsync(incident)).Status);
            Assert.Contains($"Status: {shown}", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
            Assert.Contains(shown, (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
            Assert.Contains(shown, Assert.Single(await bot.MessagesAsync(bot.Announcements)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(4, (await bot.Store.TimelineAsync(incident)).Count(entry => entry.Kind == EntryKind.Status));
    }

    [Theory]
    [InlineData("resolve")]
    [InlineData("resolved")]
    [InlineData("status resolved")]
    [InlineData("status fixed")]
    public async Task Resolving_tells_the_channel_opens_the_review_and_sets_its_reminder(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 2");
        await bot.LaterAsync(TimeSpan.FromMinutes(90));

        var answer = await bot.Bob.In(incident.Channel).Asks($"/incident {words}");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(IncidentStatus.Resolved, stored.Status);
        Assert.Equal((bot.Bob.User, stored.ResolvedAt + TimeSpan.FromDays(5)), (stored.Review!.Owner, stored.Review.DueAt));
        Assert.Equal(stored.Review.DueAt - TimeSpan.FromDays(1), await bot.Store.ReminderAsync(incident));
        Assert.Equal("Incident resolved.", answer);
        var said = Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains($"*Resolved* by {bot.Bob.Mention}, 1 h 30 min after it was declared.", said, StringComparison.Ordinal);
        Assert.Contains($"The post-incident review is owed by {bot.Bob.Mention}", said, StringComparison.Ordinal);
        Assert.Contains("after 1 h 30 min", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resolve we turned the <cache> off", "It is resolved already.")]
    [InlineData("resolve done", "It is resolved already.")]
    public async Task Whoever_comes_second_gets_their_words_back(string words, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident resolve");

        var answer = await bot.Bob.In(incident.Channel).Asks($"/incident {words}");

        Assert.Equal(words.EndsWith("off", StringComparison.Ordinal) ? $"{sentence} You wrote:\n&gt; resolve we turned the &lt;cache&gt; off" : sentence, answer);
    }

    [Fact]
    public async Task The_commander_owns_the_review_whoever_resolves()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");

        await bot.Bob.In(incident.Channel).Asks("/incident resolve");

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Review!.Owner);
    }

    [Theory]
    [InlineData("close")]
    [InlineData("closed")]
    [InlineData("status closed")]
    public async Task Closing_a_live_incident_resolves_it_first(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident {words}");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(IncidentStatus.Closed, stored.Status);
        Assert.NotNull(stored.ResolvedAt);
        Assert.True(stored.Review!.IsOwed);
        Assert.Equal(
            ["Incident declared", "Incident resolved", "Incident closed"],
            (await bot.Store.TimelineAsync(incident)).Where(entry => entry.Kind is EntryKind.Status or EntryKind.Ticket).Select(entry => entry.Text));
    }

    [Fact]
    public async Task Reopening_makes_it_live_withdraws_the_review_and_its_reminder()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident close");

        await bot.Alice.In(incident).Asks("/incident reopen");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((IncidentStatus.Investigating, null, null, null), (stored.Status, stored.ResolvedAt, stored.ClosedAt, stored.Review));
        Assert.Null(await bot.Store.ReminderAsync(incident));
        await bot.LaterAsync(TimeSpan.FromDays(30));
        Assert.Empty(await bot.Alice.DirectMessages());
    }

    [Fact]
    public async Task What_cannot_be_is_answered_with_a_sentence_and_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        Assert.Contains("This incident is live already (in triage).", await here.Asks("/incident reopen"), StringComparison.Ordinal);
        Assert.Contains("It is in triage already.", await here.Asks("/incident status triage"), StringComparison.Ordinal);
        Assert.Contains("Say where it stands in one word: triage, investigating, identified, monitoring, resolved, closed or declined.", await here.Asks("/incident status burning"), StringComparison.Ordinal);
        Assert.StartsWith("An incident becomes merged by merging it", await here.Asks("/incident status merged"), StringComparison.Ordinal);
        Assert.Equal(IncidentStatus.Triage, (await bot.Store.IncidentAsync(incident)).Status);
        await here.Asks("/incident close");
        Assert.Contains("This incident is closed. `/incident reopen` makes it live again.", await here.Asks("/incident status monitoring"), StringComparison.Ordinal);
        Assert.Contains("It is closed already.", await here.Asks("/incident close"), StringComparison.Ordinal);
        Assert.Contains("This incident is closed.", await here.Asks("/incident resolve"), StringComparison.Ordinal);
        Assert.Equal(IncidentStatus.Closed, (await bot.Store.IncidentAsync(incident)).Status);
    }

    [Theory]
    [InlineData("decline it was a drill of the other team", ": it was a drill of the other team")]
    [InlineData("declined a test", ": a test")]
    public async Task What_was_no_incident_is_declined_in_the_open_and_owes_nothing(string words, string why)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident status looking");

        await bot.Bob.In(incident.Channel).Asks($"/incident {words}");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((IncidentStatus.Declined, null, null), (stored.Status, stored.Review, stored.ResolvedAt));
        Assert.Equal($":scales: Incident declined{why} (by {bot.Bob.Mention})", Assert.Single(await bot.SaidInAsync(incident)));
        Assert.Contains("Declined", Assert.Single(await bot.MessagesAsync(bot.Announcements)).Text, StringComparison.Ordinal);
        Assert.StartsWith("No open incidents.", await bot.Alice.In(incident).Asks("/incident list"), StringComparison.Ordinal);
        Assert.Contains("Declined", await bot.Alice.In(incident).Asks("/incident list closed"), StringComparison.Ordinal);

        await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Reopen");
        await bot.SettlesAsync();
        Assert.Equal(IncidentStatus.Investigating, (await bot.Store.IncidentAsync(incident)).Status);
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("status declined")]
    public async Task Declining_asks_for_the_reason_first(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Types($"/incident {words}");
        await bot.SettlesAsync();
        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);
        await bot.Alice.Submits(("answer", "only a test"));
        await bot.SettlesAsync();

        Assert.Equal(IncidentStatus.Declined, (await bot.Store.IncidentAsync(incident)).Status);
        Assert.Contains("Incident declined: only a test", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopening_says_what_does_not_count_any_more()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident status identified");
        await here.Asks("/incident resolve");

        Assert.Contains("does not count any more. If it still holds: `/incident #1 time identified 2031-03-03", await here.Asks("/incident reopen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_that_declined_it_is_undone_to_where_it_stood()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident status found");

        var answer = await bot.Alice.In(incident).AsksFor("/incident decline a slip");
        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(IncidentStatus.Identified, (await bot.Store.IncidentAsync(incident)).Status);
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("closed")]
    [InlineData("identified, it is back")]
    public async Task Reopening_with_a_word_that_is_no_live_state_changes_nothing(string word)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident resolve");

        Assert.Contains("It was not reopened.", await bot.Alice.In(incident).Asks($"/incident reopen {word}"), StringComparison.Ordinal);
        Assert.Equal(IncidentStatus.Resolved, (await bot.Store.IncidentAsync(incident)).Status);
    }

    [Fact]
    public async Task Where_nobody_can_be_told_the_answer_says_so()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        var answer = await bot.Alice.In(bot.General).Asks("/incident #1 update We rolled back");
        Assert.Contains("Update recorded.\nIts channel is archived, so nobody there was told", answer, StringComparison.Ordinal);

        await bot.Alice.Hands.UnarchiveAsync(incident.Channel);
        await bot.SettlesAsync();
        Assert.Equal("Update recorded; it is on its way into the channel.", await bot.Alice.In(incident).Asks("/incident update We are back"));
    }
}
