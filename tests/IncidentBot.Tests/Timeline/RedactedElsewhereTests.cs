using IncidentBot.Storage;
using IncidentBot.TestKit;
using static IncidentBot.Tests.Timeline.RedactSteps;

namespace IncidentBot.Tests.Timeline;

/// <summary>Where redacted words still are is said, and to whoever redacted them.</summary>
public sealed class RedactedElsewhereTests
{
    [Fact]
    public async Task What_cannot_be_taken_back_is_told_with_its_place_and_stands_in_the_ledger()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks("/incident note the deployment key is opensesame");
        await bot.Client.FaultAsync("chat.update", "is_archived");

        await RedactAsync(bot, bot.Alice, incident, 3, "a key");

        var told = Assert.Single(await bot.Alice.In(incident).Whispers(), whisper => whisper.Text.Contains("still in Slack", StringComparison.Ordinal));
        Assert.StartsWith($":warning: What I posted of the entry you redacted is *still in Slack*: in <#{incident.Channel}>, in <", told.Text, StringComparison.Ordinal);
        Assert.Contains("The channel is archived", told.Text, StringComparison.Ordinal);
        Assert.Contains("blacken-post: given up (is_archived)", await bot.Alice.In(incident).Asks("/incident ledger"), StringComparison.Ordinal);
        Assert.Equal((incident.Number, OutboxState.Dead), (await bot.Store.OutboxAsync()).Where(row => row.Kind == "blacken-post").Select(row => (row.Number, row.State)).Single());
    }

    [Fact]
    public async Task A_post_is_found_by_its_time_however_much_was_said_since()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks("/incident update the deployment key is opensesame");
        await bot.LaterAsync(TimeSpan.FromHours(1));
        for (var i = 0; i < 2_010; i++)
            await bot.Alice.In(incident).Says("Another line");

        await RedactAsync(bot, bot.Alice, incident, 3, "a key");

        Assert.DoesNotContain(await bot.SaidInAsync(incident), text => text.Contains("opensesame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_other_timelines_with_the_same_message_are_named_where_the_person_may_know_of_them()
    {
        await using var bot = await TestBot.StartAsync();
        var other = await bot.Alice.Declares("Search is slow");
        await bot.Bob.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Bob.Submits(("title", "Not for all"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var incident = await CommandedAsync(bot);
        var ts = await bot.Alice.In(bot.Support).Says("the deployment key is opensesame");
        foreach (var (who, number) in new[] { (bot.Alice, other.Number), (bot.Bob, 2), (bot.Alice, incident.Number) })
        {
            await who.In(bot.Support).Uses("add_to_timeline", ts);
            await bot.SettlesAsync();
            await who.Submits(("incident", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await bot.SettlesAsync();
        }
        Assert.Single(await bot.Store.TimelineAsync(new TestIncident(2, "", "")), entry => entry.Source is not null);

        var card = await bot.Alice.In(incident).AsksFor("/incident redact 3 a key");
        var told = await RedactAsync(bot, bot.Alice, incident, 3, "a key");

        foreach (var text in new[] { card.Text, told })
        {
            Assert.Contains($"also stand on the timeline of <#{other.Channel}> (#1 Search is slow) as entry 2 and 1 other incident,", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Not for all", text, StringComparison.Ordinal);
        }
    }
}
