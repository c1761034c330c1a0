using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;
using IncidentBot.Tests.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Updates;

/// <summary>A correction of an update is that update with other words, wherever it was told.</summary>
public sealed class CorrectedEntryTests
{
    [Fact]
    public async Task The_timeline_shows_one_update_and_its_history_both_wordings()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");

        await CorrectsAsync(bot, bot.Bob, incident, ("status", "A third of the users are back."));
        await CorrectsAsync(bot, bot.Bob, incident, ("status", "A fifth of the users are back."));

        var entry = Assert.Single(await UpdatesAsync(bot, incident));
        Assert.Equal(("A fifth of the users are back.", 3), (entry.Text, entry.Version));
        var history = await bot.Alice.In(incident).Asks($"/incident history {entry.Number}");
        Assert.Contains("Half of the users are back.", history, StringComparison.Ordinal);
        Assert.Contains("A third of the users are back.", history, StringComparison.Ordinal);
        Assert.Contains($"reworded ({bot.Bob.Mention})", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Half of the users", await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_told_in_one_moment_the_last_is_corrected()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update We look.");
        await bot.Alice.In(incident).Asks("/incident update We look.");

        await CorrectsAsync(bot, bot.Alice, incident, ("status", "We found it."));

        Assert.Equal(["We look.", "We found it."], (await UpdatesAsync(bot, incident)).Select(entry => entry.Text));
    }

    [Fact]
    public async Task Where_its_entry_is_not_known_the_line_says_what_it_corrects()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");
        await bot.Store.ReadAsync(async db =>
        {
            var row = await db.Incidents.SingleAsync(row => row.Number == incident.Number);
            row.More = row.More with { Update = row.More.Update! with { Entry = null } };
            return await db.SaveChangesAsync();
        });

        await CorrectsAsync(bot, bot.Alice, incident, ("status", "A third of the users are back."));

        Assert.Collection(
            await UpdatesAsync(bot, incident),
            entry => Assert.Equal("Half of the users are back.", entry.Text),
            entry => Assert.Matches(@"^Correction of the update of .+\n\*It says now\* A third of the users are back\.$", entry.Text));
    }

    [Fact]
    public async Task No_words_take_the_place_of_redacted_ones()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks("/incident update The password was hunter2-and-more, sorry.");
        await RedactSteps.RedactAsync(bot, bot.Alice, incident, Assert.Single(await UpdatesAsync(bot, incident)).Number, "a secret");

        var form = await OpensAsync(bot, bot.Alice, incident);
        Assert.DoesNotContain("redacted", form, StringComparison.Ordinal);
        await bot.Alice.Submits(("status", "We look into it."), ("how", "correct"));
        await bot.SettlesAsync();

        Assert.Contains(await UpdatesAsync(bot, incident), entry => entry.Text.StartsWith("Correction of the update of", StringComparison.Ordinal));
        Assert.Contains(await UpdatesAsync(bot, incident), entry => entry.State == EntryState.Redacted && entry.Text.Length == 0);
    }

    [Fact]
    public async Task Whom_it_is_for_is_corrected_and_the_answer_says_that_nothing_was_sent()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident subscribe");
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");

        await CorrectsAsync(bot, bot.Alice, incident, ("audience", new[] { "external" }));

        Assert.Contains("meant for people outside too. That sent nothing to anybody", (await bot.Alice.In(incident).Whispers())[^1].Text, StringComparison.Ordinal);
        Assert.Contains("(for people outside too)", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.Contains(await UpdatesAsync(bot, incident), entry => entry.Text == "The last update is meant for people outside too");
        Assert.Single(await bot.Bob.DirectMessages());
        Assert.Contains("\"initial_options\"", await OpensAsync(bot, bot.Alice, incident), StringComparison.Ordinal);
        var edits = await EditsAsync(bot);
        await bot.Alice.Submits(("status", "A third of the users are back."), ("audience", Array.Empty<string>()), ("how", "correct"));
        await bot.SettlesAsync();

        Assert.Equal(edits + 1, await EditsAsync(bot));
        var answer = (await bot.Alice.In(incident).Whispers())[^1].Text;
        Assert.Contains("The last update is corrected, in the channel too.", answer, StringComparison.Ordinal);
        Assert.Contains("meant for people inside only. That sent nothing to anybody", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("(for people outside too)", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_subscribed_gets_the_corrected_words_too()
    {
        await using var bot = await TestBot.StartConfiguredAsync("language: { persons: on }");
        await bot.Bob.Hands.ChangeProfileAsync(locale: "de-DE");
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident subscribe");
        await bot.Chiyo.In(incident).Asks("/incident subscribe");
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");

        await CorrectsAsync(bot, bot.Alice, incident, ("status", "A third of the users are back."));

        var (german, english) = (await bot.Bob.DirectMessages(), await bot.Chiyo.DirectMessages());
        Assert.Equal((2, 2), (german.Count, english.Count));
        Assert.Contains($"has its last update corrected by {bot.Alice.Mention}. It says now:\n> A third of the users are back.", english[^1].Text.Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("korrigierte letzte Lagemeldung", german[^1].Text, StringComparison.Ordinal);
    }

    private static async Task<int> EditsAsync(TestBot bot) => (await bot.Store.OutboxAsync()).Count(row => row.Kind == "correct-post");

    private static async Task<IReadOnlyList<TimelineEntry>> UpdatesAsync(TestBot bot, TestIncident incident) =>
        [.. (await bot.Store.TimelineAsync(incident)).Where(entry => entry.Kind == EntryKind.Communication)];

    private static async Task CorrectsAsync(TestBot bot, TestPerson person, TestIncident incident, params (string Block, object Value)[] answers)
    {
        await OpensAsync(bot, person, incident);
        await person.Submits([.. answers, ("how", "correct")]);
        await bot.SettlesAsync();
    }

    private static async Task<string> OpensAsync(TestBot bot, TestPerson person, TestIncident incident)
    {
        await person.In(incident.Channel).Types("/incident update");
        await bot.SettlesAsync();
        return (await person.Form())!.Value.ToString();
    }
}
