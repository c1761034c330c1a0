using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

public sealed class ShowTimelineTests
{
    [Fact]
    public async Task What_happened_earlier_stands_earlier_whenever_it_was_written_down()
    {
        await using var bot = await TestBot.StartAsync();
        var here = bot.Alice.In(await bot.Alice.Declares());
        await here.Asks("/incident note found the cause");
        await here.Asks("/incident note 8:30 alert: first page");
        await here.Asks("/incident note 8:15 deploy: version 12");

        var lines = (await here.Asks("/incident timeline")).Split('\n');

        Assert.Contains("Timeline of #1", lines[0], StringComparison.Ordinal);
        Assert.Collection(
            lines[1..],
            line => Assert.Contains("*deploy* version 12", line, StringComparison.Ordinal),
            line => Assert.Contains("*alert* first page", line, StringComparison.Ordinal),
            line => Assert.Contains("*ticket* Incident declared", line, StringComparison.Ordinal),
            line => Assert.Contains("*note* found the cause", line, StringComparison.Ordinal));
        Assert.All(lines[1..], line => Assert.Matches("^`[0-9]+` <!date\\^19", line));
    }

    [Fact]
    public async Task Who_wrote_it_and_who_put_it_there_are_told_apart_and_the_message_is_linked()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Alice.In(incident).Reacts(await bot.Bob.In(incident.Channel).Says("It was the index"), "dart");
        await bot.SettlesAsync();

        var shown = await bot.Alice.In(incident).Asks("/incident timeline");

        Assert.Contains($"It was the index ({bot.Bob.Mention}, added by {bot.Alice.Mention}) <http", shown, StringComparison.Ordinal);
        Assert.Contains("|message>", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_whose_words_are_not_its_first_says_whose_they_are()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var here = bot.Alice.In(incident);
        await here.Asks("/incident note the cache");
        await bot.Bob.In(incident).Asks("/incident edit 2 text the queue");
        await bot.Bob.In(incident).Asks("/incident edit 2 kind fix");
        var ts = await here.Captures("40 %");
        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "4 %");
        await here.Asks("/incident note the disk");
        await here.Asks("/incident edit 4 kind fix");
        await here.Asks("/incident note the key");
        await here.Asks("/incident edit 5 text the lock");

        var lines = (await here.Asks("/incident timeline")).Split('\n');

        Assert.Contains($"*fix* the queue (corrected by {bot.Bob.Mention}) ({bot.Alice.Mention})", lines[2], StringComparison.Ordinal);
        Assert.Contains($"4 % (edited) ({bot.Alice.Mention})", lines[3], StringComparison.Ordinal);
        Assert.EndsWith($"*note* the lock (corrected by {bot.Alice.Mention}) ({bot.Alice.Mention})", lines[5], StringComparison.Ordinal);
        Assert.EndsWith($"*fix* the disk ({bot.Alice.Mention})", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_the_words_of_a_page_is_found_by_an_index()
    {
        using var database = await FreshDatabase.CreateAsync();

        var steps = await new Storage.QueryPlans(database.Path).OfAsync(
            db => db.TimelineVersions.WordsChangesAsync(new IncidentId(new TeamId("T1"), 7), [1, 2, 3], CancellationToken.None));

        var searches = steps.Where(step => step.StartsWith("SEARCH", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, searches.Count);
        Assert.All(searches, step => Assert.Contains("IX_timeline_versions_TeamId_Number_Entry_Version (TeamId=? AND Number=? AND Entry=?", step, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_timeline_comes_in_pages_the_latest_first_with_a_button_to_the_earlier()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        for (var i = 1; i <= 34; i++)
            await bot.Alice.In(incident).Types($"/incident note step {i}.");
        await bot.SettlesAsync();

        var latest = await bot.Alice.In(incident).AsksFor("/incident timeline");
        Assert.Contains("step 34.", latest.Text, StringComparison.Ordinal);
        Assert.Contains("step 5.", latest.Blocks.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("step 4.", latest.Blocks.ToString(), StringComparison.Ordinal);
        await bot.Alice.In(incident).Presses(latest, "5 earlier");
        await bot.SettlesAsync();

        var earlier = (await bot.Alice.In(incident).Whispers()).Single(message => message.Ts == latest.Ts);
        Assert.Contains("Incident declared", earlier.Text, StringComparison.Ordinal);
        Assert.Contains("step 4.", earlier.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("step 5.", earlier.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_pages_back_comes_forward_again_from_every_page_but_the_latest()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        for (var i = 1; i <= 34; i++)
            await here.Types($"/incident note step {i}.");
        await bot.SettlesAsync();

        var latest = await here.AsksFor("/incident timeline");
        Assert.Equal(["5 earlier"], Controls.Labels(latest.Blocks));
        Assert.EndsWith("\n5 earlier: `/incident #1 timeline 2`", latest.Text, StringComparison.Ordinal);
        var earlier = await here.AsksFor("/incident timeline 2");
        Assert.Equal(["30 later"], Controls.Labels(earlier.Blocks));
        Assert.EndsWith("\n30 later: `/incident #1 timeline 1`", earlier.Text, StringComparison.Ordinal);
        await here.Presses(earlier, "30 later");
        await bot.SettlesAsync();

        Assert.Equal(latest.Text, (await here.Whispers()).Single(message => message.Ts == earlier.Ts).Text);
    }

    [Theory]
    [InlineData("timeline 7", "There is nothing on that page. `/incident #1 timeline 1` shows the latest.")]
    [InlineData("timeline 0", "Say which page")]
    [InlineData("timeline 99999999", "Say which page")]
    [InlineData("timeline yesterday", "Say which page")]
    public async Task A_page_that_is_not_there_gets_a_sentence(string typed, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.StartsWith(sentence, await bot.Alice.In(incident).Asks($"/incident {typed}"), StringComparison.Ordinal);
    }
}
