using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;
using IncidentBot.Tests.Timeline;

namespace IncidentBot.Tests.Impacts;

public sealed class ImpactTests
{
    [Fact]
    public async Task Numbers_become_a_share_on_the_card_with_the_severity_it_speaks_for_and_only_a_person_sets_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        var answer = await here.Asks("/incident impact 4200 of 60,000");

        Assert.Contains("Impact at most 7 % of daily users (4,200 of 60,000; distinct users unknown).", answer, StringComparison.Ordinal);
        var card = await bot.CardAsync(incident);
        Assert.Contains("Impact: at most 7 % of daily users (4,200 of 60,000; distinct users unknown) · suggests :large_orange_circle: SEV-2 HIGH", card.Text, StringComparison.Ordinal);
        Assert.True((await bot.Store.IncidentAsync(incident)).Severity.IsUnset);
        Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Impact && entry.RecordedBy == bot.Alice.User);

        await here.Presses(card, "Set 🟠 SEV-2 HIGH");
        await bot.SettlesAsync();

        Assert.Equal(Severity.Sev2, (await bot.Store.IncidentAsync(incident)).Severity);
        Assert.DoesNotContain("suggests", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_takes_sources_windows_links_and_whether_everybody_counts_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Impact");
        await bot.SettlesAsync();

        await bot.Alice.Submits(
            ("affected", "200-300"), ("distinct", "distinct"), ("affected_source", "Error tracker & logs"), ("window", "10:00 to 11:00"), ("affected_link", "https://errors.example.com/7"),
            ("daily", "1k"), ("daily_source", "Analytics"));
        await bot.SettlesAsync();

        var estimate = (await bot.Store.IncidentAsync(incident)).Impacts.Last!;
        Assert.Equal(new ImpactShare(20, 30), estimate.Share);
        Assert.Equal(("Error tracker &amp; logs", "10:00 to 11:00", "https://errors.example.com/7", "Analytics"), (estimate.Affected.Source, estimate.Affected.Window, estimate.Affected.Link, estimate.Daily.Source));
        Assert.Single(
            await bot.Store.TimelineAsync(incident),
            entry => entry.Text == "Impact 20–30 % of daily users (200–300 of 1,000): affected from Error tracker &amp; logs, 10:00 to 11:00, <https://errors.example.com/7|link>; daily users from Analytics");
    }

    [Theory]
    [InlineData("unknown of 60000", "Impact unknown share of daily users (unknown of 60,000).")]
    [InlineData("4200 of unknown", "Impact unknown share of daily users (4,200 of unknown; distinct users unknown).")]
    [InlineData("900-1100/1000", "Impact at most 100 % of daily users (900–1,100 of 1,000; distinct users unknown).")]
    [InlineData("4200/60000", "Impact at most 7 % of daily users (4,200 of 60,000; distinct users unknown).")]
    [InlineData("4200 von 60000", "Impact at most 7 % of daily users (4,200 of 60,000; distinct users unknown).")]
    [InlineData("4.200 verschiedene Nutzer von 60.000", "Impact 7 % of daily users (4,200 of 60,000).")]
    [InlineData("4200 distinct of 60000 users", "Impact 7 % of daily users (4,200 of 60,000).")]
    [InlineData("70000 of 60000", "70,000 affected of 60,000 daily users would be more than all of them. Which of the two is wrong? Nothing was changed.")]
    [InlineData("~50 out of 1M", "Impact less than 0.01 % of daily users (50 of 1,000,000; distinct users unknown).")]
    [InlineData("200-300 users of 60k", "Impact at most 0.5 % of daily users (200–300 of 60,000; distinct users unknown).")]
    [InlineData("unknown", "Impact unknown.")]
    [InlineData("Unbekannt", "Impact unknown.")]
    [InlineData("4200 occurrences of 60000", "Impact at most 7 % of daily users (4,200 of 60,000; affected may count somebody twice).")]
    [InlineData("70000 Fehler von 60000", "Impact at most 100 % of daily users (70,000 of 60,000; affected may count somebody twice).")]
    [InlineData("many of 60000", "Say how many are affected of how many daily users")]
    [InlineData("4200", "Say how many are affected of how many daily users")]
    [InlineData("history", "Nobody has worked out the impact yet: it is unknown.")]
    public async Task What_is_unknown_is_said_as_such(string words, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains(answer, await bot.Alice.In(incident).Asks($"/incident impact {words}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_of_more_than_all_is_asked_about_in_the_form_unless_occurrences_are_counted()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Types("/incident impact");
        await bot.SettlesAsync();

        var refused = await bot.Alice.Submits(("affected", "70000"), ("daily", "60000"));
        Assert.Contains("affected", refused.ToString(), StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Impacts.Last);
        await bot.Alice.Submits(("affected", "70000"), ("distinct", "twice"), ("daily", "60000"));
        await bot.SettlesAsync();

        Assert.Equal((false, new ImpactShare(0, 70_000 * 100m / 60_000)), ((await bot.Store.IncidentAsync(incident)).Impacts.Last!.Affected.AreDistinct, (await bot.Store.IncidentAsync(incident)).Impacts.Last!.Share));
    }

    [Fact]
    public async Task What_was_worked_out_and_who_noticed_first_can_be_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident impact 10 of 100");

        await here.Presses(await here.AsksFor("/incident impact 20 of 100"), "Undo");
        await bot.SettlesAsync();
        Assert.Equal(new PeopleCount(10, 10), (await bot.Store.IncidentAsync(incident)).Impacts.Last!.Affected.Count);
        Assert.Equal(
            $"What was said of the impact was taken back, it was at most 20 % of daily users (20 of 100; distinct users unknown); what holds now is at most 10 % of daily users (10 of 100; distinct users unknown), said by {bot.Alice.Mention}.",
            (await here.Whispers())[^1].Text);
        var history = (await here.Asks("/incident impact history")).Split('\n');
        Assert.Contains($"20 % of daily users (20 of 100; distinct users unknown), by {bot.Alice.Mention} (taken back by {bot.Alice.Mention})", history[1], StringComparison.Ordinal);
        Assert.EndsWith($"10 % of daily users (10 of 100; distinct users unknown), by {bot.Alice.Mention}", history[2], StringComparison.Ordinal);

        await here.Presses(await here.AsksFor("/incident detected by support"), "Undo");
        await bot.SettlesAsync();
        Assert.Null((await bot.Store.IncidentAsync(incident)).DetectedBy);
        Assert.StartsWith("Say how many", await here.Asks("/incident impact back"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_it_is_unknown_stands_on_the_card_with_who_said_so()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident impact 4200 of 60000");

        await bot.Bob.In(incident.Channel).Asks("/incident impact unknown");

        Assert.Contains($"Impact: unknown, {bot.Bob.Mention} said", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_recalculation_is_kept_with_who_and_when()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident impact 10 of 100");
        await bot.Bob.In(incident.Channel).Asks("/incident impact 20 of 100");

        Assert.StartsWith("That is what stands there already.", await bot.Alice.In(incident).Asks("/incident impact 20 of 100"), StringComparison.Ordinal);

        var history = (await bot.Alice.In(incident).Asks("/incident impact history")).Split('\n');
        Assert.Contains($"20 % of daily users (20 of 100; distinct users unknown), by {bot.Bob.Mention}", history[1], StringComparison.Ordinal);
        Assert.Contains($"10 % of daily users (10 of 100; distinct users unknown), by {bot.Alice.Mention}", history[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redacting_its_entry_takes_the_sources_and_leaves_the_numbers()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Impact");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("affected", "20"), ("distinct", "distinct"), ("affected_source", "the secret dashboard"), ("window", "the secret hour"), ("affected_link", "https://secret.example.com/7"), ("daily", "100"), ("daily_source", "secret numbers"));
        await bot.SettlesAsync();
        var entry = Assert.Single(await bot.Store.TimelineAsync(incident), each => each.Kind == EntryKind.Impact);

        await RedactSteps.RedactAsync(bot, bot.Alice, incident, entry.Number, "a slip");

        var estimate = (await bot.Store.IncidentAsync(incident)).Impacts.Last!;
        Assert.Equal(("", new ImpactShare(20, 20)), (estimate.Affected.Source, estimate.Share));
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => Uri.UnescapeDataString(System.Text.Encoding.UTF8.GetString(row.Body).Replace('+', ' ')).Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Payload.Contains("secret", StringComparison.Ordinal));
    }
}
