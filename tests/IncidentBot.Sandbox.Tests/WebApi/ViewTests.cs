using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ViewTests
{
    private const string Form = """
        {"type":"modal","callback_id":"declare","private_metadata":"kept","title":{"type":"plain_text","text":"Declare"},
         "submit":{"type":"plain_text","text":"Go"},
         "blocks":[{"type":"input","block_id":"title","label":{"type":"plain_text","text":"What is wrong?"},
                    "element":{"type":"plain_text_input","action_id":"text"}}]}
        """;

    private const string Home = """{"type":"home","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"All calm"}}]}""";

    [Fact]
    public async Task A_trigger_opens_one_form_for_the_person_who_acted()
    {
        await using var world = await World.StartAsync();
        var trigger = await TriggerAsync(world);
        var view = (await world.Bot.OkAsync("views.open", ("trigger_id", trigger), ("view", Form)))["view"]!;
        Assert.Equal("declare", (string?)view["callback_id"]);
        Assert.Equal("kept", (string?)view["private_metadata"]);
        Assert.Equal((string?)view["id"], (string?)view["root_view_id"]);
        Assert.Equal(world.Sandbox.BotId, (string?)view["bot_id"]);
        Assert.Equal((string?)view["id"], Assert.Single(await world.Alice.ViewsAsync()).GetProperty("id").GetString());
        Assert.Empty(await world.Bob.ViewsAsync());
        Assert.Equal("exchanged_trigger_id", await world.Bot.ErrorAsync("views.open", ("trigger_id", trigger), ("view", Form)));
        Assert.Equal("invalid_trigger_id", await world.Bot.ErrorAsync("views.open", ("trigger_id", "12345.98765.abcd2358fdea"), ("view", Form)));
    }

    [Theory]
    [InlineData(2.0, null)]
    [InlineData(3.2, "expired_trigger_id")]
    public async Task A_trigger_lives_three_seconds_of_the_workspaces_time(double seconds, string? error)
    {
        await using var world = await World.StartAsync();
        var trigger = await TriggerAsync(world);
        await world.Client.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        Assert.Equal(error, await world.Bot.ErrorAsync("views.open", ("trigger_id", trigger), ("view", Form)));
    }

    [Fact]
    public async Task A_malformed_form_does_not_use_the_trigger_up()
    {
        await using var world = await World.StartAsync();
        var trigger = await TriggerAsync(world);
        Assert.Equal("invalid_arguments", await world.Bot.ErrorAsync("views.open", ("trigger_id", trigger), ("view", "{}")));
        await world.Bot.OkAsync("views.open", ("trigger_id", trigger), ("view", Form));
    }

    [Theory]
    [InlineData("""{"type":"modal","blocks":[]}""", "missing required field: title [json-pointer:/view]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"Longer than twenty-four chars"},"blocks":[]}""", "must be less than 25 characters [json-pointer:/view/title/text]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input"}}]}""", "missing required field: submit [json-pointer:/view]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[],"hash":"1"}""", "invalid additional property: hash [json-pointer:/view]")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{"type":"markdown","text":"x"}]}""", "unsupported type: markdown [json-pointer:/view/blocks/0/type]")]
    [InlineData("""{"title":{"type":"plain_text","text":"x"},"blocks":[]}""", "missing required field: type [json-pointer:/view]")]
    [InlineData("not json", "must be valid JSON [json-pointer:/view]")]
    public async Task Malformed_views_are_invalid_arguments_with_a_pointer(string view, string complaint)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.CallAsync("views.open", ("trigger_id", await TriggerAsync(world)), ("view", view));
        Assert.Equal("invalid_arguments", (string?)answer["error"]);
        Assert.Equal($"[ERROR] {complaint}", (string?)answer["response_metadata"]!["messages"]![0]);
    }

    [Fact]
    public async Task A_view_may_hold_100_blocks_3000_characters_of_metadata_and_250_kilobytes()
    {
        await using var world = await World.StartAsync();
        Assert.Null(await OpenAsync(world, Sized(100, 3000)));
        Assert.Equal("invalid_arguments", await OpenAsync(world, Sized(101, 3000)));
        Assert.Equal("invalid_arguments", await OpenAsync(world, Sized(100, 3001)));
        const string Section = """{"type":"section","text":{"type":"mrkdwn","text":"#"}}""";
        var sections = Enumerable.Repeat(Section.Replace("#", new string('x', 2990), StringComparison.Ordinal), 90);
        var huge = $$"""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{{string.Join(',', sections)}}]}""";
        Assert.Equal("view_too_large", await OpenAsync(world, huge));
    }

    [Fact]
    public async Task Forms_stack_three_high()
    {
        await using var world = await World.StartAsync();
        var root = (string)(await world.Bot.OkAsync("views.open", ("trigger_id", await TriggerAsync(world)), ("view", Pushable)))["view"]!["id"]!;
        Assert.Equal("not_found", await world.Bot.ErrorAsync("views.push", ("trigger_id", await TriggerAsync(world, world.Bob)), ("view", Pushable)));
        var second = (await world.Bot.OkAsync("views.push", ("trigger_id", await TriggerInAsync(world, root)), ("view", Pushable)))["view"]!;
        Assert.Equal(root, (string?)second["root_view_id"]);
        Assert.Equal(root, (string?)second["previous_view_id"]);
        var third = (await world.Bot.OkAsync("views.push", ("trigger_id", await TriggerInAsync(world, (string)second["id"]!)), ("view", Pushable)))["view"]!;
        Assert.Equal("push_limit_reached", await world.Bot.ErrorAsync(
            "views.push", ("trigger_id", await TriggerInAsync(world, (string)third["id"]!)), ("view", Pushable)));
        Assert.Equal(3, (await world.Alice.ViewsAsync()).Count);
    }

    [Fact]
    public async Task An_update_by_id_or_external_id_respects_the_hash()
    {
        await using var world = await World.StartAsync();
        var opened = (await world.Bot.OkAsync(
            "views.open", ("trigger_id", await TriggerAsync(world)), ("view", Form.Replace("\"callback_id\":\"declare\"", "\"external_id\":\"mine\"", StringComparison.Ordinal))))["view"]!;
        var (id, hash) = ((string)opened["id"]!, (string)opened["hash"]!);
        var updated = (await world.Bot.OkAsync("views.update", ("view_id", id), ("view", Form), ("hash", hash)))["view"]!;
        Assert.NotEqual(hash, (string?)updated["hash"]);
        Assert.Equal("hash_conflict", await world.Bot.ErrorAsync("views.update", ("view_id", id), ("view", Form), ("hash", hash)));
        Assert.Equal("not_found", await world.Bot.ErrorAsync("views.update", ("view_id", "V0NONE"), ("view", Form)));
        Assert.Equal("not_found", await world.Bot.ErrorAsync("views.update", ("external_id", "mine"), ("view", Form)));
        Assert.Equal("invalid_arguments", await world.Bot.ErrorAsync("views.update", ("view", Form)));
    }

    [Fact]
    public async Task An_external_id_names_one_view_only()
    {
        await using var world = await World.StartAsync();
        var named = Form.Replace("\"callback_id\":\"declare\"", "\"external_id\":\"mine\"", StringComparison.Ordinal);
        Assert.Null(await OpenAsync(world, named));
        Assert.Equal("duplicate_external_id", await OpenAsync(world, named, world.Bob));
        await world.Bot.OkAsync("views.update", ("external_id", "mine"), ("view", named));
    }

    [Fact]
    public async Task A_home_tab_is_published_for_one_person()
    {
        await using var world = await World.StartAsync();
        var first = (await world.Bot.OkAsync("views.publish", ("user_id", world.Alice.Id), ("view", Home)))["view"]!;
        Assert.Equal("home", (string?)first["type"]);
        var second = (await world.Bot.OkAsync("views.publish", ("user_id", world.Alice.Id), ("view", Home), ("hash", (string)first["hash"]!)))["view"]!;
        Assert.Equal((string?)first["id"], (string?)second["id"]);
        Assert.Equal("hash_conflict", await world.Bot.ErrorAsync("views.publish", ("user_id", world.Alice.Id), ("view", Home), ("hash", (string)first["hash"]!)));
        Assert.NotNull(await world.Alice.HomeAsync());
        Assert.Null(await world.Bob.HomeAsync());
        var nobody = await world.Bot.CallAsync("views.publish", ("user_id", "U0NOBODY"), ("view", Home));
        Assert.Equal("invalid `user_id`", (string?)nobody["response_metadata"]!["messages"]![0]);
        Assert.Equal("invalid_arguments", await world.Bot.ErrorAsync("views.publish", ("user_id", world.Alice.Id), ("view", Form)));
    }

    [Fact]
    public async Task Without_a_home_tab_in_the_manifest_publishing_is_not_enabled()
    {
        await using var world = await World.StartAsync(new SandboxOptions { Manifest = SandboxManifest.Example with { HomeTab = false } });
        Assert.Equal("not_enabled", await world.Bot.ErrorAsync("views.publish", ("user_id", world.Alice.Id), ("view", Home)));
    }

    private const string Pushable = """
        {"type":"modal","title":{"type":"plain_text","text":"x"},
         "blocks":[{"type":"actions","block_id":"b","elements":[{"type":"button","action_id":"more","text":{"type":"plain_text","text":"More"}}]}]}
        """;

    private static string Sized(int blocks, int metadata) =>
        $$"""{"type":"modal","title":{"type":"plain_text","text":"x"},"private_metadata":"{{new string('m', metadata)}}","blocks":[{{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", blocks))}}]}""";

    private static async Task<string?> OpenAsync(World world, string view, SandboxPerson? person = null) =>
        await world.Bot.ErrorAsync("views.open", ("trigger_id", await TriggerAsync(world, person)), ("view", view));

    private static async Task<string> TriggerAsync(World world, SandboxPerson? person = null)
    {
        await (person ?? world.Alice).CommandAsync(world.General, "/incident");
        return world.App.Received.Last(received => received.Text.Contains("trigger_id", StringComparison.Ordinal)).Form["trigger_id"];
    }

    private static async Task<string> TriggerInAsync(World world, string viewId)
    {
        await world.Alice.ClickInViewAsync(viewId, "b", "more");
        var payload = (JsonObject)JsonNode.Parse(world.App.Received[^1].Form["payload"])!;
        return (string)payload["trigger_id"]!;
    }
}
