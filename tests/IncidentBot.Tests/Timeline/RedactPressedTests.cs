using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;
using static IncidentBot.Tests.Timeline.RedactSteps;

namespace IncidentBot.Tests.Timeline;

/// <summary>Words people typed ride in buttons; redacted, they are gone from what was pressed too.</summary>
public sealed class RedactPressedTests
{
    private const string Secret = "opensesame7";

    [Theory]
    [InlineData("task ask nobody", EntryKind.Task)]
    [InlineData("update the code is", EntryKind.Communication)]
    [InlineData("sev 2 they have", EntryKind.Severity)]
    public async Task What_was_done_elsewhere_by_a_button_is_gone_from_the_disk(string words, EntryKind kind)
    {
        await using var bot = await TestBot.StartAsync();
        var into = await CommandedAsync(bot);
        var duplicate = await bot.Alice.Declares("Payments answer 502");
        var confirm = await bot.Alice.In(duplicate).AsksFor($"/incident merge #{into.Number}");
        await bot.Alice.In(duplicate).Presses(confirm, $"Merge into #{into.Number}");
        await bot.SettlesAsync();
        var card = await bot.Alice.In(duplicate).AsksFor($"/incident {words} {Secret}");
        await bot.Alice.In(duplicate).Presses(card, $"Do it in #{into.Number}");
        await bot.SettlesAsync();
        var entry = (await bot.Store.TimelineAsync(into)).Last(entry => entry.Kind == kind);
        Assert.Contains(Secret, entry.Text, StringComparison.Ordinal);

        await RedactAsync(bot, bot.Alice, into, entry.Number, "a password");

        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => row.NaturalKey?.Contains(Secret, StringComparison.Ordinal) == true);
        await UntilNothingIsLeftOnDiskAsync(bot, Secret);
    }

    [Fact]
    public async Task The_old_words_slack_quotes_when_it_tells_of_our_own_edit_leave_the_log_with_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident note the code is {Secret}");

        await RedactAsync(bot, bot.Alice, incident, 3, "a password");

        var edits = (await bot.Store.InboxAsync()).Where(row => row.OutcomeWords == "our own edit").Select(row => (long?)row.Id).ToList();
        Assert.Contains(await bot.Store.OutboxAsync(), row => row.Kind == "forget-on-disk" && edits.Contains(row.RequestId));
        await UntilNothingIsLeftOnDiskAsync(bot, Secret);
    }
}
