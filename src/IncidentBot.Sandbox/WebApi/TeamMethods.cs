using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>team.info</c>, <c>bots.info</c></summary>
internal static class TeamMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("team.info", ["team", "domain"], TeamInfo),
        new("bots.info", ["bot"], BotInfo),
    ];

    private static JsonObject TeamInfo(ApiCall call)
    {
        if (IsOther(call, "team", call.Workspace.TeamId) || IsOther(call, "domain", call.Workspace.Domain))
            throw new Refusal("team_not_found");
        return new JsonObject
        {
            ["team"] = new JsonObject
            {
                ["id"] = call.Workspace.TeamId,
                ["name"] = call.Workspace.TeamName,
                ["domain"] = call.Workspace.Domain,
                ["email_domain"] = "",
                ["icon"] = new JsonObject { ["image_default"] = true },
            },
        };
    }

    private static JsonObject BotInfo(ApiCall call)
    {
        var app = call.Workspace.App;
        if (call.Text("bot") is { Length: > 0 } asked && asked != app.BotId)
            throw new Refusal("bot_not_found");
        return new JsonObject
        {
            ["bot"] = new JsonObject
            {
                ["id"] = app.BotId,
                ["deleted"] = false,
                ["name"] = app.Manifest.Name,
                ["updated"] = call.Bot.Updated,
                ["app_id"] = app.AppId,
                ["user_id"] = call.Bot.Id,
                ["icons"] = new JsonObject(),
            },
        };
    }

    private static bool IsOther(ApiCall call, string argument, string ours) => call.Text(argument) is { Length: > 0 } asked && asked != ours;
}
