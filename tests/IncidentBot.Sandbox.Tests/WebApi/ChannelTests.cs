using System.Text.Json;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ChannelTests
{
    [Fact]
    public async Task A_new_channel_has_the_bot_in_it_and_is_described_in_full()
    {
        await using var world = await World.StartAsync();
        var channel = (await world.Bot.OkAsync("conversations.create", ("name", "inc-1")))["channel"]!;
        Assert.Equal("inc-1", (string?)channel["name"]);
        Assert.True((bool)channel["is_member"]!);
        Assert.True((bool)channel["is_channel"]!);
        Assert.False((bool)channel["is_private"]!);
        Assert.Equal(world.Sandbox.BotUserId, (string?)channel["creator"]);
        Assert.Equal("", (string?)channel["topic"]!["value"]);
        Assert.Equal(JsonValueKind.Number, channel["created"]!.GetValueKind());
    }

    [Theory]
    [InlineData("", "invalid_name_required")]
    [InlineData("UPPER", "invalid_name_specials")]
    [InlineData("with space", "invalid_name_specials")]
    [InlineData("with.dot", "invalid_name_specials")]
    [InlineData("änderung", "invalid_name_specials")]
    [InlineData("---", "invalid_name_punctuation")]
    [InlineData("-_-", "invalid_name_punctuation")]
    [InlineData("general", "name_taken")]
    public async Task A_bad_name_is_refused_with_its_own_code(string name, string error)
    {
        await using var world = await World.StartAsync();
        Assert.Equal(error, await world.Bot.ErrorAsync("conversations.create", ("name", name)));
        var channel = await world.BotChannelAsync("fine");
        Assert.Equal(error, await world.Bot.ErrorAsync("conversations.rename", ("channel", channel), ("name", name)));
    }

    [Fact]
    public async Task Eighty_characters_are_a_name_and_eighty_one_are_not()
    {
        await using var world = await World.StartAsync();
        await world.Bot.OkAsync("conversations.create", ("name", "a" + new string('_', 79)));
        Assert.Equal("invalid_name_maxlength", await world.Bot.ErrorAsync("conversations.create", ("name", "a" + new string('_', 80))));
    }

    [Fact]
    public async Task An_archived_channel_keeps_its_name_and_refuses_writes()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("over");
        var ts = await world.BotPostAsync(channel, "last words");
        await world.Bot.OkAsync("conversations.archive", ("channel", channel));

        Assert.Equal("already_archived", await world.Bot.ErrorAsync("conversations.archive", ("channel", channel)));
        Assert.Equal("name_taken", await world.Bot.ErrorAsync("conversations.create", ("name", "over")));
        Assert.Equal("is_archived", await world.Bot.ErrorAsync("chat.postMessage", ("channel", channel), ("text", "x")));
        Assert.Equal("is_archived", await world.Bot.ErrorAsync("chat.postEphemeral", ("channel", channel), ("text", "x"), ("user", world.Alice.Id)));
        Assert.Equal("is_inactive", await world.Bot.ErrorAsync("chat.update", ("channel", channel), ("ts", ts), ("text", "x")));
        Assert.Equal("is_archived", await world.Bot.ErrorAsync("conversations.setTopic", ("channel", channel), ("topic", "x")));
        Assert.Equal("is_archived", await world.Bot.ErrorAsync("conversations.invite", ("channel", channel), ("users", world.Alice.Id)));
        Assert.Equal("is_archived", await world.Bot.ErrorAsync("conversations.rename", ("channel", channel), ("name", "x")));
        Assert.Equal("is_archived", await world.Bot.ErrorAsync("conversations.join", ("channel", channel)));
        Assert.Equal("is_archived", await world.Bot.ErrorAsync("reactions.add", ("channel", channel), ("timestamp", ts), ("name", "eyes")));
        await world.Bot.OkAsync("conversations.history", ("channel", channel));
        var refused = await Assert.ThrowsAsync<SandboxException>(() => world.Bob.PostAsync(channel, "x"));
        Assert.Equal("not_in_channel", refused.Code);
    }

    [Fact]
    public async Task Unarchiving_brings_the_caller_back_in_where_bots_may()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("again");
        Assert.Equal("not_archived", await world.Bot.ErrorAsync("conversations.unarchive", ("channel", channel)));
        await world.Bot.OkAsync("conversations.archive", ("channel", channel));
        await world.Bot.OkAsync("conversations.unarchive", ("channel", channel));
        await world.BotPostAsync(channel, "back");

        await using var strict = await World.StartAsync(new SandboxOptions { BotsMayUnarchive = false });
        var other = await strict.BotChannelAsync("gone");
        await strict.Bot.OkAsync("conversations.archive", ("channel", other));
        Assert.Equal("user_is_bot", await strict.Bot.ErrorAsync("conversations.unarchive", ("channel", other)));
    }

    [Fact]
    public async Task The_general_channel_is_neither_archived_nor_left()
    {
        await using var world = await World.StartAsync();
        Assert.Equal("cant_archive_general", await world.Bot.ErrorAsync("conversations.archive", ("channel", world.General)));
        await world.Bot.OkAsync("conversations.join", ("channel", world.General));
        Assert.Equal("cant_leave_general", await world.Bot.ErrorAsync("conversations.leave", ("channel", world.General)));
        Assert.Equal("cant_kick_from_general", await world.Bot.ErrorAsync("conversations.kick", ("channel", world.General), ("user", world.Alice.Id)));
    }

    [Fact]
    public async Task Renaming_is_for_the_creator_and_remembers_the_old_name()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("before");
        var renamed = (await world.Bot.OkAsync("conversations.rename", ("channel", channel), ("name", "after")))["channel"]!;
        Assert.Equal("after", (string?)renamed["name"]);
        Assert.Equal("before", (string?)renamed["previous_names"]![0]);
        await world.BotChannelAsync("before");
        await world.Bot.OkAsync("conversations.rename", ("channel", channel), ("name", "after"));
        Assert.Equal("not_authorized", await world.Bot.ErrorAsync("conversations.rename", ("channel", world.Incidents), ("name", "mine")));
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync("conversations.rename", ("channel", world.General), ("name", "mine")));
    }

    [Fact]
    public async Task A_topic_has_250_characters_and_comes_back_escaped()
    {
        await using var world = await World.StartAsync();
        await world.Bot.OkAsync("conversations.setTopic", ("channel", world.Incidents), ("topic", new string('é', 250)));
        Assert.Equal("too_long", await world.Bot.ErrorAsync("conversations.setTopic", ("channel", world.Incidents), ("topic", new string('x', 251))));
        Assert.Equal("too_long", await world.Bot.ErrorAsync("conversations.setPurpose", ("channel", world.Incidents), ("purpose", new string('x', 251))));
        var answer = await world.Bot.OkAsync("conversations.setTopic", ("channel", world.Incidents), ("topic", "a & b < c"));
        Assert.Equal("a &amp; b &lt; c", (string?)answer["channel"]!["topic"]!["value"]);
        Assert.Equal(world.Sandbox.BotUserId, (string?)answer["channel"]!["topic"]!["creator"]);
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync("conversations.setTopic", ("channel", world.General), ("topic", "x")));
    }

    [Fact]
    public async Task A_private_channel_the_bot_is_not_in_does_not_exist_for_it()
    {
        await using var world = await World.StartAsync();
        var hidden = await world.Client.CreateChannelAsync("hidden", [world.Alice.Id], isPrivate: true);
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync("conversations.info", ("channel", hidden)));
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync("conversations.join", ("channel", hidden)));
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync("chat.postMessage", ("channel", hidden), ("text", "x")));
        await world.Alice.InviteAsync(hidden, [world.Sandbox.BotUserId]);
        Assert.True((bool)(await world.Bot.OkAsync("conversations.info", ("channel", hidden)))["channel"]!["is_private"]!);
        Assert.Equal("method_not_supported_for_channel_type", await world.Bot.ErrorAsync("conversations.join", ("channel", hidden)));
    }

    [Fact]
    public async Task Joining_twice_warns_and_leaving_twice_says_so()
    {
        await using var world = await World.StartAsync();
        Assert.Null((await world.Bot.OkAsync("conversations.join", ("channel", world.General)))["warning"]);
        var again = await world.Bot.OkAsync("conversations.join", ("channel", world.General));
        Assert.Equal("already_in_channel", (string?)again["warning"]);
        Assert.Equal("already_in_channel", (string?)again["response_metadata"]!["warnings"]![0]);

        var channel = await world.BotChannelAsync("brief");
        Assert.Null((await world.Bot.OkAsync("conversations.leave", ("channel", channel)))["not_in_channel"]);
        Assert.True((bool)(await world.Bot.OkAsync("conversations.leave", ("channel", channel)))["not_in_channel"]!);
    }

    [Fact]
    public async Task The_last_member_cannot_leave_a_private_channel()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("alone", isPrivate: true);
        Assert.Equal("last_member", await world.Bot.ErrorAsync("conversations.leave", ("channel", channel)));
    }
}
