using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Control;

public sealed class FormTests
{
    private const string Form = """
        {"type":"modal","callback_id":"declare","private_metadata":"kept","notify_on_close":true,
         "title":{"type":"plain_text","text":"Declare"},"submit":{"type":"plain_text","text":"Go"},
         "blocks":[
          {"type":"input","block_id":"title","label":{"type":"plain_text","text":"What?"},"element":{"type":"plain_text_input","action_id":"text","min_length":3}},
          {"type":"input","block_id":"sev","label":{"type":"plain_text","text":"How bad?"},"element":{"type":"static_select","action_id":"pick",
            "options":[{"text":{"type":"plain_text","text":"SEV1"},"value":"1"},{"text":{"type":"plain_text","text":"SEV2"},"value":"2"}],
            "initial_option":{"text":{"type":"plain_text","text":"SEV2"},"value":"2"}}},
          {"type":"input","block_id":"lead","optional":true,"label":{"type":"plain_text","text":"Who?"},"element":{"type":"users_select","action_id":"user"}},
          {"type":"input","block_id":"flags","optional":true,"label":{"type":"plain_text","text":"Flags"},"element":{"type":"checkboxes","action_id":"boxes",
            "options":[{"text":{"type":"plain_text","text":"Private"},"value":"private"}]}}]}
        """;

    [Fact]
    public async Task A_sent_form_carries_every_value_in_its_own_shape()
    {
        await using var world = await World.StartAsync();
        var id = await OpenAsync(world);
        var sent = await world.Alice.SubmitAsync(id, Values(("title", "text", "Checkout is failing"), ("lead", "user", world.Bob.Id), ("flags", "boxes", new[] { "private" })));
        Assert.Empty(sent.Errors);
        Assert.Empty(sent.Open);
        var payload = world.App.Received[^1].Payload;
        Assert.Equal("view_submission", (string?)payload["type"]);
        Assert.Equal(("declare", "kept", id), ((string)payload["view"]!["callback_id"]!, (string)payload["view"]!["private_metadata"]!, (string)payload["view"]!["id"]!));
        var values = payload["view"]!["state"]!["values"]!;
        Assert.Equal("Checkout is failing", (string?)values["title"]!["text"]!["value"]);
        Assert.Equal("2", (string?)values["sev"]!["pick"]!["selected_option"]!["value"]);
        Assert.Equal(world.Bob.Id, (string?)values["lead"]!["user"]!["selected_user"]);
        Assert.Equal("private", (string?)values["flags"]!["boxes"]!["selected_options"]![0]!["value"]);
        Assert.Equal("plain_text_input", (string?)values["title"]!["text"]!["type"]);
    }

    [Fact]
    public async Task An_incomplete_form_is_not_sent()
    {
        await using var world = await World.StartAsync();
        var id = await OpenAsync(world);
        var before = world.App.Received.Count;
        var empty = await world.Alice.SubmitAsync(id, Values());
        Assert.Null(empty.Delivery);
        Assert.Equal(["title"], empty.Errors.Keys);
        var brief = await world.Alice.SubmitAsync(id, Values(("title", "text", "ab")));
        Assert.Equal(["title"], brief.Errors.Keys);
        Assert.Equal(before, world.App.Received.Count);
        Assert.Single(await world.Alice.ViewsAsync());
    }

    [Fact]
    public async Task Untouched_optional_inputs_are_null_or_empty()
    {
        await using var world = await World.StartAsync();
        await world.Alice.SubmitAsync(await OpenAsync(world), Values(("title", "text", "enough")));
        var values = world.App.Received[^1].Payload["view"]!["state"]!["values"]!;
        Assert.Null(values["lead"]!["user"]!["selected_user"]);
        Assert.Empty((JsonArray)values["flags"]!["boxes"]!["selected_options"]!);
    }

    [Fact]
    public async Task Errors_keep_the_form_open_and_name_its_blocks()
    {
        await using var world = await World.StartAsync();
        var id = await OpenAsync(world);
        world.App.Answer = Json("""{"response_action":"errors","errors":{"title":"Say more"}}""");
        var sent = await world.Alice.SubmitAsync(id, Values(("title", "text", "enough")));
        Assert.Equal("Say more", sent.Errors["title"]);
        Assert.Null(sent.Delivery!.Error);
        Assert.Single(sent.Open);
        world.App.Answer = Json("""{"response_action":"errors","errors":{"nowhere":"Say more"}}""");
        Assert.Equal("trouble_connecting", (await world.Alice.SubmitAsync(id, Values(("title", "text", "enough")))).Delivery!.Error);
    }

