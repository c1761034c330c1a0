using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>apps.*</c>: what an app does with its app-level token.</summary>
internal static class AppsMethods
{
    public const string Open = "apps.connections.open";

    public static IReadOnlyList<ApiMethod> All { get; } = [new(Open, [], OpenConnection)];

    private static JsonObject OpenConnection(ApiCall call) => call.Workspace.App.Manifest.SocketMode
        ? new JsonObject { ["url"] = call.Workspace.SocketTickets.Issue(call.Workspace) }
        : throw new NotModelled("Socket Mode is off in the app's manifest. What Slack answers then is not published.");
}
