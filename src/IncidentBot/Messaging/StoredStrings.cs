using System.Text.Json.Nodes;

namespace IncidentBot.Messaging;

/// <summary>All that is said in stored JSON, to programs too.</summary>
internal static class StoredStrings
{
    public static IEnumerable<string> Of(string json) => In(JsonNode.Parse(json));

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => In(field.Value)),
        JsonArray items => items.SelectMany(In),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
