using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>conversations.canvases.create</c>, <c>canvases.create</c>, <c>.edit</c>, <c>.delete</c>, <c>.sections.lookup</c>; who may read them is not modelled</summary>
internal static class CanvasMethods
{
    private static readonly string[] Operations =
        ["insert_after", "insert_before", "insert_at_start", "insert_at_end", "replace", "delete", "rename"];

    private static readonly string[] SectionTypes = ["any_header", "h1", "h2", "h3"];

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("conversations.canvases.create", ["channel_id", "document_content", "title"], CreateForChannel),
        new("canvases.create", ["channel_id", "document_content", "title"], Create),
        new("canvases.edit", ["canvas_id", "changes"], Edit),
        new("canvases.delete", ["canvas_id"], Delete),
        new("canvases.sections.lookup", ["canvas_id", "criteria"], LookUp),
    ];

    /// <summary>One per channel. The page names no code for a channel that is unknown or closed to the bot.</summary>
    private static JsonObject CreateForChannel(ApiCall call)
    {
        var id = call.Required("channel_id");
        var markdown = Document(call);
        if (!call.Workspace.Conversations.TryGetValue(id, out var channel) || !channel.Has(call.Bot.Id) || channel.IsArchived)
            throw new Refusal("channel_canvas_creation_failed");
        if (channel.Canvas is not null)
            throw new Refusal(call.Workspace.Options.IsPaidPlan ? "channel_canvas_already_exists" : "free_team_canvas_tab_already_exists");
        RequireDrawable(markdown, "canvas_creation_failed");
        channel.Canvas = call.Workspace.AddCanvas(call.Text("title") ?? "", markdown, isOfChannel: true);
        return new JsonObject { ["canvas_id"] = channel.Canvas.Id };
    }

    private static JsonObject Create(ApiCall call)
    {
        var markdown = Document(call);
        var channel = call.Text("channel_id") is { Length: > 0 } id ? id : null;
        if (channel is null && !call.Workspace.Options.IsPaidPlan)
            throw new Refusal("free_teams_cannot_create_non_tabbed_canvases");
        if (channel is not null && !(call.Workspace.Conversations.TryGetValue(channel, out var conversation) && conversation.Has(call.Bot.Id)))
            throw new Refusal("canvas_creation_failed");
        RequireDrawable(markdown, "canvas_creation_failed");
        return new JsonObject { ["canvas_id"] = call.Workspace.AddCanvas(call.Text("title") ?? "", markdown, isOfChannel: false).Id };
    }

    /// <summary>One operation per call, although the argument is a list (Slack docs: canvases.edit).</summary>
    private static JsonObject Edit(ApiCall call)
    {
        var id = call.Required("canvas_id");
        if (call.Arguments.Structure("changes", Malformed("changes")) is not JsonArray { Count: 1 } changes || changes[0] is not JsonObject change)
            throw Malformed("changes")();
        var canvas = Find(call, id);
        if (!canvas.IsOfChannel && !call.Workspace.Options.IsPaidPlan)
            throw new Refusal("free_teams_cannot_edit_standalone_canvases");
        var operation = Word(change["operation"]);
        if (operation is null || !Operations.Contains(operation))
            throw Malformed("changes/0/operation")();
        var content = operation switch
        {
            "delete" => "",
            "rename" => Markdown(change["title_content"], "changes/0/title_content"),
            _ => Markdown(change["document_content"], "changes/0/document_content"),
        };
        if (call.Workspace.Change(canvas, operation, Word(change["section_id"]), content) is { } wrong)
            throw new Refusal("canvas_editing_failed", new JsonObject { ["detail"] = wrong });
        return [];
    }

    private static JsonObject Delete(ApiCall call)
    {
        var canvas = Find(call, call.Required("canvas_id"));
        canvas.IsDeleted = true;
        foreach (var channel in call.Workspace.Conversations.Values.Where(conversation => conversation.Canvas == canvas))
            channel.Canvas = null;
        return [];
    }

    private static JsonObject LookUp(ApiCall call)
    {
        var id = call.Required("canvas_id");
        if (call.Arguments.Structure("criteria", Malformed("criteria")) is not JsonObject criteria)
            throw Malformed("criteria")();
        var types = (criteria["section_types"] as JsonArray)?.Select(Word).ToList();
        var text = Word(criteria["contains_text"]);
        if ((types is null && text is null) || types is { Count: 0 or > 3 } || types?.Exists(type => !SectionTypes.Contains(type)) == true)
            throw Malformed("criteria")();
        if (call.Workspace.Canvases.TryGetValue(id, out var gone) && gone.IsDeleted)
            throw new Refusal("canvas_deleted");
        var found = Find(call, id).Sections
            .Where(section => types is null || types.Contains(section.Type) || (types.Contains("any_header") && section.Type != "text"))
            .Where(section => text is null || section.Text.Contains(text, StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["sections"] = new JsonArray([.. found.Select(section => new JsonObject { ["id"] = section.Id })]) };
    }

    private static Canvas Find(ApiCall call, string id) =>
        call.Workspace.Canvases.TryGetValue(id, out var canvas) && !canvas.IsDeleted ? canvas : throw new Refusal("canvas_not_found");

    private static string Document(ApiCall call) => call.Arguments.Structure("document_content", Malformed("document_content")) is { } document
        ? Markdown(document, "document_content")
        : "";

    private static string Markdown(JsonNode? document, string at) =>
        document is JsonObject content && Word(content["type"]) == "markdown" && Word(content["markdown"]) is { } markdown ? markdown : throw Malformed(at)();

    private static void RequireDrawable(string markdown, string code)
    {
        if (CanvasMarkdown.Complaint(markdown) is { } complaint)
            throw new Refusal(code, new JsonObject { ["detail"] = complaint });
    }

    private static string? Word(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string)node! : null;

    private static Func<Refusal> Malformed(string at) => () => Refusal.InvalidArguments($"must be valid [json-pointer:/{at}]");
}
