namespace IncidentBot.Sandbox.Tests.Deliveries;

public sealed class ResponseUrlTests
{
    private const string Card = """[{"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}]""";

    [Fact]
    public async Task It_whispers_unless_told_to_speak_up()
    {
        await using var world = await World.StartAsync();
        var url = await CommandUrlAsync(world);
        Assert.True((bool)(await world.Bot.RespondAsync(url, new() { ["text"] = "only you" })).Answer["ok"]!);
        await world.Bot.RespondAsync(url, new() { ["text"] = "everybody", ["response_type"] = "in_channel" });
        Assert.Equal([("only you", true), ("everybody", false)], (await world.Alice.MessagesAsync(world.General)).Select(message => (message.Text, message.Ephemeral)));
        Assert.Equal("bot_message", (await world.Bob.MessagesAsync(world.General)).Single().Subtype);
    }

    [Fact]
    public async Task It_works_five_times()
    {
        await using var world = await World.StartAsync();
        var url = await CommandUrlAsync(world);
        for (var use = 0; use < 5; use++)
            Assert.Equal(200, (await world.Bot.RespondAsync(url, new() { ["text"] = "x" })).Status);
        var (status, answer) = await world.Bot.RespondAsync(url, new() { ["text"] = "x" });
        Assert.Equal((404, "used_url"), (status, (string)answer["error"]!));
        Assert.Equal(5, (await world.Alice.MessagesAsync(world.General)).Count);
    }

    [Fact]
    public async Task It_works_for_thirty_minutes()
    {
        await using var world = await World.StartAsync();
        var url = await CommandUrlAsync(world);
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(29));
        Assert.Equal(200, (await world.Bot.RespondAsync(url, new() { ["text"] = "x" })).Status);
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(1.1));
        var (_, answer) = await world.Bot.RespondAsync(url, new() { ["text"] = "x" });
        Assert.Equal("Expired url", (string?)answer["error"]);
        Assert.Equal("Expired url", (string?)(await world.Bot.RespondAsync(url + "x", new() { ["text"] = "x" })).Answer["error"]);
    }

    [Fact]
    public async Task It_can_replace_and_delete_the_message_a_button_sat_on()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "card"), ("blocks", Card));
        var url = await ClickUrlAsync(world, (string)posted["ts"]!);
        await world.Bot.RespondAsync(url, new() { ["text"] = "done", ["replace_original"] = true });
        var message = Assert.Single(await world.Alice.MessagesAsync(world.Incidents));
        Assert.Equal("done", message.Text);
        Assert.Empty(message.Blocks.EnumerateArray());
        await world.Bot.RespondAsync(url, new() { ["delete_original"] = "true" });
        Assert.Empty(await world.Alice.MessagesAsync(world.Incidents));
    }

    [Fact]
    public async Task A_whisper_that_is_replaced_stays_a_whisper()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync("chat.postEphemeral", ("channel", world.Incidents), ("user", world.Alice.Id), ("text", "card"), ("blocks", Card));
        var url = await ClickUrlAsync(world, (string)posted["message_ts"]!);
        await world.Bot.RespondAsync(url, new() { ["text"] = "done", ["replace_original"] = true, ["response_type"] = "in_channel" });
        var message = Assert.Single(await world.Alice.MessagesAsync(world.Incidents));
        Assert.Equal(("done", true), (message.Text, message.Ephemeral));
        Assert.Empty(await world.Bob.MessagesAsync(world.Incidents));
        await world.Bot.RespondAsync(url, new() { ["delete_original"] = true });
        Assert.Empty(await world.Alice.MessagesAsync(world.Incidents));
    }

    [Fact]
    public async Task It_can_answer_in_a_thread_in_public()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "card"), ("blocks", Card));
        var ts = (string)posted["ts"]!;
        await world.Bot.RespondAsync(
            await ClickUrlAsync(world, ts),
            new() { ["text"] = "in the thread", ["response_type"] = "in_channel", ["replace_original"] = false, ["thread_ts"] = ts });
        Assert.Equal(ts, (await world.Bob.MessagesAsync(world.Incidents)).Single(message => message.Text == "in the thread").ThreadTs);
    }

    [Fact]
    public async Task What_it_posts_is_an_event_without_a_user()
    {
        await using var world = await World.StartAsync();
        await world.Alice.CommandAsync(world.Incidents, "/incident");
        var url = world.App.Received[^1].Form["response_url"];
        await world.Bot.RespondAsync(url, new() { ["text"] = "public", ["response_type"] = "in_channel" });
        var message = (await world.EventAsync("message")).Json["event"]!;
        Assert.Equal("bot_message", (string?)message["subtype"]);
        Assert.Equal(world.Sandbox.BotId, (string?)message["bot_id"]);
        Assert.Null(message["user"]);
    }

    [Fact]
    public async Task Bad_content_is_refused_and_does_not_count_as_a_use()
    {
        await using var world = await World.StartAsync();
        var url = await CommandUrlAsync(world);
        for (var tries = 0; tries < 6; tries++)
        {
            Assert.Equal("no_text", (string?)(await world.Bot.RespondAsync(url, [])).Answer["error"]);
            Assert.Equal("invalid_blocks", (string?)(await world.Bot.RespondAsync(url, new() { ["blocks"] = World.Blocks("""[{"type":"x"}]""") })).Answer["error"]);
        }

        Assert.Equal(200, (await world.Bot.RespondAsync(url, new() { ["text"] = "x" })).Status);
    }

    [Fact]
    public async Task A_token_sent_to_it_is_a_loud_501()
    {
        await using var world = await World.StartAsync();
        var url = await CommandUrlAsync(world);
        using var content = new StringContent("""{"text":"x"}""", System.Text.Encoding.UTF8, "application/json");
        using var leaky = new Bot(new Uri(url), world.Sandbox.BotToken);
        using var response = await leaky.SendAsync("", content, "application/json");
        Assert.Equal(501, (int)response.StatusCode);
    }

    private static async Task<string> CommandUrlAsync(World world)
    {
        await world.Alice.CommandAsync(world.General, "/incident");
        return world.App.Received[^1].Form["response_url"];
    }

    private static async Task<string> ClickUrlAsync(World world, string ts)
    {
        await world.Alice.ClickAsync(world.Incidents, ts, "b", "go");
        return (string)world.App.Received.Last(received => received.Text.StartsWith("payload=", StringComparison.Ordinal)).Payload["response_url"]!;
    }
}
