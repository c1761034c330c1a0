using System.Text;
using IncidentBot.Evidence;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Evidence;

public sealed class BundleTests
{
    [Fact]
    public async Task What_the_bot_recorded_is_whole_though_other_incidents_were_written_between()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, other) = await SomethingHappenedAsync(bot);

        foreach (var one in new[] { incident, other })
        {
            var verdict = await CheckAsync(await ExportAsync(bot, one));
            Assert.StartsWith($"The timeline of incident #{one.Number} is unbroken:", verdict.Sentences[0], StringComparison.Ordinal);
            Assert.StartsWith("Not covered: the title, severity, state", verdict.Sentences[1], StringComparison.Ordinal);
            Assert.Equal(0, verdict.ExitCode);
        }
    }

    [Theory]
    [InlineData("UPDATE timeline_versions SET \"Text\" = 'all was well' WHERE \"Number\" = 1 AND \"Sequence\" = 3", "Link 3 is bad: the words of entry 3 are not what was recorded.")]
    [InlineData("UPDATE timeline_versions SET \"RecordedAt\" = \"RecordedAt\" - 1 WHERE \"Number\" = 1 AND \"Sequence\" = 2", "Link 2 is bad: a time, person, kind or state of entry 2 is not what was recorded.")]
    [InlineData("UPDATE timeline SET \"Author\" = 'U0MALLORY' WHERE \"Number\" = 1 AND \"Entry\" = 3", "Link 3 is bad: a time, person, kind or state of entry 3 is not what was recorded.")]
    [InlineData("DELETE FROM timeline_versions WHERE \"Number\" = 1 AND \"Sequence\" = 2", "Version 2 should follow, but 3 does: something was left out, doubled or moved.")]
    [InlineData("UPDATE timeline_versions SET \"Link\" = \"Digest\" WHERE \"Number\" = 1 AND \"Sequence\" = 2", "Link 2 is bad: it does not follow from what stands before it, so something up to entry 2 was replaced.")]
    [InlineData("UPDATE timeline_versions SET \"Text\" = '', \"Why\" = '', \"AsGiven\" = '', \"Salt\" = NULL WHERE \"Number\" = 1 AND \"Sequence\" = 3", "Link 3 is bad: the words of entry 3 are gone, and no redaction says who took them away.")]
    public async Task A_store_changed_behind_the_bots_back_is_found_out_and_the_first_bad_link_named(string change, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, _) = await SomethingHappenedAsync(bot);
        await bot.Store.ReadAsync(db => db.Database.ExecuteSqlRawAsync(change));

        var verdict = await CheckAsync(await ExportAsync(bot, incident));

        Assert.Equal((1, sentence), (verdict.ExitCode, Assert.Single(verdict.Sentences)));
    }

    [Fact]
    public async Task A_bundle_cut_off_or_changed_in_its_text_is_found_out_and_something_else_is_no_bundle()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, _) = await SomethingHappenedAsync(bot);
        var bundle = await ExportAsync(bot, incident);
        var lines = bundle.TrimEnd().Split('\n');

        Assert.Contains("ends before version", Assert.Single((await CheckAsync(string.Join('\n', lines[..^1]))).Sentences), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Single((await CheckAsync(bundle[..^9])).Sentences), StringComparison.Ordinal);
        Assert.Equal(1, (await CheckAsync(bundle.Replace("cache restarted", "cache untouched", StringComparison.Ordinal))).ExitCode);
        foreach (var other in new[] { "", "{}", "not json", "{\"format\":\"other\"}" })
            Assert.Equal(2, (await CheckAsync(other)).ExitCode);
    }

    [Theory]
    [InlineData("\"text\":\"Incident declared\"", "\"text\":\"FORGED\",\"text\":\"Incident declared\"", 2)]
    [InlineData("\"text\":\"Incident declared\"", "\"text\":\"Incident declared\",\"Text\":\"FORGED\"", 2)]
    [InlineData("\"sequence\":1,", "\"sequence\":1,\"remark\":\"FORGED\",", 2)]
    [InlineData("\"kind\":\"ticket\"", "\"kind\":\"TICKET\"", 2)]
    [InlineData("\"authorName\":\"", "\"authorName\":null,\"why\":\"", 2)]
    [InlineData("\"files\":null", "\"files\":[null]", 2)]
    [InlineData("\"channel\":null", "\"channel\":\"C0FORGED\"", 2)]
    [InlineData("\"ts\":null", "\"ts\":\"1700000000.000100\"", 2)]
    [InlineData("\"about\":{", "\"about\":{\"title\":\"FORGED\",", 1)]
    [InlineData("\"head\":\"", "\"head\":null,\"was\":\"", 1)]
    public async Task A_bundle_that_is_not_exactly_the_format_is_altered(string written, string forged, int line)
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, _) = await SomethingHappenedAsync(bot);
        var bundle = await ExportAsync(bot, incident);
        Assert.Contains(written, bundle, StringComparison.Ordinal);

        var verdict = await CheckAsync(bundle.Replace(written, forged, StringComparison.Ordinal));

        Assert.Equal((1, $"Line {line}{(line == 1 ? "" : " (version 1)")} cannot be read as it was exported: it was cut off or changed, if only by a program that wrote the file anew. Check the file as it was exported."), (verdict.ExitCode, Assert.Single(verdict.Sentences)));
    }

    [Fact]
    public async Task A_bundle_from_before_it_named_people_is_checked_all_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, _) = await SomethingHappenedAsync(bot);
        var bundle = await ExportAsync(bot, incident);
        var nameless = System.Text.RegularExpressions.Regex.Replace(bundle, ",\"people\":\\{[^}]*\\}", "");
        Assert.NotEqual(bundle, nameless);

        Assert.Equal(0, (await CheckAsync(nameless)).ExitCode);
    }

    [Fact]
    public async Task A_bundle_of_a_later_format_is_named_and_not_called_altered() =>
        Assert.Contains("format version 9", Assert.Single((await CheckAsync("{\"format\":\"incidentbot-timeline\",\"formatVersion\":9,\"new\":1}")).Sentences), StringComparison.Ordinal);

    [Fact]
    public async Task A_checkpoint_is_found_in_the_chain_it_was_made_of_and_in_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, other) = await SomethingHappenedAsync(bot);
        var head = Convert.ToHexStringLower(await bot.Store.ReadAsync(db => db.Incidents.Where(row => row.Number == incident.Number).Select(row => row.ChainHead).SingleAsync()));
        await bot.Alice.In(incident).Asks("/incident note later");

        var own = await CheckAsync(await ExportAsync(bot, incident), head[..16]);
        var foreign = await CheckAsync(await ExportAsync(bot, other), head[..16]);

        Assert.Equal(0, own.ExitCode);
        Assert.Contains(own.Sentences, sentence => sentence.StartsWith("The checkpoint is its link 3:", StringComparison.Ordinal));
        Assert.Equal(1, foreign.ExitCode);
    }

    [Fact]
    public async Task A_channel_that_gets_another_id_breaks_no_link()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, _) = await SomethingHappenedAsync(bot);
        var ts = await bot.Alice.In(incident).Says("The queue is full");
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        foreach (var (from, to) in new[] { (incident.Channel, "C0ANOTHER1"), ("C0ANOTHER1", "C0ANOTHER2") })
            await bot.Store.ReadAsync(db => db.Timeline.MoveSourcesAsync(bot.Sandbox.TeamId, from, to, default));

        Assert.Equal(0, (await CheckAsync(await ExportAsync(bot, incident))).ExitCode);
    }

    [Fact]
    public async Task The_bundle_is_readable_lines_with_stable_names()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, _) = await SomethingHappenedAsync(bot);

        var lines = (await ExportAsync(bot, incident)).TrimEnd().Split('\n');

        Assert.StartsWith("{\"format\":\"incidentbot-timeline\",\"formatVersion\":1,\"team\":\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"sequence\":1,\"entry\":1,\"version\":1,\"change\":\"recorded\",\"kind\":\"ticket\",\"state\":\"shown\",\"text\":\"Incident declared\",", lines[1], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.Matches("\"people\":\\{[^}]*}}$", lines[0]);
        Assert.Contains($"\"{bot.Alice.Id}\":\"alice\"", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_needs_a_file_and_an_exact_use()
    {
        Assert.Equal(2, await VerifyCommand.RunAsync([], default));
        Assert.Equal(2, await VerifyCommand.RunAsync(["--help"], default));
        Assert.Equal(2, await VerifyCommand.RunAsync(["nowhere.jsonl"], default));
        Assert.Equal(2, await VerifyCommand.RunAsync(["nowhere.jsonl", "--checkpoint", "12ab"], default));
        Assert.Equal(2, await ExportCommand.RunAsync(["twelve"], TimeProvider.System, default));
    }

    /// <summary>Incident 1 has three entries: declared, and two notes.</summary>
    private static async Task<(TestIncident First, TestIncident Other)> SomethingHappenedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        var other = await bot.Alice.Declares("Search is slow");
        await bot.Alice.In(incident).Asks("/incident note 8:30 fix: cache restarted");
        await bot.Bob.In(other).Asks("/incident note looked at the index");
        await bot.Bob.In(incident).Asks("/incident note the rate falls");
        return (incident, other);
    }

    private static async Task<string> ExportAsync(TestBot bot, TestIncident incident)
    {
        using var to = new MemoryStream();
        Assert.True(await bot.Store.ReadAsync(db => BundleWriter.WriteAsync(db, incident.Number, bot.Now, to, default)));
        return Encoding.UTF8.GetString(to.ToArray());
    }

    private static Task<BundleVerdict> CheckAsync(string bundle, string checkpoint = "") =>
        BundleCheck.OfAsync(new MemoryStream(Encoding.UTF8.GetBytes(bundle)), checkpoint, default);
}
