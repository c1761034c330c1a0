using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>An event in its envelope, as bytes: every attempt to deliver it sends the same ones.</summary>
internal sealed record EventCallback(string EventId, string Type, byte[] Body)
{
    public static EventCallback Wrap(SlackWorkspace workspace, JsonObject inner, Conversation? where)
    {
        var id = workspace.Ids.Next("Ev");
        var type = (string)inner["type"]!;
        var envelope = new JsonObject
        {
            ["token"] = workspace.App.VerificationToken,
            ["team_id"] = workspace.TeamId,
            ["context_team_id"] = workspace.TeamId,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = workspace.App.AppId,
            ["event"] = inner,
            ["type"] = "event_callback",
            ["event_id"] = id,
            ["event_time"] = workspace.NowSeconds,
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null,
                ["team_id"] = workspace.TeamId,
                ["user_id"] = workspace.Bot.Id,
                ["is_bot"] = true,
                ["is_enterprise_install"] = false,
            }),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = $"4-{workspace.Ids.Token(40)}",
        };
        return new EventCallback(id, type, JsonSerializer.SerializeToUtf8Bytes(envelope));
    }
}
