using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>Declining ends an incident, so it takes what ending one takes.</summary>
public sealed class DeclineTests
{
    [Fact]
    public async Task Who_may_not_resolve_may_not_decline_either()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { resolve: commander }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");

        foreach (var words in new[] { "decline only a test", "decline", "status declined" })
            Assert.StartsWith("Only ", await bot.Bob.In(incident.Channel).Asks($"/incident {words}"), StringComparison.Ordinal);
        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);

        await bot.Alice.In(incident).Asks("/incident decline only a test");
        Assert.Equal(IncidentPhase.Declined, (await bot.Store.IncidentAsync(incident)).Status.Phase);
    }

    [Theory]
    [InlineData("slash", 20)]
    [InlineData("slash", 2_500)]
    [InlineData("form", 2_500)]
    public async Task Open_tasks_are_asked_about_first_and_go_on_afterwards(string door, int length)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident task restart the queue");
        var why = new string('x', length);
        var thread = (await bot.ThreadAsync(incident)).Count;

        await here.Types(door == "form" ? "/incident decline" : $"/incident decline {why}");
        await bot.SettlesAsync();
        if (door == "form")
        {
            await bot.Alice.Submits(("answer", why));
            await bot.SettlesAsync();
        }
        var asked = (await here.Whispers())[^1];
        Assert.Contains("It is not declined yet. What becomes of it?", asked.Text, StringComparison.Ordinal);
        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);
        await here.Presses(asked, "Make follow-ups, decline");
        await bot.SettlesAsync();

        Assert.Equal(IncidentPhase.Declined, (await bot.Store.IncidentAsync(incident)).Status.Phase);
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text == $"Incident declined: {why}");
        Assert.Contains("Follow-ups", await here.Asks("/incident followups"), StringComparison.Ordinal);
        Assert.Equal(thread, (await bot.ThreadAsync(incident)).Count);
    }

    [Fact]
    public async Task What_is_over_otherwise_is_said_to_be_and_no_tasks_are_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident task restart the queue");
        await here.Presses(await here.AsksFor("/incident close"), "Leave open, close");
        await bot.SettlesAsync();

        Assert.DoesNotContain("What becomes of it?", await here.Asks("/incident decline only a test"), StringComparison.Ordinal);
    }
}
