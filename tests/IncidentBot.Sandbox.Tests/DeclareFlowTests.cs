using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests;

/// <summary>What declaring an incident takes, from the command to the pinned card, over real HTTP.</summary>
public sealed class DeclareFlowTests
{
    [Fact]
    public async Task A_command_leads_to_a_channel_with_a_pinned_card_a_topic_and_a_private_answer()
    {
        await using var world = await World.StartAsync();
        Received? command = null;
        world.App.Answer = (received, _) =>
        {
            if (received.EventType is null)
                command = received;
            return Task.CompletedTask;
        };

        var answered = await world.Alice.CommandAsync(world.General, "/incident declare Checkout is failing");
        Assert.Null(answered.Error);
        Assert.Equal(200, answered.Status);
        Assert.Equal("declare Checkout is failing", command!.Form["text"]);

        var auth = await world.Bot.OkAsync("auth.test");
        Assert.Equal(world.Sandbox.BotId, (string?)auth["bot_id"]);
        var channel = await world.BotChannelAsync("inc-1-checkout-is-failing");
        var card = await world.BotPostAsync(channel, "Checkout is failing");
        await world.Bot.OkAsync("pins.add", ("channel", channel), ("timestamp", card));
        await world.Bot.OkAsync("conversations.invite", ("channel", channel), ("users", world.Alice.Id));
        await world.Bot.OkAsync("conversations.setTopic", ("channel", channel), ("topic", "SEV2 | investigating"));
        await world.Bot.OkAsync("reactions.add", ("channel", channel), ("timestamp", card), ("name", "eyes"));
        var (status, _) = await world.Bot.RespondAsync(command.Form["response_url"], new JsonObject { ["text"] = $"Declared: <#{channel}>" });
        Assert.Equal(200, status);

        var seen = await world.Alice.MessagesAsync(channel);
        Assert.Contains(seen, message => message.Text == "Checkout is failing" && message.Pinned && message.Reactions[0].Name == "eyes");
        Assert.Contains(seen, message => message.Subtype == "channel_topic");
        Assert.Contains(await world.Alice.MessagesAsync(world.General), message => message.Ephemeral && message.Text == $"Declared: <#{channel}>");
        Assert.DoesNotContain(await world.Bob.MessagesAsync(world.General), message => message.Ephemeral);
        Assert.Equal("SEV2 | investigating", (await world.Alice.StateAsync()).Channels.Single(each => each.Id == channel).Topic);

        await world.QuietAsync();
        Assert.Equal(
            ["channel_created", "member_joined_channel", "message", "pin_added", "reaction_added"],
            world.App.Received.Select(received => received.EventType).OfType<string>().Distinct().Order());
    }
}
