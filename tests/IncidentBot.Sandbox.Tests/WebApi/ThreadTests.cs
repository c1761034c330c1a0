using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ThreadTests
{
    [Fact]
    public async Task Replies_are_counted_on_the_parent_and_hidden_from_the_channel()
    {
        await using var world = await World.StartAsync();
        var parent = await world.Alice.PostAsync(world.Incidents, "who looks at this?");
        await world.Bob.PostAsync(world.Incidents, "me", parent);
        var last = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "noted"), ("thread_ts", parent));

        var history = await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents));
        var head = Assert.Single((JsonArray)history["messages"]!, message => (string?)message!["ts"] == parent)!;
        Assert.Equal(2, (int)head["reply_count"]!);
        Assert.Equal(2, (int)head["reply_users_count"]!);
        Assert.Equal((string?)last["ts"], (string?)head["latest_reply"]);
        Assert.Equal(parent, (string?)head["thread_ts"]);
        Assert.DoesNotContain((JsonArray)history["messages"]!, message => (string?)message!["text"] == "me");

        var replies = (JsonArray)(await world.Bot.OkAsync("conversations.replies", ("channel", world.Incidents), ("ts", parent)))["messages"]!;
        Assert.Equal(["who looks at this?", "me", "noted"], replies.Select(message => (string)message!["text"]!));
        Assert.Null(replies[0]!["replies"]);
        Assert.Equal(world.Alice.Id, (string?)replies[1]!["parent_user_id"]);
        var fromReply = await world.Bot.OkAsync("conversations.replies", ("channel", world.Incidents), ("ts", (string)replies[1]!["ts"]!));
        Assert.Equal(3, ((JsonArray)fromReply["messages"]!).Count);
    }

    [Fact]
    public async Task A_broadcast_reply_shows_in_the_channel_too()
    {
        await using var world = await World.StartAsync();
        var parent = await world.BotPostAsync(world.Incidents, "card");
        await world.Bot.OkAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "fixed"), ("thread_ts", parent), ("reply_broadcast", "true"));
        var history = (JsonArray)(await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents)))["messages"]!;
        Assert.Contains(history, message => (string?)message!["subtype"] == "thread_broadcast" && (string?)message["text"] == "fixed");
    }

    [Fact]
    public async Task A_reply_to_a_reply_lands_in_the_thread_and_a_reply_to_nothing_is_refused()
    {
        await using var world = await World.StartAsync();
        var parent = await world.BotPostAsync(world.Incidents, "card");
        var reply = await world.Alice.PostAsync(world.Incidents, "one", parent);
        var nested = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "two"), ("thread_ts", reply));
        Assert.Equal(parent, (string?)nested["message"]!["thread_ts"]);
        Assert.Equal("cannot_reply_to_message", await world.Bot.ErrorAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("thread_ts", "1.000001")));
        Assert.Equal("thread_not_found", await world.Bot.ErrorAsync("conversations.replies", ("channel", world.Incidents), ("ts", "1.000001")));
    }

    [Fact]
    public async Task Replies_come_in_pages_that_begin_with_the_parent()
    {
        await using var world = await World.StartAsync();
        var parent = await world.BotPostAsync(world.Incidents, "0");
        for (var number = 1; number <= 5; number++)
            await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", $"{number}"), ("thread_ts", parent));
        var texts = new List<string>();
        var cursor = "";
        do
        {
            var page = await world.Bot.OkAsync(
                "conversations.replies", ("channel", world.Incidents), ("ts", parent), ("limit", "2"), ("cursor", cursor));
            texts.AddRange(((JsonArray)page["messages"]!).Select(message => (string)message!["text"]!));
            cursor = (string?)page["response_metadata"]?["next_cursor"] ?? "";
            Assert.Equal(cursor.Length > 0, (bool)page["has_more"]!);
        }
        while (cursor.Length > 0);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], texts);
    }
}
