using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Control;

public sealed class SuggestionTests
{
    private const string Form = """
        {"type":"modal","title":{"type":"plain_text","text":"Where"},"submit":{"type":"plain_text","text":"Send"},"blocks":[
          {"type":"input","block_id":"where","label":{"type":"plain_text","text":"Where"},
           "element":{"type":"external_select","action_id":"service"}}]}
        """;

    [Fact]
    public async Task The_app_offers_and_only_that_can_be_chosen()
    {
        await using var world = await World.StartAsync();
        var view = await OpenedAsync(world);
        Answer(world, """{"option_groups":[{"label":{"type":"plain_text","text":"Ours"},"options":[{"text":{"type":"plain_text","text":"Checkout"},"value":"c"}]}]}""");
        var offered = await world.Alice.SuggestAsync(view, "where", "service", "check");
        Assert.Equal("c", offered.Options.Single().GetProperty("value").GetString());
        var asked = world.App.Received[^1].Payload;
        Assert.Equal(
            ("block_suggestion", "service", "where", "check", view),
            ((string)asked["type"]!, (string)asked["action_id"]!, (string)asked["block_id"]!, (string)asked["value"]!, (string)asked["view"]!["id"]!));
        Assert.Null(asked["trigger_id"]);

        await Assert.ThrowsAsync<SandboxException>(() => SubmitAsync(world, view, "something else"));
        world.App.Answer = (_, _) => Task.CompletedTask;
        Assert.Null((await SubmitAsync(world, view, "c")).Delivery!.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"options":[{"text":"Checkout","value":"c"}]}""")]
    [InlineData("""{"choices":[]}""")]
    public async Task An_answer_that_offers_nothing_is_trouble_connecting(string answer)
    {
        await using var world = await World.StartAsync();
        var view = await OpenedAsync(world);
        Answer(world, answer);
        var offered = await world.Alice.SuggestAsync(view, "where", "service", "check");
        Assert.Equal("trouble_connecting", offered.Delivery.Error);
        Assert.Empty(offered.Options);
    }

    [Fact]
    public async Task The_app_is_asked_only_when_enough_was_typed()
    {
        await using var world = await World.StartAsync();
        var view = await OpenedAsync(world);
        var refused = await Assert.ThrowsAsync<SandboxException>(() => world.Alice.SuggestAsync(view, "where", "service", "ch"));
        Assert.Equal("too_short", refused.Code);
    }

    private static Task<SandboxSubmission> SubmitAsync(World world, string view, string chosen) => world.Alice.SubmitAsync(
        view,
        new Dictionary<string, IReadOnlyDictionary<string, object?>> { ["where"] = new Dictionary<string, object?> { ["service"] = chosen } });

    private static void Answer(World world, string json) => world.App.Answer = (_, http) =>
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    };

    private static async Task<string> OpenedAsync(World world)
    {
        await world.Alice.CommandAsync(world.General, "/incident");
        await world.Bot.OkAsync("views.open", ("trigger_id", world.App.Received[^1].Form["trigger_id"]), ("view", Form));
        JsonElement view = (await world.Alice.ViewsAsync())[^1];
        return view.GetProperty("id").GetString()!;
    }
}
