using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ReactionPinBookmarkTests
{
    [Fact]
    public async Task Reactions_are_added_and_taken_back_once()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.Incidents, "look");
        (string, string)[] eyes = [("channel", world.Incidents), ("timestamp", ts), ("name", "eyes")];
        await world.Bot.OkAsync("reactions.add", eyes);
        Assert.Equal("already_reacted", await world.Bot.ErrorAsync("reactions.add", eyes));
        await world.Bob.ReactAsync(world.Incidents, ts, "eyes");
        var got = await world.Bot.OkAsync("reactions.get", ("channel", world.Incidents), ("timestamp", ts));
        var reaction = got["message"]!["reactions"]![0]!;
        Assert.Equal(("eyes", 2), ((string)reaction["name"]!, (int)reaction["count"]!));
        Assert.Equal([world.Sandbox.BotUserId, world.Bob.Id], ((JsonArray)reaction["users"]!).Select(user => (string)user!));
        await world.Bot.OkAsync("reactions.remove", eyes);
        Assert.Equal("no_reaction", await world.Bot.ErrorAsync("reactions.remove", eyes));
    }

    [Theory]
    [InlineData("thumbsup", "+1")]
    [InlineData("+1::skin-tone-3", "+1::skin-tone-3")]
    [InlineData("heavy_exclamation_mark", "exclamation")]
    [InlineData("large_orange_circle", "large_orange_circle")]
    public async Task An_emoji_is_stored_under_its_first_name(string given, string stored)
    {
        await using var world = await World.StartAsync();
        var ts = await world.BotPostAsync(world.Incidents, "x");
        await world.Alice.ReactAsync(world.Incidents, ts, given);
        Assert.Equal(stored, (await world.Bob.MessagesAsync(world.Incidents))[^1].Reactions.Single().Name);
    }

    [Fact]
    public async Task Reacting_has_a_code_for_each_mistake()
    {
        await using var world = await World.StartAsync();
        var ts = await world.BotPostAsync(world.Incidents, "x");
        Assert.Equal("invalid_name", await world.Bot.ErrorAsync("reactions.add", ("channel", world.Incidents), ("timestamp", ts), ("name", "no_such_emoji")));
        Assert.Equal("invalid_name", await world.Bot.ErrorAsync("reactions.add", ("channel", world.Incidents), ("timestamp", ts), ("name", ":eyes:")));
        Assert.Equal("message_not_found", await world.Bot.ErrorAsync("reactions.add", ("channel", world.Incidents), ("timestamp", "1.000001"), ("name", "eyes")));
        Assert.Equal("bad_timestamp", await world.Bot.ErrorAsync("reactions.add", ("channel", world.Incidents), ("timestamp", "soon"), ("name", "eyes")));
        Assert.Equal("no_item_specified", await world.Bot.ErrorAsync("reactions.add", ("channel", world.Incidents), ("name", "eyes")));
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync("reactions.add", ("channel", "C0NOWHERE"), ("timestamp", ts), ("name", "eyes")));
    }

    [Fact]
    public async Task Pins_are_listed_newest_first_and_removed_once()
    {
        await using var world = await World.StartAsync();
        var one = await world.BotPostAsync(world.Incidents, "one");
        var two = await world.Alice.PostAsync(world.Incidents, "two");
        await world.Bot.OkAsync("pins.add", ("channel", world.Incidents), ("timestamp", one));
        await world.Alice.PinAsync(world.Incidents, two);
        Assert.Equal("already_pinned", await world.Bot.ErrorAsync("pins.add", ("channel", world.Incidents), ("timestamp", two)));
        var items = (JsonArray)(await world.Bot.OkAsync("pins.list", ("channel", world.Incidents)))["items"]!;
        Assert.Equal(["two", "one"], items.Select(item => (string)item!["message"]!["text"]!));
        Assert.Equal(world.Incidents, (string?)items[0]!["message"]!["pinned_to"]![0]);
        Assert.Equal(world.Alice.Id, (string?)items[0]!["created_by"]);
        await world.Bot.OkAsync("pins.remove", ("channel", world.Incidents), ("timestamp", two));
        Assert.Equal("no_pin", await world.Bot.ErrorAsync("pins.remove", ("channel", world.Incidents), ("timestamp", two)));
    }

    [Fact]
    public async Task Pinning_has_a_code_for_each_mistake()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.General, "x");
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync("pins.add", ("channel", world.General), ("timestamp", ts)));
        Assert.Equal("message_not_found", await world.Bot.ErrorAsync("pins.add", ("channel", world.Incidents), ("timestamp", "1.000001")));
        Assert.Equal("no_item_specified", await world.Bot.ErrorAsync("pins.add", ("channel", world.Incidents)));
        Assert.Equal("no_pin", await world.Bot.ErrorAsync("pins.remove", ("channel", world.Incidents)));
        Assert.Equal("bad_timestamp", await world.Bot.ErrorAsync("pins.add", ("channel", world.Incidents), ("timestamp", "soon")));
    }

    [Fact]
    public async Task Bookmarks_are_links_with_a_title()
    {
        await using var world = await World.StartAsync();
        (string, string)[] page = [("channel_id", world.Incidents), ("title", "Status page"), ("type", "link"), ("link", "https://status.example"), ("emoji", ":memo:")];
        var added = await world.Bot.OkAsync("bookmarks.add", page);
        Assert.StartsWith("Bk", (string?)added["bookmark"]!["id"], StringComparison.Ordinal);
        var listed = (JsonArray)(await world.Bot.OkAsync("bookmarks.list", ("channel_id", world.Incidents)))["bookmarks"]!;
        Assert.Equal("Status page", (string?)Assert.Single(listed)!["title"]);
        Assert.Equal("invalid_link", await world.Bot.ErrorAsync("bookmarks.add", ("channel_id", world.Incidents), ("title", "x"), ("type", "link"), ("link", "ftp://x.example")));
        Assert.Equal("invalid_emoji", await world.Bot.ErrorAsync("bookmarks.add", [.. page[..4], ("emoji", "memo")]));
        Assert.Equal("invalid_bookmark_type", await world.Bot.ErrorAsync("bookmarks.add", ("channel_id", world.Incidents), ("title", "x"), ("type", "song")));
        Assert.Equal("invalid_arguments", await world.Bot.ErrorAsync("bookmarks.add"));
        for (var number = 1; number < 100; number++)
            await world.Bot.OkAsync("bookmarks.add", page);
        Assert.Equal("too_many_bookmarks", await world.Bot.ErrorAsync("bookmarks.add", page));
    }
}
