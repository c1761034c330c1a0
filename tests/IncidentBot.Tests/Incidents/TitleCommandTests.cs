using System.Text;
using IncidentBot.TestKit;
using IncidentBot.Tests.Timeline;

namespace IncidentBot.Tests.Incidents;

/// <summary>A title can be said in other words, and what it was can be made to go.</summary>
public sealed class TitleCommandTests
{
    [Fact]
    public async Task A_corrected_title_stands_on_the_card_the_topic_the_announcement_and_the_list()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Chekout is failing");

        var answer = await bot.Alice.In(incident).Asks("/incident title Checkout refuses cards & more");

        Assert.Contains("Checkout refuses cards &amp; more", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Chekout", answer, StringComparison.Ordinal);
        await bot.SettlesAsync();
        Assert.Contains("Checkout refuses cards", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains("Checkout refuses cards", (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
        Assert.Contains(await bot.MessagesAsync(bot.Announcements), message => message.Text.Contains("Checkout refuses cards", StringComparison.Ordinal));
        Assert.Contains("Checkout refuses cards", await bot.Alice.In(bot.General).Asks("/incident list"), StringComparison.Ordinal);
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text == "The title was corrected, it was: Chekout is failing");
        Assert.Contains("corrected the title", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_none_or_the_same_changes_nothing_and_without_one_a_form_asks()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Checkout is failing");
        var here = bot.Alice.In(incident);

        Assert.StartsWith("That is its title already.", await here.Asks("/incident title Checkout is failing"), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", await here.Asks($"/incident title {new string('x', 201)}"), StringComparison.Ordinal);
        Assert.EndsWith($"Nothing was changed. You wrote:\n&gt; title the long one {new string('x', 201)}", await here.Asks($"/incident title the long one {new string('x', 201)}"), StringComparison.Ordinal);
        await here.Types("/incident title");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "Checkout refuses cards"));
        await bot.SettlesAsync();

        Assert.Equal("Checkout refuses cards", (await bot.Store.IncidentAsync(incident)).Title);
    }

    [Fact]
    public async Task What_the_title_was_goes_for_ever_when_its_entry_is_redacted()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Login as root with Hunter!Two!9 works");
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks("/incident title Login with a known password works");
        var entry = (await bot.Store.TimelineAsync(incident)).Single(line => line.Text.StartsWith("The title was corrected", StringComparison.Ordinal));

        await RedactSteps.RedactAsync(bot, bot.Alice, incident, entry.Number, "a password");

        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => Uri.UnescapeDataString(Encoding.UTF8.GetString(row.Body)).Contains("Hunter!Two!9", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Payload.Contains("Hunter!Two!9", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.MessagesAsync(incident.Channel), message => message.Subtype is null && message.Text.Contains("Hunter!Two!9", StringComparison.Ordinal));
    }
}
