using System.Text;
using IncidentBot.Domain.Timeline;
using IncidentBot.Evidence;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>Files of captured messages are copied while Slack has them.</summary>
public sealed class CopiedFilesTests
{
    private static readonly byte[] Graph = Encoding.UTF8.GetBytes("no real picture, but bytes all the same");

    [Fact]
    public async Task A_post_of_nothing_but_a_file_is_captured_and_its_file_copied_and_checked()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "graph.png", Graph);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        var file = Assert.Single(entry.Files.All);
        Assert.Equal(("📎 graph.png", ts, "graph.png", (long)Graph.Length, FileFate.Copied), (entry.Text, entry.Source!.Ts, file.Name, file.Size, file.Fate));
        Assert.Equal(Graph, await File.ReadAllBytesAsync(CopyOf(bot, file.Hash)));
        Assert.Equal([EntryChange.Recorded, EntryChange.FileCopied], await Said.ChangesAsync(bot, incident));
        Assert.Contains(":paperclip: graph.png _(39 B, copied)_", await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
        Assert.Equal(0, (await VerifyAsync(bot, incident)).ExitCode);
    }

    [Fact]
    public async Task A_file_added_from_the_menu_is_copied_too_and_the_same_content_is_kept_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var first = await bot.Alice.Hands.ShareAsync(incident.Channel, "one.png", Graph, "look");
        var second = await bot.Alice.Hands.ShareAsync(incident.Channel, "two.png", Graph);
        await bot.Alice.In(incident).Uses("add_to_timeline", first);
        await bot.SettlesAsync();
        await bot.Alice.Submits();
        await bot.Alice.In(incident).Pins(second);
        await bot.SettlesAsync();

        var files = (await bot.Store.RecordedAsync(incident)).SelectMany(entry => entry.Files.All).ToList();
        Assert.Equal([FileFate.Copied, FileFate.Copied], files.Select(file => file.Fate));
        Assert.Single(files.Select(file => file.Hash).Distinct());
        Assert.Single(Directory.GetFiles($"{bot.DatabasePath}.files", "*", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode($"{bot.DatabasePath}.files"));

        await bot.Alice.In(incident).Asks("/incident take");
        await RedactAsync(bot, incident, 2);
        Assert.True(File.Exists(CopyOf(bot, files[0].Hash)));
        await RedactAsync(bot, incident, 3);
        Assert.False(File.Exists(CopyOf(bot, files[0].Hash)));
        Assert.All(await bot.Store.VersionsAsync(incident), version => Assert.True(version.Files.IsEmpty));
        Assert.Equal(0, (await VerifyAsync(bot, incident)).ExitCode);
    }

    [Fact]
    public async Task A_copy_is_not_removed_while_it_may_be_the_one_another_entry_is_about_to_have()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "one.png", Graph);
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();
        var hash = Assert.Single(Assert.Single(await bot.Store.RecordedAsync(incident)).Files.All).Hash;
        await bot.Alice.In(incident).Asks("/incident take");
        await using var db = await bot.Contexts.CreateDbContextAsync();
        var underWay = new OutboxRow { TeamId = bot.Sandbox.TeamId, Stream = $"{bot.Sandbox.TeamId}/file:F2", Kind = "copy-file", Payload = "{}", CreatedAt = bot.Now, InDoubt = true };
        db.Outbox.Add(underWay);
        await db.SaveChangesAsync();

        await RedactAsync(bot, incident, 2);
        Assert.True(File.Exists(CopyOf(bot, hash)));
        underWay.State = OutboxState.Done;
        await db.SaveChangesAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.False(File.Exists(CopyOf(bot, hash)));
    }

    [Theory]
    [InlineData("signed_out", "Slack did not let me have it")]
    [InlineData("redirect", "Slack did not let me have it")]
    public async Task What_is_not_the_file_is_never_taken_for_it_and_the_entry_says_so(string fault, string why)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("files.download", fault);
        var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "graph.png", Graph);
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();

        var file = Assert.Single(Assert.Single(await bot.Store.RecordedAsync(incident)).Files.All);
        Assert.Equal((FileFate.NotCopied, why, ""), (file.Fate, file.Why, file.Hash));
        Assert.Contains($"_(39 B, not copied: {why})_", await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles($"{bot.DatabasePath}.files", "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_over_the_cap_is_named_with_its_size_and_not_downloaded()
    {
        await using var bot = await TestBot.StartAsync(("LARGEST_FILE", "1"));
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "heap.bin", new byte[1_000_001]);
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();

        Assert.Contains(":paperclip: heap.bin _(1 MB, not copied: it is too large)_", await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
        Assert.False(Directory.Exists($"{bot.DatabasePath}.files"));
    }

    [Fact]
    public async Task Copying_goes_on_until_Slack_gives_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("files.download", "ratelimited", retryAfter: 30);
        var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "graph.png", Graph);
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();
        Assert.Equal(FileFate.Awaited, Assert.Single(Assert.Single(await bot.Store.RecordedAsync(incident)).Files.All).Fate);

        await bot.RestartAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(31));

        Assert.Equal(FileFate.Copied, Assert.Single(Assert.Single(await bot.Store.RecordedAsync(incident)).Files.All).Fate);
    }

    [Fact]
    public async Task A_disk_that_takes_no_copies_is_tried_again_ever_more_slowly_until_it_does()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var folder = $"{bot.DatabasePath}.files";
        await File.WriteAllTextAsync(folder, "in the way");
        var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "graph.png", Graph);
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();

        var copy = (await bot.Store.OutboxAsync()).Single(row => row.Kind == "copy-file");
        Assert.Equal((OutboxState.Owed, "files_refused"), (copy.State, copy.Error));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("could not be written down", StringComparison.Ordinal));
        Assert.Contains("files_refused", await bot.Alice.In(incident).Asks("/incident ledger"), StringComparison.Ordinal);

        File.Delete(folder);
        await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(FileFate.Copied, Assert.Single(Assert.Single(await bot.Store.RecordedAsync(incident)).Files.All).Fate);
    }

    [Fact]
    public async Task A_copy_beside_the_bundle_that_is_not_the_file_is_found_out()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "graph.png", Graph);
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();
        var bundle = $"{bot.DatabasePath}.jsonl";
        var hash = Assert.Single(Assert.Single(await bot.Store.RecordedAsync(incident)).Files.All).Hash;
        Directory.CreateDirectory($"{bundle}.files");

        Assert.Contains("Files: no copy is at hand, so none was checked.", (await VerifyAsync(bot, incident, bundle)).Sentences);
        File.Copy(CopyOf(bot, hash), FilesAtHand.PathOf(bundle, hash));
        Assert.Contains("Files: 1 of 1 copies are at hand, and each is what was recorded.", (await VerifyAsync(bot, incident, bundle)).Sentences);
        await File.AppendAllTextAsync(FilesAtHand.PathOf(bundle, hash), "!");
        var verdict = await VerifyAsync(bot, incident, bundle);
        Assert.Equal((1, "The copy of graph.png (entry 2) is not the file that was recorded."), (verdict.ExitCode, Assert.Single(verdict.Sentences)));
    }

    [Fact]
    public async Task The_message_of_somebody_Slack_does_not_tell_us_about_is_captured()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Dana.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Dana.In(incident).Says("From the other company: our side is fine");
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Equal(bot.Dana.User, Assert.Single(await bot.Store.RecordedAsync(incident)).Author);
    }

    private static string CopyOf(TestBot bot, string hash) => Path.Combine($"{bot.DatabasePath}.files", hash[..2], hash);

    private static async Task RedactAsync(TestBot bot, TestIncident incident, int skip)
    {
        var entry = (await bot.Store.RecordedAsync(incident)).OrderBy(each => each.Number).ElementAt(skip - 2).Number;
        await bot.Alice.In(incident).Presses(await bot.Alice.In(incident).AsksFor($"/incident redact {entry} private"), $"Redact entry {entry}");
        await bot.SettlesAsync();
    }

    private static async Task<BundleVerdict> VerifyAsync(TestBot bot, TestIncident incident, string path = "nowhere")
    {
        using var bundle = new MemoryStream();
        Assert.True(await bot.Store.ReadAsync(db => BundleWriter.WriteAsync(db, incident.Number, bot.Now, bundle, default)));
        bundle.Position = 0;
        return await BundleCheck.OfAsync(bundle, "", default, new FilesAtHand(path));
    }
}
