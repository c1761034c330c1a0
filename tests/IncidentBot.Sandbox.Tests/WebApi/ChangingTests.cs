namespace IncidentBot.Sandbox.Tests.WebApi;

/// <summary>Updating, deleting and linking messages.</summary>
public sealed class ChangingTests
{
    private const string Section = """[{"type":"section","text":{"type":"mrkdwn","text":"card"}}]""";

    [Fact]
    public async Task Text_alone_drops_the_blocks_and_shows_as_an_edit()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("blocks", Section));
        var ts = (string)posted["ts"]!;
        await world.Bot.OkAsync("chat.update", ("channel", world.Incidents), ("ts", ts), ("text", "y"), ("blocks", Section));
        Assert.False((await SeenAsync(world, ts)).Edited);
        var changed = await world.Bot.OkAsync("chat.update", ("channel", world.Incidents), ("ts", ts), ("text", "z"));
        Assert.Equal("z", (string?)changed["text"]);
        Assert.Null(changed["message"]!["blocks"]);
        Assert.True((await SeenAsync(world, ts)).Edited);
    }

    [Fact]
    public async Task An_empty_list_of_blocks_leaves_the_text()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("blocks", Section));
        var changed = await world.Bot.OkAsync(
            "chat.update", ("channel", world.Incidents), ("ts", (string)posted["ts"]!), ("text", "y"), ("blocks", "[]"));
        Assert.Equal("y", (string?)changed["message"]!["text"]);
        Assert.Null(changed["message"]!["blocks"]);
    }

    [Fact]
    public async Task Metadata_that_is_left_out_is_kept_and_empty_metadata_clears()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("metadata", """{"event_type":"a","event_payload":{}}"""));
        var ts = (string)posted["ts"]!;
        var kept = await world.Bot.OkAsync("chat.update", ("channel", world.Incidents), ("ts", ts), ("text", "y"));
        Assert.NotNull(kept["message"]!["metadata"]);
        var cleared = await world.Bot.OkAsync("chat.update", ("channel", world.Incidents), ("ts", ts), ("text", "y"), ("metadata", "{}"));
        Assert.Null(cleared["message"]!["metadata"]);
    }

    [Fact]
    public async Task Updating_has_a_code_for_each_mistake()
    {
        await using var world = await World.StartAsync();
        var theirs = await world.Alice.PostAsync(world.Incidents, "mine");
        var ours = await world.BotPostAsync(world.Incidents, "ours");
        Assert.Equal("cant_update_message", await world.Bot.ErrorAsync("chat.update", ("channel", world.Incidents), ("ts", theirs), ("text", "x")));
        Assert.Equal("message_not_found", await world.Bot.ErrorAsync("chat.update", ("channel", world.Incidents), ("ts", "1.000001"), ("text", "x")));
        Assert.Equal("msg_too_long", await world.Bot.ErrorAsync("chat.update", ("channel", world.Incidents), ("ts", ours), ("text", new string('x', 4001))));
        await world.Bot.OkAsync("chat.update", ("channel", world.Incidents), ("ts", ours), ("text", new string('x', 4000)));
        Assert.Equal("no_text", await world.Bot.ErrorAsync("chat.update", ("channel", world.Incidents), ("ts", ours)));
        Assert.Equal("cant_delete_message", await world.Bot.ErrorAsync("chat.delete", ("channel", world.Incidents), ("ts", theirs)));
        Assert.Equal("message_not_found", await world.Bot.ErrorAsync("chat.delete", ("channel", world.Incidents), ("ts", "1.000001")));
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_a_deleted_parent_leaves_a_tombstone()
    {
        await using var world = await World.StartAsync();
        var lone = await world.BotPostAsync(world.Incidents, "lone");
        var parent = await world.BotPostAsync(world.Incidents, "parent");
        await world.Alice.PostAsync(world.Incidents, "reply", parent);
        await world.Bot.OkAsync("chat.delete", ("channel", world.Incidents), ("ts", lone));
        await world.Bot.OkAsync("chat.delete", ("channel", world.Incidents), ("ts", parent));
        var seen = await world.Alice.MessagesAsync(world.Incidents);
        Assert.DoesNotContain(seen, message => message.Ts == lone);
        Assert.True(seen.Single(message => message.Ts == parent).Deleted);
        Assert.Contains(seen, message => message.Text == "reply");
    }

    [Fact]
    public async Task A_permalink_names_channel_and_digits_and_for_replies_the_thread()
    {
        await using var world = await World.StartAsync();
        var parent = await world.BotPostAsync(world.Incidents, "card");
        var reply = await world.Alice.PostAsync(world.Incidents, "reply", parent);
        Assert.Equal(
            $"https://sandbox.slack.com/archives/{world.Incidents}/p{parent.Replace(".", "", StringComparison.Ordinal)}",
            await LinkAsync(world, parent));
        Assert.Equal(
            $"https://sandbox.slack.com/archives/{world.Incidents}/p{reply.Replace(".", "", StringComparison.Ordinal)}?thread_ts={parent}&cid={world.Incidents}",
            await LinkAsync(world, reply));
        Assert.Equal("message_not_found", await world.Bot.ErrorAsync("chat.getPermalink", ("channel", world.Incidents), ("message_ts", "1.000001")));
    }

    [Fact]
    public async Task An_ephemeral_message_is_for_one_member_and_in_no_history()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync(
            "chat.postEphemeral", ("channel", world.Incidents), ("user", world.Alice.Id), ("text", "only you"));
        var ts = (string)answer["message_ts"]!;
        Assert.True((await SeenAsync(world, ts)).Ephemeral);
        Assert.DoesNotContain(await world.Bob.MessagesAsync(world.Incidents), message => message.Ts == ts);
        var history = await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents));
        Assert.Empty(history["messages"]!.AsArray());
        Assert.Equal("message_not_found", await world.Bot.ErrorAsync("chat.update", ("channel", world.Incidents), ("ts", ts), ("text", "x")));
        Assert.Equal("message_not_found", await world.Bot.ErrorAsync("chat.delete", ("channel", world.Incidents), ("ts", ts)));

        var channel = await world.BotChannelAsync("small");
        Assert.Equal("user_not_in_channel", await world.Bot.ErrorAsync("chat.postEphemeral", ("channel", channel), ("user", world.Alice.Id), ("text", "x")));
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync("chat.postEphemeral", ("channel", world.General), ("user", world.Alice.Id), ("text", "x")));
        Assert.Equal("no_text", await world.Bot.ErrorAsync("chat.postEphemeral", ("channel", world.Incidents), ("user", world.Alice.Id)));
    }

    private static async Task<SandboxMessage> SeenAsync(World world, string ts) =>
        (await world.Alice.MessagesAsync(world.Incidents)).Single(message => message.Ts == ts);

    private static async Task<string?> LinkAsync(World world, string ts) =>
        (string?)(await world.Bot.OkAsync("chat.getPermalink", ("channel", world.Incidents), ("message_ts", ts)))["permalink"];
}
