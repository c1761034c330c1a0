using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>
/// What is sent to Slack turns no line round: characters that reverse the direction of what follows (Unicode's embeddings, overrides and
/// isolates) make the name of a file or a note look like another. Marks of a language's own direction stay; what is read stays as it came.
/// </summary>
internal sealed class StraightText : JsonConverter<string>
{
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The text without them.</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny(Turning) < 0 ? text : string.Concat(text.Where(letter => !Turning.Contains(letter)));

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
}
