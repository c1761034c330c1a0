using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>app_rate_limited: a top-level type of its own, without event and event_id (Slack docs: Events API, rate limiting).</summary>
internal static class RateLimitNotice
{
    public static Delivery For(SlackWorkspace workspace)
    {
        var now = workspace.NowSeconds;
        return new Delivery("app_rate_limited", null, DeliveryTarget.Events, Delivery.Json, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["token"] = workspace.App.VerificationToken,
            ["type"] = "app_rate_limited",
            ["team_id"] = workspace.TeamId,
            ["minute_rate_limited"] = now - (now % 60),
            ["api_app_id"] = workspace.App.AppId,
        }));
    }
}
