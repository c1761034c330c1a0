using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What Slack's own client checks before it sends a form: required inputs and lengths.</summary>
internal static class FormChecks
{
    /// <summary>Complaints by block_id; null when the form can be sent.</summary>
    public static JsonObject? Complaints(OpenView view)
    {
        var complaints = new JsonObject();
        foreach (var block in view.Blocks.OfType<JsonObject>().Where(block => (string?)block["type"] == "input"))
        {
            var element = (JsonObject)block["element"]!;
            var blockId = (string)block["block_id"]!;
            var entry = (JsonObject)view.Values[blockId]![(string)element["action_id"]!]!;
            if (Complaint(block, element, entry) is { } complaint)
                complaints[blockId] = complaint;
        }

        return complaints.Count > 0 ? complaints : null;
    }

    private static string? Complaint(JsonObject block, JsonObject element, JsonObject entry)
    {
        if (ViewInputs.IsEmpty(entry))
            return (bool?)block["optional"] == true ? null : "Please complete this required field.";
        var length = (entry["value"] as JsonValue)?.ToString().Length ?? 0;
        if ((int?)element["min_length"] is { } least && length < least)
            return $"Write at least {least} characters.";
        if ((int?)element["max_length"] is { } most && length > most)
            return $"Write at most {most} characters.";
        return null;
    }
}
