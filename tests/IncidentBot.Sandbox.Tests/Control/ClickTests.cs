using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.Control;

public sealed class ClickTests
{
    private const string Blocks = """
        [{"type":"section","block_id":"s","text":{"type":"mrkdwn","text":"x"},
          "accessory":{"type":"overflow","action_id":"more","options":[{"text":{"type":"plain_text","text":"Close"},"value":"close"}]}},
         {"type":"actions","block_id":"a","elements":[
           {"type":"button","action_id":"ack","style":"primary","value":"lead","text":{"type":"plain_text","text":"I take it"}},
           {"type":"static_select","action_id":"sev","options":[{"text":{"type":"plain_text","text":"SEV1"},"value":"1"},{"text":{"type":"plain_text","text":"SEV2"},"value":"2"}]},
           {"type":"users_select","action_id":"who"},
           {"type":"checkboxes","action_id":"boxes","options":[{"text":{"type":"plain_text","text":"A"},"value":"a"},{"text":{"type":"plain_text","text":"B"},"value":"b"}]}]}]
        """;

    [Fact]
    public async Task A_button_tells_what_it_holds_and_where_it_sits()
    {
        await using var world = await World.StartAsync();
        var ts = await PostedAsync(world);
        var delivered = await world.Alice.ClickAsync(world.Incidents, ts, "a", "ack");
        Assert.Null(delivered.Error);
        var payload = world.App.Received[^1].Payload;
        Assert.Equal("block_actions", (string?)payload["type"]);
        Assert.Equal((world.Alice.Id, "alice"), ((string)payload["user"]!["id"]!, (string)payload["user"]!["username"]!));
        Assert.Equal((world.Incidents, "incidents"), ((string)payload["channel"]!["id"]!, (string)payload["channel"]!["name"]!));
        Assert.Equal(("message", ts, false), ((string)payload["container"]!["type"]!, (string)payload["container"]!["message_ts"]!, (bool)payload["container"]!["is_ephemeral"]!));
        Assert.Equal(ts, (string?)payload["message"]!["ts"]);
        Assert.NotNull(payload["trigger_id"]);
        Assert.NotNull(payload["response_url"]);
        var action = Assert.Single((JsonArray)payload["actions"]!)!;
        Assert.Equal(("button", "a", "ack", "lead"), ((string)action["type"]!, (string)action["block_id"]!, (string)action["action_id"]!, (string)action["value"]!));
        Assert.NotNull(action["action_ts"]);
    }

    [Theory]
    [InlineData("s", "more", "close", "selected_option")]
    [InlineData("a", "sev", "2", "selected_option")]
    public async Task A_menu_tells_the_whole_option(string block, string action, string selected, string key)
    {
        await using var world = await World.StartAsync();
        await world.Alice.ClickAsync(world.Incidents, await PostedAsync(world), block, action, selected);
        var sent = world.App.Received[^1].Payload["actions"]![0]!;
        Assert.Equal(selected, (string?)sent[key]!["value"]);
        Assert.Equal("plain_text", (string?)sent[key]!["text"]!["type"]);
    }

    [Fact]
    public async Task Pickers_tell_ids_and_boxes_tell_options_also_in_the_state()
    {
        await using var world = await World.StartAsync();
        var ts = await PostedAsync(world);
        await world.Alice.ClickAsync(world.Incidents, ts, "a", "who", world.Bob.Id);
        var payload = world.App.Received[^1].Payload;
        Assert.Equal(world.Bob.Id, (string?)payload["actions"]![0]!["selected_user"]);
        Assert.Equal(world.Bob.Id, (string?)payload["state"]!["values"]!["a"]!["who"]!["selected_user"]);
        Assert.Null(payload["state"]!["values"]!["a"]!["sev"]!["selected_option"]);
        await world.Alice.ClickAsync(world.Incidents, ts, "a", "boxes", new[] { "a", "b" });
        Assert.Equal(2, ((JsonArray)world.App.Received[^1].Payload["actions"]![0]!["selected_options"]!).Count);
    }

