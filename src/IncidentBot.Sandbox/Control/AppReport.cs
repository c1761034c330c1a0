using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What a person notices of how the app answered them.</summary>
internal static class AppReport
{
    public const string OperationTimeout = "operation_timeout";
    public const string TroubleConnecting = "trouble_connecting";

    public static string? ErrorOf(Attempt attempt) => attempt.Failure switch
    {
        null => null,
        "http_timeout" or "timeout" => OperationTimeout,
        _ => TroubleConnecting,
    };

    public static JsonObject ToJson(Attempt attempt, string? error) => new()
    {
        ["status"] = attempt.Status,
        ["body"] = attempt.Body,
        ["latency_ms"] = attempt.LatencyMs,
        ["error"] = error,
    };

    /// <summary>The answer as a JSON object; null when it is something else.</summary>
    public static JsonObject? Json(Attempt attempt)
    {
        if (attempt.ContentType != "application/json" || attempt.Body.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(attempt.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Tell(SlackWorkspace workspace, string channelId, string userId, string what, string error)
    {
        if (!workspace.Conversations.TryGetValue(channelId, out var conversation))
            return;
        var sentence = error == OperationTimeout
            ? $"{what} failed with the error \"{OperationTimeout}\""
            : $"{what} did not work: we had some trouble connecting. Try again?";
        workspace.SlackbotSays(conversation, userId, sentence);
    }
}
