using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>auth.*</c></summary>
internal static class AuthMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } = [new("auth.test", [], Test)];

    private static JsonObject Test(ApiCall call) => new()
    {
        ["url"] = $"https://{call.Workspace.Domain}.slack.com/",
        ["team"] = call.Workspace.TeamName,
        ["user"] = call.Bot.Name,
        ["team_id"] = call.Workspace.TeamId,
        ["user_id"] = call.Bot.Id,
        ["bot_id"] = call.Workspace.App.BotId,
        ["is_enterprise_install"] = false,
    };
}
