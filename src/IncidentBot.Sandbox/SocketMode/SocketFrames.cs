using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.SocketMode;

/// <summary>The frames Slack sends over a socket (Slack docs: Using Socket Mode).</summary>
internal static class SocketFrames
{
    public static JsonObject Hello(SlackWorkspace workspace, int connections, TimeSpan life) => new()
    {
        ["type"] = "hello",
        ["num_connections"] = connections,
        ["debug_info"] = new JsonObject
        {
            ["host"] = "applink-sandbox",
            ["started"] = workspace.Now.ToString("yyyy-MM-dd HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture),
            ["build_number"] = 1,
            ["approximate_connection_time"] = (long)life.TotalSeconds,
        },
        ["connection_info"] = new JsonObject { ["app_id"] = workspace.App.AppId },
    };

    public static JsonObject Disconnect(string reason) => new()
    {
        ["type"] = "disconnect",
        ["reason"] = reason,
        ["debug_info"] = new JsonObject { ["host"] = "applink-sandbox" },
    };

    /// <summary>
    /// Wraps a delivery. Not published, so assumed: every attempt has an envelope_id of its own, and only what Slack waits for
    /// in a form, a menu or a command accepts a payload.
    /// </summary>
    public static JsonObject Envelope(SlackWorkspace workspace, Delivery delivery, int retry)
    {
        var envelope = new JsonObject
        {
            ["envelope_id"] = workspace.Read(workspace.Ids.ClientMessageId),
            ["payload"] = PayloadText.Payload(delivery),
            ["type"] = delivery.Target switch
            {
                DeliveryTarget.Commands => "slash_commands",
                DeliveryTarget.Interactivity => "interactive",
                _ => "events_api",
            },
            ["accepts_response_payload"] = delivery.Target == DeliveryTarget.Commands || delivery.Kind is "view_submission" or "block_suggestion",
        };
        if (delivery.Target == DeliveryTarget.Events)
        {
            envelope["retry_attempt"] = retry;
            envelope["retry_reason"] = retry == 0 ? "" : "timeout";
        }

        return envelope;
    }
}
