using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class CanvasTests
{
    [Theory]
    [InlineData("1. one\\n    - two", "Unsupported list type")]
    [InlineData("> - one", "Unsupported block type (List) within block quote")]
    [InlineData("- one\\n    1. two", null)]
    [InlineData("1. one\\n\\nText\\n\\n- two", null)]
    public async Task Some_nesting_cannot_be_drawn(string markdown, string? detail)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.CallAsync("canvases.create", ("document_content", $$"""{"type":"markdown","markdown":"{{markdown}}"}"""));
        Assert.Equal(detail is null ? null : "canvas_creation_failed", (string?)answer["error"]);
        if (detail is not null)
            Assert.Contains(detail, (string)answer["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_workspace_has_canvases_in_channels_only()
    {
        await using var world = await World.StartAsync(new SandboxOptions { IsPaidPlan = false });
        Assert.Equal("free_teams_cannot_create_non_tabbed_canvases", await world.Bot.ErrorAsync("canvases.create", ("title", "x")));
        var canvas = (string)(await world.Bot.OkAsync("conversations.canvases.create", ("channel_id", world.Incidents)))["canvas_id"]!;
        Assert.Equal("free_team_canvas_tab_already_exists", await world.Bot.ErrorAsync("conversations.canvases.create", ("channel_id", world.Incidents)));
        var change = """[{"operation":"insert_at_end","document_content":{"type":"markdown","markdown":"x"}}]""";
        await world.Bot.OkAsync("canvases.edit", ("canvas_id", canvas), ("changes", change));
    }

    [Fact]
    public async Task A_canvas_that_was_deleted_leaves_room_for_another()
    {
        await using var world = await World.StartAsync();
        var canvas = (string)(await world.Bot.OkAsync("conversations.canvases.create", ("channel_id", world.Incidents)))["canvas_id"]!;
        await world.Bot.OkAsync("canvases.delete", ("canvas_id", canvas));
        Assert.Equal("canvas_deleted", await world.Bot.ErrorAsync("canvases.sections.lookup", ("canvas_id", canvas), ("criteria", """{"contains_text":"x"}""")));
        await world.Bot.OkAsync("conversations.canvases.create", ("channel_id", world.Incidents));
    }

    [Fact]
    public async Task One_operation_a_call()
    {
        await using var world = await World.StartAsync();
        var canvas = (string)(await world.Bot.OkAsync("canvases.create", ("title", "x")))["canvas_id"]!;
        JsonObject change = new() { ["operation"] = "rename", ["title_content"] = new JsonObject { ["type"] = "markdown", ["markdown"] = "y" } };
        await world.Bot.OkAsync("canvases.edit", ("canvas_id", canvas), ("changes", new JsonArray(change.DeepClone()).ToJsonString()));
        var two = new JsonArray(change.DeepClone(), change.DeepClone()).ToJsonString();
        Assert.Equal("invalid_arguments", await world.Bot.ErrorAsync("canvases.edit", ("canvas_id", canvas), ("changes", two)));
    }
}
