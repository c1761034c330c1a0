using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>Reads a text that Slack sends either alone or as one property of an object.</summary>
internal abstract class StringOrObjectConverter(string property) : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"Expected a text or an object with '{property}'.");

        string? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var matches = reader.ValueTextEquals(property);
            reader.Read();
            if (matches && reader.TokenType == JsonTokenType.String) found = reader.GetString();
            reader.Skip();
        }

        return found ?? throw new JsonException($"The object has no '{property}'.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Some events name a channel or a user by id, some by a whole object.</summary>
internal sealed class IdConverter() : StringOrObjectConverter("id");

/// <summary>A topic or purpose is an object with a value; older answers give the text itself.</summary>
internal sealed class ValueConverter() : StringOrObjectConverter("value");
