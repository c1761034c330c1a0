using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Domain.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>Takes words out of what is still to be said, and leaves the rest of it as it is.</summary>
internal static class Blackening
{
    /// <summary>So much of a text is recognised though its end was cut off.</summary>
    private const int Opening = 24;

    /// <summary>Every text in a stored effect, whatever it is in.</summary>
    public static string InJson(string json, IReadOnlyList<string> words)
    {
        string[] all = [.. words.SelectMany(word => new[] { word, word.Replace('\n', ' '), PeoplesWords.Silent(word) }).Distinct().OrderByDescending(word => word.Length)];
        return Walked(JsonNode.Parse(json), all)?.ToJsonString(StoredShapes.Json) ?? json;
    }

    /// <summary>One text. Words are not looked for inside longer words.</summary>
    public static string In(string text, string word)
    {
        var opening = word[..Math.Min(word.Length, Opening)];
        StringBuilder? blackened = null;
        var kept = 0;
        for (var at = Next(0); at >= 0; at = Next(at))
        {
            var end = at + text.AsSpan(at).CommonPrefixLength(word);
            if (IsInsideAWord(at, end))
            {
                at++;
                continue;
            }
            (blackened ??= new StringBuilder()).Append(text, kept, at - kept).Append(Redaction.Mark);
            kept = at = end;
        }
        return blackened is null ? text : blackened.Append(text, kept, text.Length - kept).ToString();

        int Next(int from) => from >= text.Length ? -1 : text.IndexOf(opening, from, StringComparison.Ordinal);
        bool IsInsideAWord(int start, int end) =>
            (start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]))
            || (end - start == word.Length && end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]));
    }

    private static JsonNode? Walked(JsonNode? node, string[] words) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Walked(field.Value, words)))),
        JsonArray items => new JsonArray([.. items.Select(item => Walked(item, words))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(words.Aggregate(text, In)),
        _ => node?.DeepClone(),
    };
}
