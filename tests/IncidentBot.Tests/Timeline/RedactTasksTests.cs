using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;
using static IncidentBot.Tests.Timeline.RedactSteps;

namespace IncidentBot.Tests.Timeline;

/// <summary>A task's words stand in every line about it; redacted, they go from all of them, or each place is named.</summary>
public sealed class RedactTasksTests
{
    private const string Secret = "opensesame7";

    [Fact]
    public async Task Every_line_about_the_task_loses_its_words_with_a_version_of_its_own()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        var here = bot.Alice.In(incident);
        await here.Asks($"/incident task ask {bot.Chiyo.Mention} for {Secret} now");
        await here.Asks("/incident task 1 take");
        await here.Asks("/incident task 1 due 2h");

        var card = await here.AsksFor("/incident redact 3 a password");
        var told = await RedactAsync(bot, bot.Alice, incident, 3, "a password");

        Assert.Contains("Entries 4, 5 are about the same task: their words go too.", card.Text, StringComparison.Ordinal);
        Assert.Contains("So are those of entries 4, 5, which are about the same task.", told, StringComparison.Ordinal);
        var lines = (await bot.Store.TimelineAsync(incident)).Where(entry => entry.Kind == EntryKind.Task).ToList();
        Assert.Equal([3, 4, 5], lines.Select(line => line.Number));
        Assert.All(lines, line => Assert.Equal(("", EntryState.Redacted), (line.Text, line.State)));
        Assert.Equal(3, (await bot.Store.VersionsAsync(incident)).Count(version => version.Change == EntryChange.Redacted));
        Assert.DoesNotContain(Secret, await here.Asks("/incident tasks"), StringComparison.Ordinal);
        Assert.Contains(await bot.ThreadAsync(incident), message => message.Text.Contains("The words of entries 3, 4, 5 were redacted", StringComparison.Ordinal));
        await UntilNothingIsLeftOnDiskAsync(bot, Secret);
    }

    [Fact]
    public async Task A_note_with_the_words_of_somebody_elses_task_takes_nothing_of_theirs_along()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks("/incident task restart the queue");
        await bot.Bob.In(incident).Asks("/incident note restart the queue");

        var told = await RedactAsync(bot, bot.Bob, incident, 4, "mine");

        Assert.DoesNotContain("same task", told, StringComparison.Ordinal);
        Assert.Contains("restart the queue", Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Task).Text, StringComparison.Ordinal);
        Assert.Contains("restart the queue", await bot.Alice.In(incident).Asks("/incident tasks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_task_that_went_along_with_a_merge_each_line_left_is_named_from_either_side()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await CommandedAsync(bot);
        var duplicate = await CommandedAsync(bot);
        await bot.Alice.In(duplicate).Asks($"/incident task call {Secret} now");
        await bot.Alice.In(duplicate).Asks("/incident task 1 take");
        var confirm = await bot.Alice.In(duplicate).AsksFor($"/incident merge #{into.Number}");
        await bot.Alice.In(duplicate).Presses(confirm, $"Merge into #{into.Number}");
        await bot.SettlesAsync();
        var (here, there) = (await LinesAsync(bot, duplicate), await LinesAsync(bot, into));

        var fromThere = await bot.Alice.In(into).Asks($"/incident redact {there[0]} a password");
        var told = await RedactAsync(bot, bot.Alice, duplicate, here[0], "a password");

        Assert.All(here, line => Assert.Contains($"as entry {line}", fromThere, StringComparison.Ordinal));
        Assert.Empty(await LinesAsync(bot, duplicate));
        Assert.All(there, line => Assert.Contains($"as entry {line}", told, StringComparison.Ordinal));
        await RedactAsync(bot, bot.Alice, into, there[0], "a password");
        Assert.Empty(await LinesAsync(bot, into));
        Assert.DoesNotContain(await bot.Store.ReadAsync(db => db.Tasks.Select(task => task.Text).ToListAsync()), text => text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_that_was_noted_where_it_goes_on_too_is_named()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await CommandedAsync(bot);
        var duplicate = await CommandedAsync(bot);
        var confirm = await bot.Alice.In(duplicate).AsksFor($"/incident merge #{into.Number}");
        await bot.Alice.In(duplicate).Presses(confirm, $"Merge into #{into.Number}");
        await bot.SettlesAsync();
        var answer = await bot.Alice.In(duplicate).AsksFor($"/incident note the code is {Secret}");
        await bot.Alice.In(duplicate).Presses(answer, $"Note it in #{into.Number} too");
        await bot.SettlesAsync();
        var (here, there) = (await LinesAsync(bot, duplicate), await LinesAsync(bot, into));

        var told = await RedactAsync(bot, bot.Alice, duplicate, Assert.Single(here), "a password");

        Assert.Contains($"as entry {Assert.Single(there)}", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_post_that_offers_command_loses_only_the_words_and_can_be_answered()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident task call {Secret} now");
        await bot.Alice.In(incident).Asks($"/incident handover {bot.Bob.Mention}");

        await RedactAsync(bot, bot.Alice, incident, 3, "a password");

        var post = Assert.Single(await bot.MessagesAsync(incident.Channel), message => message.Text.Contains("offers command of", StringComparison.Ordinal));
        Assert.Contains("(redacted)", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, post.Blocks.ToString(), StringComparison.Ordinal);
        await bot.Bob.In(incident.Channel).HearsAfter(() => bot.Bob.In(incident.Channel).Presses(post, "Accept"));
        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    private static async Task<List<int>> LinesAsync(TestBot bot, TestIncident incident) =>
        [.. (await bot.Store.TimelineAsync(incident)).Where(entry => entry.Text.Contains(Secret, StringComparison.Ordinal)).Select(entry => entry.Number)];
}
