using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reviews;

public sealed class ReviewAgainTests
{
    [Fact]
    public async Task Whoever_owes_it_because_somebody_else_resolved_hears_of_it_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");

        await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} resolve");

        Assert.StartsWith(":clipboard: The post-incident review of", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Bob.DirectMessages());
    }

    [Fact]
    public async Task An_owner_named_by_hand_owes_it_again_after_reopening()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident resolve");
        await here.Asks($"/incident review owner {bot.Bob.Mention}");
        await here.Asks("/incident reopen");

        await here.Asks("/incident resolve");

        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Review!.Owner);
    }

    [Fact]
    public async Task Resolved_again_after_the_review_was_settled_it_says_so_and_another_can_be_opened()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident resolve");
        await here.Asks("/incident review done https://docs.example.com/7");
        await here.Asks("/incident reopen");

        Assert.Contains($"stands (done). `/incident #{incident.Number} review again` opens another.", await here.Asks("/incident resolve"), StringComparison.Ordinal);
        Assert.Contains("review again", (await bot.SaidInAsync(incident))[^1], StringComparison.Ordinal);
        await here.Asks("/incident review again");

        Assert.True((await bot.Store.IncidentAsync(incident)).Review!.IsOwed);
        Assert.NotNull(await bot.Store.ReminderAsync(incident));
    }

    [Theory]
    [InlineData("waive A drill")]
    [InlineData("done https://docs.example.com/7")]
    public async Task What_settled_it_by_a_slip_is_undone_while_nothing_else_changed(string slip)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident resolve");
        var before = (await bot.Store.IncidentAsync(incident)).Review;

        var settled = await here.AsksFor($"/incident review {slip}");
        await here.Presses(settled, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(before, (await bot.Store.IncidentAsync(incident)).Review);
        Assert.NotNull(await bot.Store.ReminderAsync(incident));
    }

    [Fact]
    public async Task A_handing_over_by_a_slip_is_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident resolve");

        var handed = await here.AsksFor($"/incident review owner {bot.Bob.Mention}");
        await here.Presses(handed, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Review!.Owner);
    }

    [Fact]
    public async Task The_severity_is_corrected_after_resolve_and_the_due_time_follows()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident sev 3");
        await here.Asks("/incident resolve");

        await here.Asks("/incident sev 1 payments were hit too");

        var after = await bot.Store.IncidentAsync(incident);
        Assert.Equal((Severity.Sev1, after.Review!.OpenedAt + new ReviewPolicy().TimeFor(Severity.Sev1)), (after.Severity, after.Review.DueAt));
        await here.Asks("/incident close");
        Assert.StartsWith("This incident is closed.", await here.Asks("/incident sev 2"), StringComparison.Ordinal);
    }
}
