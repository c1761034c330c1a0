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
        Assert.Equal(":white_circle: no severity yet · In triage · no commander · Checkout is failing", channel.Topic);
        Assert.Contains("Commander: :warning: no commander", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains($"Declared: <#{incident.Channel}> (#1 Checkout is failing). You are its reporter.", answer, StringComparison.Ordinal);
        Assert.Contains("Nobody commands it yet", answer, StringComparison.Ordinal);
        Assert.Contains("Checkout is failing", Assert.Single(await bot.MessagesAsync(bot.Announcements)).Text, StringComparison.Ordinal);
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((bot.Alice.User, null, Severity.Unset, IncidentStatus.Triage), (stored.Reporter, stored.Commander, stored.Severity, stored.Status));
        Assert.Equal("Incident declared", Assert.Single(await bot.Store.TimelineAsync(incident)).Text);
    }

    [Fact]
    public async Task The_second_spelling_declares_too_and_numbers_go_on()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Declares("First");

        await bot.Bob.In(bot.General).Types("/incident new Second");
        await bot.SettlesAsync();

        var second = await bot.Store.NewestAsync();
        Assert.Equal(2, second.Number);
        Assert.Equal("inc-2-second", (await bot.ChannelAsync(second.Channel)).Name);
    }

    [Fact]
    public async Task With_the_setting_declarer_whoever_declares_commands_at_once()
    {
        await using var bot = await TestBot.StartConfiguredAsync("commander: declarer");

        var answer = await bot.Alice.In(bot.General).Asks("/incident declare Checkout is failing");

        var incident = await bot.Store.NewestAsync();
        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Contains($"Commander: {bot.Alice.Mention}", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody commands", answer, StringComparison.Ordinal);
        Assert.Contains((await bot.Store.TimelineAsync(incident)), entry => entry.Text == $"{bot.Alice.Mention} commands" && entry.RecordedBy.Value == bot.Sandbox.BotUserId);
        Assert.Contains("You are its reporter and, as your team has set it, its commander.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_announcement_channel_nothing_is_announced_and_all_else_goes_on()
    {
        await using var bot = await TestBot.StartConfiguredAsync("announcement_channel:");

        var incident = await bot.Alice.Declares();

        Assert.Empty(await bot.MessagesAsync(bot.Announcements));
        Assert.NotEmpty((await bot.CardAsync(incident)).Text);
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Error is not null);
    }

    [Fact]
    public async Task A_command_that_comes_twice_declares_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("delivery", "duplicate");

        await bot.Alice.In(bot.General).Types("/incident declare Checkout is failing");
        await bot.SettlesAsync();

        Assert.Equal(1, await bot.Store.IncidentCountAsync());
        Assert.Equal(2, (await bot.Client.JournalAsync()).Count(entry => entry is { Direction: "delivery", Status: 200 } && entry.Method == "slash_command"));
    }
}
