using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Control;

/// <summary>The JSON body of a control call.</summary>
internal sealed class ControlBody(JsonObject json)
{
    /// <summary>Only JSON is taken: a web page elsewhere cannot send it here without asking the browser first.</summary>
    public static async Task<ControlBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 or null && !request.HasJsonContentType())
            return new ControlBody([]);
        if (!request.HasJsonContentType())
            throw new ControlRefusal("not_json", "Send a JSON object with Content-Type: application/json.");
        try
        {
            var node = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return new ControlBody(node as JsonObject ?? throw new ControlRefusal("not_json", "The body is not a JSON object."));
        }
        catch (JsonException malformed)
        {
            throw new ControlRefusal("not_json", $"The body is not JSON: {malformed.Message}");
        }
    }

    public JsonNode? this[string name] => json[name];

    public bool Has(string name) => json[name] is not null;

    public string? Text(string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string)value!,
        _ => throw new ControlRefusal("not_text", $"\"{name}\" must be a string."),
    };

    public string Required(string name) => Text(name) ?? throw new ControlRefusal("missing_field", $"\"{name}\" is missing.");

    public bool Flag(string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public double? Number(string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out double number) => number,
        _ => throw new ControlRefusal("not_a_number", $"\"{name}\" must be a number."),
    };

    public IReadOnlyList<string> Texts(string name) => json[name] switch
    {
        null => [],
        JsonArray array => [.. array.Select(item => item?.GetValueKind() == JsonValueKind.String
            ? (string)item!
            : throw new ControlRefusal("not_text", $"\"{name}\" must hold strings."))],
        _ => throw new ControlRefusal("not_a_list", $"\"{name}\" must be an array."),
    };
}
