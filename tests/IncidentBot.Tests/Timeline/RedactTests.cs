using System.Text;
using IncidentBot.Domain.Timeline;
using IncidentBot.Evidence;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static IncidentBot.Tests.Timeline.RedactSteps;

namespace IncidentBot.Tests.Timeline;

/// <summary>Words that must go, for ever and everywhere; that they went stays.</summary>
public sealed class RedactTests
{
    private const string Secret = "opensesame";

    [Fact]
    public async Task The_words_are_gone_from_the_entry_its_versions_and_the_disk_and_who_when_and_why_stay()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        var here = bot.Alice.In(incident);
        await here.Asks($"/incident note the password {Secret} is in the log");
        await here.Asks($"/incident edit 3 text the password {Secret}2 is in the log\nwhy: {Secret} was short");
        await here.Asks("/incident timeline");

        var told = await RedactAsync(bot, bot.Alice, incident, 3, "a password");

        Assert.StartsWith("The words of entry 3 are gone from the timeline.", told, StringComparison.Ordinal);
        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(("", EntryState.Redacted, bot.Alice.User), (entry.Text, entry.State, entry.Author));
        var versions = (await bot.Store.VersionsAsync(incident)).Where(version => version.Entry == 3).ToList();
        Assert.Equal([("", ""), ("", ""), ("", "a password")], versions.Select(version => (version.Text, version.Why)));
        Assert.Equal((EntryChange.Redacted, bot.Alice.User), (versions[^1].Change, versions[^1].By));
        Assert.Contains("_redacted_", await here.Asks("/incident timeline"), StringComparison.Ordinal);
        Assert.Contains("a password", await here.Asks("/incident history 3"), StringComparison.Ordinal);
        Assert.Contains(await bot.ThreadAsync(incident), message => message.Text == $":black_large_square: The words of entry 3 were redacted (by {bot.Alice.Mention}: a password)");
        Assert.DoesNotContain(await bot.ThreadAsync(incident), message => message.Text.Contains(Secret, StringComparison.Ordinal));
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await UntilNothingIsLeftOnDiskAsync(bot, Secret);
    }

    [Fact]
    public async Task An_export_made_afterwards_is_whole_and_says_what_is_redacted()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident note {Secret}");
        await RedactAsync(bot, bot.Alice, incident, 3, "a password");
        await bot.Alice.In(incident).Asks("/incident edit 3 hide not needed");

        var verdict = await VerifyAsync(bot, incident);

        Assert.Equal(0, verdict.ExitCode);
        Assert.Contains(verdict.Sentences, sentence => sentence.StartsWith("Redacted entries: 1.", StringComparison.Ordinal));
        Assert.Contains(verdict.Sentences, sentence => sentence.StartsWith($"Entry 3 was redacted by alice ({bot.Alice.Id}) on 2031-03-03 ", StringComparison.Ordinal) && sentence.EndsWith(": a password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_mention_somebody_go_from_what_was_given_back_to_whoever_might_not_say_them()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { working: commander }");
        var incident = await CommandedAsync(bot);
        var words = $"task ask {bot.Chiyo.Mention} for the {Secret} of the vault";
        Assert.Contains(Secret, await bot.Bob.In(incident).Asks($"/incident {words}"), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks($"/incident {words}");
        var entry = Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Task);

        await RedactAsync(bot, bot.Alice, incident, entry.Number, "a password");

        await AssertNothingIsStoredAsync(bot);
    }

    [Fact]
    public async Task A_former_title_that_mentioned_somebody_goes_from_the_requests_that_gave_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident title {bot.Chiyo.Mention} lost the {Secret}");
        await bot.Alice.In(incident).Asks("/incident title Logins fail");
        var entry = Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Text.Contains(Secret, StringComparison.Ordinal));

        await RedactAsync(bot, bot.Alice, incident, entry.Number, "a password");

        await AssertNothingIsStoredAsync(bot);
    }

    private static async Task AssertNothingIsStoredAsync(TestBot bot)
    {
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => Encoding.UTF8.GetString(row.Body).Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Payload.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_captured_message_is_not_captured_again_by_an_edit_or_another_emoji()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        var ts = await bot.Alice.In(incident).Says($"der Schlüssel ist {Secret}");
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Alice.Hands.EditAsync(incident.Channel, ts, $"der Schlüssel: {Secret}");
        await bot.SettlesAsync();

        var told = await RedactAsync(bot, bot.Alice, incident, 3, "a key");
        await bot.Alice.Hands.EditAsync(incident.Channel, ts, $"der Schlüssel ist {Secret}!");
        await bot.Alice.In(incident).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();
        await bot.Alice.Hands.DeleteAsync(incident.Channel, ts);
        await bot.SettlesAsync();

        Assert.Contains("|message> itself, have it deleted in Slack too", told, StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.All(await bot.Store.VersionsAsync(incident), version => Assert.DoesNotContain(Secret, version.Text, StringComparison.Ordinal));
        Assert.StartsWith("Entry 3 was redacted, and stays so.", await bot.Alice.In(incident).Asks($"/incident edit 3 text {Secret}"), StringComparison.Ordinal);
        Assert.Equal(0, (await VerifyAsync(bot, incident)).ExitCode);
        var carrying = (await bot.Store.InboxAsync()).Where(row => Encoding.UTF8.GetString(row.Body).Contains(Secret, StringComparison.Ordinal)).ToList();
        var refused = Assert.Single(carrying);
        Assert.Equal((Outcome.Refused, "RedactedStaysRedacted"), (refused.Outcome, refused.OutcomeWords));
    }

    [Fact]
    public async Task What_is_still_owed_goes_out_without_the_words()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 60);
        await bot.Alice.In(incident).Asks($"/incident note the password is {Secret}");

        await RedactAsync(bot, bot.Alice, incident, 3, "a password");
        await bot.LaterAsync(TimeSpan.FromSeconds(61));

        var thread = await bot.ThreadAsync(incident);
        Assert.Contains(thread, message => message.Text.Contains("(redacted) (noted by", StringComparison.Ordinal));
        Assert.DoesNotContain(thread, message => message.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_words_of_an_update_leave_the_card_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident update we log in with {Secret}");

        await RedactAsync(bot, bot.Alice, incident, 3, "a password");

        Assert.DoesNotContain(Secret, (await bot.CardAsync(incident)).Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("(redacted)", (await bot.Store.IncidentAsync(incident)).LastUpdate?.Text);
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await UntilNothingIsLeftOnDiskAsync(bot, Secret);
        Assert.Equal(0, (await VerifyAsync(bot, incident)).ExitCode);
    }

    [Fact]
    public async Task The_summary_of_a_declaration_leaves_the_card_and_the_disk_too()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Logins fail"), ("severity", "sev2"), ("summary", $"The key is {Secret} & everybody has it."));
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();
        await bot.Alice.Hands.JoinAsync(incident.Channel);
        await bot.Alice.In(incident).Asks("/incident take");

        await RedactAsync(bot, bot.Alice, incident, 1, "a key");

        Assert.Equal("(redacted)", (await bot.Store.IncidentAsync(incident)).Summary);
        Assert.DoesNotContain(Secret, (await bot.CardAsync(incident)).Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("The words of entry 1 are gone already.", await bot.Alice.In(incident).Asks("/incident redact 1 again"));
        var kept = (await bot.Store.InboxAsync()).Select(row => Encoding.UTF8.GetString(row.Body)).Concat((await bot.Store.OutboxAsync()).Select(row => row.Payload));
        Assert.Equal([], kept.Where(text => text.Contains(Secret, StringComparison.Ordinal)).ToArray());
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await UntilNothingIsLeftOnDiskAsync(bot, Secret);
        Assert.Equal(0, (await VerifyAsync(bot, incident)).ExitCode);
    }

    [Fact]
    public async Task Who_reads_the_database_meanwhile_delays_only_the_emptying_of_its_log()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident note {Secret}");
        await using (var reader = await bot.Contexts.CreateDbContextAsync())
        {
            await reader.Database.OpenConnectionAsync();
            await using var reading = ((SqliteConnection)reader.Database.GetDbConnection()).BeginTransaction(deferred: true);
            await reader.Database.UseTransactionAsync(reading);
            Assert.NotEmpty(await reader.Outbox.AsNoTracking().ToListAsync());
            await RedactAsync(bot, bot.Alice, incident, 3, "a password");
            await bot.LaterAsync(TimeSpan.FromMinutes(2));
        }

        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
        Assert.DoesNotContain(bot.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await UntilNothingIsLeftOnDiskAsync(bot, Secret);
    }

    [Fact]
    public async Task Only_who_commands_or_wrote_it_may_and_only_by_the_button()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Chiyo.Hands.JoinAsync(incident.Channel);
        await bot.Bob.In(incident).Asks($"/incident note {Secret}");

        Assert.StartsWith($"Only the commander (nobody is, so far) or {bot.Bob.Mention} (who wrote it) can redact it. It cannot be undone. `/incident edit 2 hide`", await bot.Chiyo.In(incident).Asks("/incident redact 2 x"), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident take");
        Assert.StartsWith($"Only {bot.Alice.Mention} (commander) or {bot.Bob.Mention} (who wrote it) can redact it.", await bot.Chiyo.In(incident).Asks("/incident redact 2 x"), StringComparison.Ordinal);
        Assert.StartsWith("Nobody's words are in entry 1.", await bot.Alice.In(incident).Asks("/incident redact 1 x"), StringComparison.Ordinal);
        Assert.StartsWith("I do not know `erase`", await bot.Alice.In(incident).Asks("/incident erase 2 1 x"), StringComparison.Ordinal);
        Assert.Contains("Redact entry 2", Controls.Labels((await bot.Bob.In(incident).AsksFor("/incident redact 2 x")).Blocks));
        var card = await bot.Alice.In(incident).AsksFor("/incident redact 2 x");
        await bot.Bob.In(incident).Asks($"/incident edit 2 text {Secret}!");
        await bot.Alice.In(incident).Presses(card, "Redact entry 2");
        await bot.SettlesAsync();

        Assert.Equal($"{Secret}!", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task The_owner_of_the_review_may_and_is_asked_why_where_no_reason_was_given()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Alice.In(incident).Asks($"/incident note {Secret}");
        await bot.Alice.In(incident).Asks("/incident resolve");
        await bot.Alice.In(incident).Types($"/incident review owner {bot.Bob.Mention}");
        await bot.SettlesAsync();

        await bot.Bob.In(incident).Types("/incident redact 3");
        await bot.SettlesAsync();
        var card = await bot.Bob.In(incident).HearsAfter(() => bot.Bob.Submits(("answer", "a password")));
        await bot.Bob.In(incident).Presses(card, "Redact entry 3");
        await bot.SettlesAsync();

        Assert.Equal(EntryState.Redacted, Assert.Single(await bot.Store.RecordedAsync(incident)).State);
        Assert.Equal("The words of entry 3 are gone already.", await bot.Bob.In(incident).Asks("/incident redact 3 again"));
    }

    private static async Task<BundleVerdict> VerifyAsync(TestBot bot, TestIncident incident)
    {
        using var bundle = new MemoryStream();
        Assert.True(await bot.Store.ReadAsync(db => BundleWriter.WriteAsync(db, incident.Number, bot.Now, bundle, default)));
        bundle.Position = 0;
        return await BundleCheck.OfAsync(bundle, "", default);
    }

    [Fact]
    public async Task A_reason_that_repeats_the_words_is_not_kept_and_may_be_said_otherwise()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await RedactSteps.CommandedAsync(bot);
        await bot.Alice.In(incident).Asks("/incident note the password is hunter2-two!");
        var entry = (await bot.Store.RecordedAsync(incident)).Single().Number;

        var answer = await bot.Alice.In(incident).AsksFor($"/incident redact {entry} hunter2-two! is a password");

        Assert.StartsWith("That reason repeats words", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", answer.Text, StringComparison.Ordinal);
        Assert.Single(await bot.Store.InboxAsync(), row => System.Text.Encoding.UTF8.GetString(row.Body).Contains("hunter2", StringComparison.Ordinal));
        await bot.Alice.In(incident).Presses(answer, "Say it otherwise");
        await bot.SettlesAsync();
        Assert.NotNull(await bot.Alice.Form());
    }
}
