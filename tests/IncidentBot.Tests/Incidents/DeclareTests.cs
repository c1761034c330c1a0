using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class DeclareTests
{
    [Fact]
    public async Task Declaring_by_title_makes_a_channel_with_a_pinned_card_and_tells_the_announcement_channel()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Alice.In(bot.General).Asks("/incident declare Checkout is failing");

        var incident = await bot.Store.NewestAsync();
        var channel = await bot.ChannelAsync(incident.Channel);
        Assert.Equal("inc-1-checkout-is-failing", channel.Name);
        Assert.Equal([bot.Sandbox.BotUserId, bot.Alice.Id], channel.Members);
        Assert.Equal([incident.Card], channel.Pins);
        Assert.Contains(":white_circle: no severity yet", channel.Topic, StringComparison.Ordinal);
        Assert.Contains("no commander", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains($"<#{incident.Channel}>", answer, StringComparison.Ordinal);
        Assert.Contains("Checkout is failing", Assert.Single(await bot.MessagesAsync(bot.Announcements)).Text, StringComparison.Ordinal);
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(bot.Alice.User, stored.Reporter);
        Assert.Null(stored.Commander);
        Assert.Equal(Severity.Unset, stored.Severity);
    }
}
