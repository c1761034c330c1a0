using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class SetSeverityTests
{
    [Fact]
    public async Task Severity_and_reason_reach_card_topic_announcement_thread_and_timeline()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Logins fail");

        var answer = await bot.Alice.In(incident).Asks("/incident sev 2 only in one region");

        Assert.Equal(Severity.Sev2, (await bot.Store.IncidentAsync(incident)).Severity);
        Assert.Contains("SEV-2 HIGH: only in one region.", answer, StringComparison.Ordinal);
        Assert.Contains("SEV-2 HIGH", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains("SEV-2 HIGH", (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
        Assert.Contains("SEV-2 HIGH", Assert.Single(await bot.MessagesAsync(bot.Announcements)).Text, StringComparison.Ordinal);
        Assert.Contains($"SEV-2 HIGH: only in one region (by {bot.Alice.Mention})", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Severity && entry.RecordedBy == bot.Alice.User);
    }

    [Fact]
    public async Task The_card_is_edited_where_it_stands_and_never_posted_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        foreach (var word in new[] { "1", "2", "3", "1" })
            await bot.Alice.In(incident).Asks($"/incident sev {word}");

        var channel = await bot.ChannelAsync(incident.Channel);
        Assert.Equal([incident.Card], channel.Pins);
        Assert.Single(await bot.MessagesAsync(incident.Channel), message => message.Blocks.ToString().Contains("header", StringComparison.Ordinal));
        Assert.Contains("SEV-1", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Severities_are_understood_as_people_type_them()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        foreach (var (typed, meant) in new[]
                 {
                     ("sev 1", Severity.Sev1), ("severity sev-2", Severity.Sev2), ("SEV P3", Severity.Sev3), ("sev critical", Severity.Sev1),
                     ("sev S2 because", Severity.Sev2), ("sev\u00A01", Severity.Sev1), ("sev unset", Severity.Unset),
                 })
        {
            await here.Asks($"/incident {typed}");
            Assert.Equal(meant, (await bot.Store.IncidentAsync(incident)).Severity);
        }
    }

    [Fact]
    public async Task What_cannot_be_is_answered_with_a_sentence_and_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident sev 1");
        var before = await bot.Store.IncidentAsync(incident);

        Assert.Contains("It is SEV-1 CRITICAL already.", await here.Asks("/incident sev 1"), StringComparison.Ordinal);
        Assert.Contains("Usage: `/incident sev &lt;severity&gt; [reason]`", await here.Asks("/incident sev 7"), StringComparison.Ordinal);
        Assert.Contains("Say a severity", await here.Asks("/incident sev"), StringComparison.Ordinal);

        Assert.Equal(before, await bot.Store.IncidentAsync(incident));
    }

    [Fact]
    public async Task A_raise_is_said_anew_where_it_was_announced_and_everything_else_is_an_edit_there()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Logins fail");
        var here = bot.Alice.In(incident);

        foreach (var milder in new[] { "3", "unset", "2" })
            await here.Asks($"/incident sev {milder}");
        Assert.Single(await bot.MessagesAsync(bot.Announcements));

        await here.Asks("/incident sev 1 payments too");

        var said = await bot.MessagesAsync(bot.Announcements);
        Assert.Equal(2, said.Count);
        Assert.StartsWith($":small_red_triangle: Incident #{incident.Number} is worse: *:red_circle: SEV-1 CRITICAL*, it was SEV-2 HIGH. Join in <#{incident.Channel}>", said[1].Text, StringComparison.Ordinal);
        Assert.Contains("SEV-1 CRITICAL", said[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_severity_nobody_knows_gives_the_reason_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.EndsWith("You wrote:\n&gt; sev 9 payments fail in both regions", await bot.Alice.In(incident).Asks("/incident sev 9 payments fail in both regions"), StringComparison.Ordinal);
        Assert.DoesNotContain("You wrote", await bot.Alice.In(incident).Asks("/incident sev 9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_incident_keeps_its_severity()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident close");

        Assert.Contains("This incident is closed. `/incident reopen`", await bot.Alice.In(incident).Asks("/incident sev 1"), StringComparison.Ordinal);

        Assert.Equal(Severity.Unset, (await bot.Store.IncidentAsync(incident)).Severity);
    }
}