    [Fact]
    public async Task An_update_keeps_the_id_a_push_stacks_and_a_clear_closes_all()
    {
        await using var world = await World.StartAsync();
        var id = await OpenAsync(world);
        world.App.Answer = Json($$"""{"response_action":"update","view":{{Form.Replace("Declare", "Again", StringComparison.Ordinal)}}}""");
        var updated = await world.Alice.SubmitAsync(id, Values(("title", "text", "enough")));
        Assert.Equal(id, updated.Open.Single().GetProperty("id").GetString());
        Assert.Equal("Again", updated.Open.Single().GetProperty("title").GetProperty("text").GetString());
        world.App.Answer = Json($$"""{"response_action":"push","view":{{Form}}}""");
        var pushed = await world.Alice.SubmitAsync(id, Values(("title", "text", "enough")));
        Assert.Equal(2, pushed.Open.Count);
        Assert.Equal(id, pushed.Open[1].GetProperty("previous_view_id").GetString());
        Assert.Equal("not_on_top", (await Assert.ThrowsAsync<SandboxException>(() => world.Alice.SubmitAsync(id, Values(("title", "text", "enough"))))).Code);
        world.App.Answer = Json("""{"response_action":"clear"}""");
        Assert.Empty((await world.Alice.SubmitAsync(pushed.Open[1].GetProperty("id").GetString()!, Values(("title", "text", "enough")))).Open);
    }

    [Theory]
    [InlineData("""{"response_action":"update","view":{"type":"modal"}}""")]
    [InlineData("""{"response_action":"dance"}""")]
    [InlineData("not json")]
    public async Task An_answer_slack_would_not_understand_is_trouble_and_keeps_the_form(string answer)
    {
        await using var world = await World.StartAsync();
        var id = await OpenAsync(world);
        world.App.Answer = Json(answer);
        var sent = await world.Alice.SubmitAsync(id, Values(("title", "text", "enough")));
        Assert.Equal("trouble_connecting", sent.Delivery!.Error);
        Assert.Single(sent.Open);
    }

    [Fact]
    public async Task Closing_is_told_to_those_who_asked()
    {
        await using var world = await World.StartAsync();
        var delivered = await world.Alice.CloseAsync(await OpenAsync(world));
        Assert.Equal(200, delivered!.Status);
        var payload = world.App.Received[^1].Payload;
        Assert.Equal(("view_closed", false), ((string)payload["type"]!, (bool)payload["is_cleared"]!));
        Assert.Null(payload["trigger_id"]);
        Assert.Empty(await world.Alice.ViewsAsync());

        await world.Alice.CloseAsync(await OpenAsync(world), all: true);
        Assert.True((bool)world.App.Received[^1].Payload["is_cleared"]!);
        var quiet = await OpenAsync(world, Form.Replace("\"notify_on_close\":true,", "", StringComparison.Ordinal));
        Assert.Null(await world.Alice.CloseAsync(quiet));
    }

    [Fact]
    public async Task What_was_typed_survives_an_update_where_ids_stay_the_same()
    {
        await using var world = await World.StartAsync();
        var id = await OpenAsync(world);
        world.App.Answer = Json("""{"response_action":"errors","errors":{"title":"Say more"}}""");
        await world.Alice.SubmitAsync(id, Values(("title", "text", "typed already")));
        await world.Bot.OkAsync("views.update", ("view_id", id), ("view", Form));
        Assert.Equal("typed already", ValueOf(await world.Alice.ViewsAsync(), "text"));
        await world.Bot.OkAsync("views.update", ("view_id", id), ("view", Form.Replace("\"action_id\":\"text\"", "\"action_id\":\"other\"", StringComparison.Ordinal)));
        Assert.Null(ValueOf(await world.Alice.ViewsAsync(), "other"));
    }

    private static string? ValueOf(IReadOnlyList<JsonElement> views, string action) => views.Single()
        .GetProperty("state").GetProperty("values").GetProperty("title").GetProperty(action).GetProperty("value").GetString();

    private static async Task<string> OpenAsync(World world, string form = Form)
    {
        await world.Alice.ShortcutAsync("declare_incident");
        var trigger = (string)world.App.Received[^1].Payload["trigger_id"]!;
        return (string)(await world.Bot.OkAsync("views.open", ("trigger_id", trigger), ("view", form)))["view"]!["id"]!;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, object?>> Values(params (string Block, string Action, object? Value)[] values) =>
        values.ToDictionary(value => value.Block, value => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { [value.Action] = value.Value });

    private static Func<Received, HttpContext, Task> Json(string body) => (received, http) =>
    {
        if (received.EventType is not null)
            return Task.CompletedTask;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    };
}
