using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IncidentBot.Slack.Blocks;

/// <summary>The one way Slack's JSON is written and read: snake_case, nulls left out, unknown fields ignored.</summary>
public static class SlackJson
{
    /// <summary>The options used everywhere; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The value as JSON text.</summary>
    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(T), Options);

    /// <summary>The value as JSON in UTF-8.</summary>
    public static byte[] SerializeToUtf8Bytes<T>(T value) =>
        JsonSerializer.SerializeToUtf8Bytes(value, value?.GetType() ?? typeof(T), Options);

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="JsonException">It is broken, null, or lacks a required field.</exception>
    public static T Deserialize<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw Null();

    /// <summary>Reads JSON in UTF-8.</summary>
    /// <exception cref="JsonException">It is broken, null, or lacks a required field.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw Null();

    /// <summary>Reads a part of a larger JSON document.</summary>
    /// <exception cref="JsonException">It is null, of another shape, or lacks a required field.</exception>
    public static T Deserialize<T>(JsonElement json) => json.Deserialize<T>(Options) ?? throw Null();

    private static JsonException Null() => new("The JSON is null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Slack sends some numbers as texts (pin_count, event_time of old).
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            // Never embedded in HTML, so people's letters may stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NullMeansAbsent } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.Converters.Add(new StraightText());
        options.Converters.Add(new TypedConverter<Block>(BlockTypes.Blocks));
        options.Converters.Add(new TypedConverter<BlockElement>(BlockTypes.Elements));
        options.Converters.Add(new TypedConverter<TextObject>(BlockTypes.Texts));
        options.Converters.Add(new TypedConverter<ViewDefinition>(BlockTypes.Views));
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// Slack writes null for many things that are merely absent (an untouched input's options). Optional properties then keep
    /// their default; required ones still refuse null.
    /// </summary>
    private static void NullMeansAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not { } set || property.IsRequired || property.IsSetNullable || property.PropertyType.IsValueType) continue;
            property.IsSetNullable = true;
            property.Set = (target, value) =>
            {
                if (value is not null) set(target, value);
            };
        }
    }
}