    [Fact]
    public async Task On_a_whisper_there_is_no_message_but_a_mark()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync("chat.postEphemeral", ("channel", world.Incidents), ("user", world.Alice.Id), ("text", "x"), ("blocks", Blocks));
        var ts = (string)posted["message_ts"]!;
        await world.Alice.ClickAsync(world.Incidents, ts, "a", "ack");
        var payload = world.App.Received[^1].Payload;
        Assert.True((bool)payload["container"]!["is_ephemeral"]!);
        Assert.Null(payload["message"]);
        var refused = await Assert.ThrowsAsync<SandboxException>(() => world.Bob.ClickAsync(world.Incidents, ts, "a", "ack"));
        Assert.Equal("no_such_message", refused.Code);
    }

    [Fact]
    public async Task On_the_home_tab_there_is_a_view_and_no_response_url()
    {
        await using var world = await World.StartAsync();
        var home = (await world.Bot.OkAsync("views.publish", ("user_id", world.Alice.Id), ("view", $$"""{"type":"home","blocks":{{Blocks}}}""")))["view"]!;
        await world.Alice.ClickInViewAsync((string)home["id"]!, "a", "ack");
        var payload = world.App.Received[^1].Payload;
        Assert.Equal("view", (string?)payload["container"]!["type"]);
        Assert.Equal("home", (string?)payload["view"]!["type"]);
        Assert.Null(payload["response_url"]);
        Assert.Null(payload["channel"]);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_clicked_or_chosen()
    {
        await using var world = await World.StartAsync();
        var ts = await PostedAsync(world);
        Assert.Equal("no_such_element", (await Assert.ThrowsAsync<SandboxException>(() => world.Alice.ClickAsync(world.Incidents, ts, "a", "nope"))).Code);
        Assert.Equal("no_such_option", (await Assert.ThrowsAsync<SandboxException>(() => world.Alice.ClickAsync(world.Incidents, ts, "a", "sev", "9"))).Code);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<SandboxException>(() => world.Alice.ClickAsync(world.Incidents, ts, "a", "who", "U0NOBODY"))).Code);
    }

    [Fact]
    public async Task A_click_that_fails_is_told_by_slackbot()
    {
        await using var world = await World.StartAsync();
        var ts = await PostedAsync(world);
        world.App.Answer = (_, http) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        Assert.Equal("trouble_connecting", (await world.Alice.ClickAsync(world.Incidents, ts, "a", "ack")).Error);
        Assert.Equal("USLACKBOT", (await world.Alice.MessagesAsync(world.Incidents))[^1].User);
    }

    [Fact]
    public async Task Shortcuts_tell_their_callback_and_message_ones_the_message()
    {
        await using var world = await World.StartAsync();
        await world.Alice.ShortcutAsync("declare_incident");
        var global = world.App.Received[^1].Payload;
        Assert.Equal(("shortcut", "declare_incident"), ((string)global["type"]!, (string)global["callback_id"]!));
        Assert.Null(global["channel"]);
        Assert.Null(global["response_url"]);

        var ts = await world.Bob.PostAsync(world.General, "remember this");
        await world.Alice.ShortcutAsync("add_to_timeline", world.General, ts);
        var onMessage = world.App.Received[^1].Payload;
        Assert.Equal(("message_action", ts), ((string)onMessage["type"]!, (string)onMessage["message_ts"]!));
        Assert.Equal("remember this", (string?)onMessage["message"]!["text"]);
        Assert.NotNull(onMessage["response_url"]);
        Assert.Equal("no_such_shortcut", (await Assert.ThrowsAsync<SandboxException>(() => world.Alice.ShortcutAsync("add_to_timeline"))).Code);
    }

    private static async Task<string> PostedAsync(World world)
    {
        var posted = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "card"), ("blocks", Blocks));
        await world.QuietAsync();
        return (string)posted["ts"]!;
    }
}
