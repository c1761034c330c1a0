using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class ChannelNameTakenTests
{
    [Fact]
    public async Task A_taken_name_is_numbered_and_the_other_channel_is_left_alone()
    {
        await using var bot = await TestBot.StartAsync();
        var theirs = await bot.Client.CreateChannelAsync("inc-1-checkout-is-failing", [bot.Bob.Id]);

        var incident = await bot.Alice.Declares("Checkout is failing");

        Assert.NotEqual(theirs, incident.Channel);
        Assert.Equal("inc-1-checkout-is-failing-2", (await bot.ChannelAsync(incident.Channel)).Name);
        Assert.DoesNotContain(await bot.Bob.In(theirs).Sees(), message => message.IsBot);
        Assert.DoesNotContain(bot.Sandbox.BotUserId, (await bot.Bob.Hands.StateAsync()).Channels.Single(channel => channel.Id == theirs).Members);
    }

    [Fact]
    public async Task An_archived_channel_keeps_its_name_too()
    {
        await using var bot = await TestBot.StartAsync();
        var theirs = await bot.Client.CreateChannelAsync("inc-1-checkout-is-failing", [bot.Bob.Id]);
        await bot.Bob.Hands.ArchiveAsync(theirs);

        var incident = await bot.Alice.Declares("Checkout is failing");

        Assert.Equal("inc-1-checkout-is-failing-2", (await bot.ChannelAsync(incident.Channel)).Name);
    }

    [Fact]
    public async Task A_channel_of_our_own_that_an_incident_has_is_not_adopted_when_an_answer_was_lost()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("conversations.create", "lost_answer");

        await bot.Alice.In(bot.General).Types("/incident declare Checkout is failing");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(5));

        var incident = await bot.Store.NewestAsync();
        var channel = await bot.ChannelAsync(incident.Channel);
        Assert.Equal("inc-1-checkout-is-failing", channel.Name);
        Assert.Single((await bot.Client.StateAsync(bot.Sandbox.BotUserId)).Channels, each => each.Name.StartsWith("inc-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("restricted_action")]
    [InlineData("user_is_restricted")]
    public async Task Where_slack_makes_no_channel_the_person_hears_why_goes_on_by_number_and_may_try_again(string error)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("conversations.create", error);

        var answer = await bot.Alice.In(bot.General).AsksFor("/incident declare Checkout is failing");
        var noted = await bot.Alice.In(bot.General).Asks("/incident #1 note We called the provider");

        Assert.Contains("is recorded, but Slack did not let me make its channel", answer.Text, StringComparison.Ordinal);
        Assert.Contains(error, answer.Text, StringComparison.Ordinal);
        Assert.Contains("On the timeline", noted, StringComparison.Ordinal);
        Assert.Single(await bot.MessagesAsync(bot.Announcements));
        await bot.Alice.In(bot.General).Presses(answer, "Try again");
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();
        Assert.Equal("inc-1-checkout-is-failing", (await bot.ChannelAsync(incident.Channel)).Name);
        Assert.Single(await bot.MessagesAsync(bot.Announcements));
    }
}
