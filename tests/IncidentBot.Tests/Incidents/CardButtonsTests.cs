using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>A button is a command somebody typed for you.</summary>
public sealed class CardButtonsTests
{
    [Fact]
    public async Task The_card_of_a_live_incident_offers_what_is_natural_then()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        Assert.Equal(
            ["Take command", "Acknowledge", "Severity", "Status", "Post update", "Add task", "Catch me up", "Roles", "Impact", "Times", "Resolve"], Controls.Labels((await bot.CardAsync(incident)).Blocks));

        await bot.Bob.In(incident.Channel).Presses(await bot.CardAsync(incident), "Take command");
        await bot.SettlesAsync();
        await bot.Bob.In(incident.Channel).Presses(await bot.CardAsync(incident), "Acknowledge");
        await bot.SettlesAsync();

        Assert.Equal(["Hand over", "Severity", "Status", "Post update", "Add task", "Catch me up", "Roles", "Impact", "Times", "Resolve"], Controls.Labels((await bot.CardAsync(incident)).Blocks));
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((bot.Bob.User, bot.Bob.User), (stored.Commander, stored.AcknowledgedBy));
    }

    [Fact]
    public async Task The_menus_set_severity_and_status()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var card = await bot.CardAsync(incident);

        await bot.Bob.In(incident.Channel).Chooses(card, "Severity", OptionLike(card, "SEV-3 LOW"));
        await bot.Bob.In(incident.Channel).Chooses(card, "Status", "Identified");
        await bot.SettlesAsync();

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((Severity.Sev3, IncidentStatus.Identified), (stored.Severity, stored.Status));
    }

    [Fact]
    public async Task A_resolved_incident_can_be_closed_reopened_and_its_review_settled_from_the_card()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Resolve");
        await bot.SettlesAsync();
        Assert.Equal(["Close", "Reopen", "Review is done", "Waive review", "Impact", "Times"], Controls.Labels((await bot.CardAsync(incident)).Blocks));

        await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Review is done");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "https://docs.example.com/review/7"));
        await bot.SettlesAsync();
        Assert.Equal(new Domain.Reviews.ReviewEnd.Done("https://docs.example.com/review/7"), (await bot.Store.IncidentAsync(incident)).Review!.End);
        Assert.Equal(["Close", "Reopen", "Impact", "Times"], Controls.Labels((await bot.CardAsync(incident)).Blocks));

        await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Close");
        await bot.SettlesAsync();
        Assert.Equal(["Reopen", "Impact", "Times"], Controls.Labels((await bot.CardAsync(incident)).Blocks));
    }

    [Fact]
    public async Task Post_update_asks_for_the_words_and_tells_everybody()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Bob.In(incident.Channel).Presses(await bot.CardAsync(incident), "Post update");
        await bot.SettlesAsync();
        var empty = await bot.Bob.Submits(("status", "   "));
        Assert.Equal("Say in a few words how it stands.", Assert.Contains("status", empty.Errors));
        await bot.Bob.Submits(("status", "Rolling back <!channel> & watching"));
        await bot.SettlesAsync();

        Assert.Contains("Rolling back &lt;!channel&gt; &amp; watching", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).LastUpdate!.By);
    }

    [Fact]
    public async Task A_button_of_a_card_that_is_out_of_date_works_once_and_says_so_the_second_time()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.update", "ratelimited", times: 100, retryAfter: 60);
        var card = await bot.CardAsync(incident);
        await bot.Alice.In(incident).Presses(card, "Resolve");
        await bot.SettlesAsync();

        var again = await bot.Bob.In(incident.Channel).HearsAfter(() => bot.Bob.In(incident.Channel).Presses(card, "Resolve"));

        Assert.Contains("It is resolved already.", again.Text, StringComparison.Ordinal);
        Assert.Single(await bot.SaidInAsync(incident));
    }

    private static string OptionLike(Sandbox.SandboxMessage card, string text) => Controls.Find(card.Blocks, "Severity").Element
        .GetProperty("options").EnumerateArray().Select(option => option.GetProperty("text").GetProperty("text").GetString()!)
        .Single(option => option.EndsWith(text, StringComparison.Ordinal));
}
