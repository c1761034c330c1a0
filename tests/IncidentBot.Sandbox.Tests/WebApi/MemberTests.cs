using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class MemberTests
{
    [Fact]
    public async Task One_bad_id_fails_an_invitation_and_every_complaint_is_listed()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("inc");
        var answer = await world.Bot.CallAsync(
            "conversations.invite", ("channel", channel), ("users", $"U0NOBODY,{world.Sandbox.BotUserId},{world.Alice.Id}"));
        Assert.Equal("user_not_found", (string?)answer["error"]);
        Assert.Equal(
            ["user_not_found", "cant_invite_self"],
            ((JsonArray)answer["errors"]!).Select(error => (string)error!["error"]!));
        Assert.DoesNotContain(world.Alice.Id, await MembersAsync(world, channel));
    }

    [Fact]
    public async Task Force_invites_those_who_can_be()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("inc");
        await world.Bot.OkAsync("conversations.invite", ("channel", channel), ("users", $"U0NOBODY,{world.Alice.Id}"), ("force", "true"));
        Assert.Contains(world.Alice.Id, await MembersAsync(world, channel));
    }

    [Fact]
    public async Task Inviting_has_a_code_for_each_mistake()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("inc");
        await world.Bot.OkAsync("conversations.invite", ("channel", channel), ("users", world.Alice.Id));
        Assert.Equal("already_in_channel", await world.Bot.ErrorAsync("conversations.invite", ("channel", channel), ("users", world.Alice.Id)));
        Assert.Equal("cant_invite_self", await world.Bot.ErrorAsync("conversations.invite", ("channel", channel), ("users", world.Sandbox.BotUserId)));
        Assert.Equal("no_user", await world.Bot.ErrorAsync("conversations.invite", ("channel", channel)));
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync("conversations.invite", ("channel", world.General), ("users", world.Alice.Id)));
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync("conversations.invite", ("channel", "C0NOWHERE"), ("users", world.Alice.Id)));
        var many = string.Join(',', Enumerable.Range(0, 101).Select(number => $"U{number:D8}"));
        Assert.Equal("too_many_users", await world.Bot.ErrorAsync("conversations.invite", ("channel", channel), ("users", many)));
    }

    [Fact]
    public async Task Users_may_be_a_json_array()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("inc");
        var answer = await world.Bot.JsonAsync("conversations.invite", new()
        {
            ["channel"] = channel,
            ["users"] = new JsonArray(world.Alice.Id, world.Bob.Id),
        });
        Assert.True((bool)answer["ok"]!);
        Assert.Equal(3, (await MembersAsync(world, channel)).Count);
    }

    [Fact]
    public async Task Kicking_has_a_code_for_each_mistake()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("inc");
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync("conversations.kick", ("channel", channel), ("user", world.Alice.Id)));
        Assert.Equal("cant_kick_self", await world.Bot.ErrorAsync("conversations.kick", ("channel", channel), ("user", world.Sandbox.BotUserId)));
        Assert.Equal("user_not_found", await world.Bot.ErrorAsync("conversations.kick", ("channel", channel), ("user", "U0NOBODY")));
        await world.Bot.OkAsync("conversations.invite", ("channel", channel), ("users", world.Alice.Id));
        await world.Bot.OkAsync("conversations.kick", ("channel", channel), ("user", world.Alice.Id));
        Assert.DoesNotContain(world.Alice.Id, await MembersAsync(world, channel));
    }

    [Fact]
    public async Task Members_come_in_pages_whose_cursors_must_be_encoded()
    {
        await using var world = await World.StartAsync();
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await world.Bot.OkAsync("conversations.members", ("channel", world.Incidents), ("limit", "3"), ("cursor", cursor));
            seen.AddRange(((JsonArray)page["members"]!).Select(member => (string)member!));
            cursor = (string)page["response_metadata"]!["next_cursor"]!;
            Assert.True(cursor.Length == 0 || cursor.EndsWith('='));
        }
        while (cursor.Length > 0);
        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal("invalid_cursor", await world.Bot.ErrorAsync("conversations.members", ("channel", world.Incidents), ("cursor", "???")));
        Assert.Equal("invalid_limit", await world.Bot.ErrorAsync("conversations.members", ("channel", world.Incidents), ("limit", "0")));
    }

    [Fact]
    public async Task Opening_a_direct_message_twice_gives_the_same_one()
    {
        await using var world = await World.StartAsync();
        var first = await world.Bot.OkAsync("conversations.open", ("users", world.Alice.Id));
        var second = await world.Bot.OkAsync("conversations.open", ("users", world.Alice.Id), ("return_im", "true"));
        Assert.Equal((string?)first["channel"]!["id"], (string?)second["channel"]!["id"]);
        Assert.True((bool)second["already_open"]!);
        Assert.Equal(world.Alice.Id, (string?)second["channel"]!["user"]);
        Assert.StartsWith("D", (string?)first["channel"]!["id"], StringComparison.Ordinal);
        var group = await world.Bot.OkAsync("conversations.open", ("users", $"{world.Alice.Id},{world.Bob.Id}"));
        Assert.StartsWith("G", (string?)group["channel"]!["id"], StringComparison.Ordinal);
        Assert.Equal("user_not_found", await world.Bot.ErrorAsync("conversations.open", ("users", "U0NOBODY")));
        Assert.Equal("users_list_not_supplied", await world.Bot.ErrorAsync("conversations.open"));
    }

    [Fact]
    public async Task The_bots_own_conversations_are_listed_by_type_without_membership()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("quiet", isPrivate: true);
        var open = await world.Bot.OkAsync("users.conversations");
        Assert.Equal(["incidents"], Names(open));
        Assert.Null(open["channels"]![0]!["is_member"]);
        var both = await world.Bot.OkAsync("users.conversations", ("types", "public_channel,private_channel"));
        Assert.Equal(["incidents", "quiet"], Names(both));
        await world.Bot.OkAsync("conversations.archive", ("channel", channel));
        var alive = await world.Bot.OkAsync("users.conversations", ("types", "public_channel,private_channel"), ("exclude_archived", "1"));
        Assert.Equal(["incidents"], Names(alive));
        Assert.Equal("invalid_types", await world.Bot.ErrorAsync("users.conversations", ("types", "clubs")));
    }

    private static IEnumerable<string> Names(JsonObject answer) =>
        ((JsonArray)answer["channels"]!).Select(channel => (string)channel!["name"]!);

    private static async Task<List<string>> MembersAsync(World world, string channel) =>
        [.. ((JsonArray)(await world.Bot.OkAsync("conversations.members", ("channel", channel)))["members"]!).Select(member => (string)member!)];
}
