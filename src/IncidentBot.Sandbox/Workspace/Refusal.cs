using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>
/// A request is refused with one of Slack's error codes. An exception, because a refusal can come from deep inside a
/// block or a name and must undo nothing: everything is checked before anything changes.
/// </summary>
internal sealed class Refusal(string code, JsonObject? more = null) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>Further fields of the answer, such as <c>response_metadata</c>.</summary>
    public JsonObject? More { get; } = more;

    public static Refusal InvalidArguments(params IEnumerable<string> messages) =>
        new("invalid_arguments", new JsonObject { ["response_metadata"] = Messages(messages) });

    public static Refusal MissingField(string name) => InvalidArguments($"missing required field: {name}");

    public static Refusal InvalidBlocks(IReadOnlyList<string> messages) => new("invalid_blocks", new JsonObject
    {
        ["errors"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]),
        ["response_metadata"] = Messages(messages),
    });

    private static JsonObject Messages(IEnumerable<string> messages) =>
        new() { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)$"[ERROR] {message}")]) };
}
