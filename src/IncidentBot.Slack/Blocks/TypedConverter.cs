using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>
/// Writes and reads Slack's families of objects told apart by <c>type</c>. The serializer's own polymorphism would drop the
/// type wherever a property is declared with the concrete record.
/// </summary>
internal sealed class TypedConverter<TBase>(IReadOnlyDictionary<string, Type> types) : JsonConverter<TBase>
    where TBase : class
{
    public override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || !types.TryGetValue(type.GetString()!, out var concrete))
        {
            throw new JsonException($"Not a {typeof(TBase).Name} this layer knows.");
        }

        return (TBase?)json.Deserialize(concrete, options);
    }

    public override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}
