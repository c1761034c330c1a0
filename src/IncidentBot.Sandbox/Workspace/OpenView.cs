using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>A modal that is open, or a published Home tab.</summary>
internal sealed class OpenView
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string RootId { get; init; }

    public string? PreviousId { get; init; }

    public required string Hash { get; set; }

    /// <summary>What the app defined: type, title, blocks (with block_ids), private_metadata, …</summary>
    public required JsonObject Definition { get; set; }

    /// <summary>What the person has entered so far, by block_id and action_id: the view's <c>state.values</c>.</summary>
    public JsonObject Values { get; set; } = [];

    public string Type => (string)Definition["type"]!;

    public string ExternalId => (string?)Definition["external_id"] ?? "";

    public bool NotifiesOnClose => (bool?)Definition["notify_on_close"] ?? false;

    public JsonArray Blocks => (JsonArray)Definition["blocks"]!;

    public JsonObject ToJson(SlackWorkspace workspace)
    {
        var json = Shared(workspace);
        if (Type == "modal")
            json["title"] = Definition["title"]?.DeepClone();
        return json;
    }

    private JsonObject Shared(SlackWorkspace workspace) => new()
    {
        ["id"] = Id,
        ["team_id"] = workspace.TeamId,
        ["type"] = Type,
        ["blocks"] = Blocks.DeepClone(),
        ["private_metadata"] = (string?)Definition["private_metadata"] ?? "",
        ["callback_id"] = (string?)Definition["callback_id"] ?? "",
        ["state"] = new JsonObject { ["values"] = Values.DeepClone() },
        ["hash"] = Hash,
        ["clear_on_close"] = (bool?)Definition["clear_on_close"] ?? false,
        ["notify_on_close"] = NotifiesOnClose,
        ["close"] = Definition["close"]?.DeepClone(),
        ["submit"] = Definition["submit"]?.DeepClone(),
        ["previous_view_id"] = PreviousId,
        ["root_view_id"] = RootId,
        ["app_id"] = workspace.App.AppId,
        ["external_id"] = ExternalId,
        ["app_installed_team_id"] = workspace.TeamId,
        ["bot_id"] = workspace.App.BotId,
    };
}
