using System.Text.Json.Nodes;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Messaging;

/// <summary>
/// Takes words out of a stored request, fact or effect. Only what people wrote and read is looked at: texts, titles, names of
/// files, what was typed into a field, and what stands behind the word of a command line. What tells a program what to do stays.
/// </summary>
/// <param name="blacken">What becomes of a text.</param>
/// <param name="ts">The message whose words go wherever it is quoted, whatever they are; null where there is none.</param>
internal sealed class BlackenedJson(Func<string, string> blacken, string? ts)
{
    private static readonly HashSet<string> Said = new(StringComparer.OrdinalIgnoreCase)
    {
        "text", "title", "fallback", "pretext", "initial_value", "alt_text", "footer", "plain_text", "topic", "preview", "preview_plain_text",
    };

    /// <summary>Command lines, such as a button types: the word and the number in front of it are ours.</summary>
    private static readonly HashSet<string> Typed = new(StringComparer.OrdinalIgnoreCase) { "action_id", "line" };

    /// <summary>What a form remembers, as JSON.</summary>
    private static readonly HashSet<string> Remembered = new(StringComparer.OrdinalIgnoreCase) { "private_metadata", "remembered" };

    private bool changed;

    /// <summary>The same JSON without the words; the same object where they are not in it.</summary>
    public string In(string json)
    {
        var node = JsonNode.Parse(json);
        changed = false;
        Walk(node);
        return changed ? node!.ToJsonString(StoredShapes.Json) : json;
    }

    private void Walk(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                    Walk(item);
                break;
            case JsonObject fields when ts is not null && Text(fields, "ts", "Ts") == ts:
                WalkWholly(fields);
                break;
            case JsonObject fields:
                var said = Text(fields, "text");
                foreach (var (name, value) in fields.ToList())
                    WalkField(fields, name, value);
                // What is one text here stands in pieces in the blocks of the same message, where some of it is bold.
                if (fields.ContainsKey("ts") && fields["blocks"] is { } pieces && Text(fields, "text") != said)
                    WalkWholly(pieces);
                break;
        }
    }

    private void WalkWholly(JsonNode node)
    {
        var wholly = new BlackenedJson(text => text.Length == 0 ? text : Redaction.Mark, null);
        wholly.Walk(node);
        changed |= wholly.changed;
    }

    private void WalkField(JsonObject fields, string name, JsonNode? value)
    {
        if (value is not JsonValue known || !known.TryGetValue<string>(out var text))
        {
            Walk(value);
            return;
        }
        var without = Said.Contains(name) || IsFileName(fields, name) ? blacken(text)
            : Typed.Contains(name) ? InLine(text)
            : name.Equals("value", StringComparison.OrdinalIgnoreCase) ? IsOfAControl(fields) ? InLine(text) : blacken(text)
            : Remembered.Contains(name) && text.StartsWith('{') ? InNested(text)
            : text;
        if (without == text)
            return;
        fields[name] = without;
        changed = true;
    }

    private string InLine(string line)
    {
        var word = line.IndexOf(' ', StringComparison.Ordinal) + 1;
        if (line.StartsWith('#') || line.Contains(":#", StringComparison.Ordinal))
            word = word == 0 ? 0 : line.IndexOf(' ', word) + 1;
        return word == 0 ? line : line[..word] + blacken(line[word..]);
    }

    private string InNested(string json) => new BlackenedJson(blacken, ts).In(json);

    private static string? Text(JsonObject fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields[name] is JsonValue value && value.TryGetValue<string>(out var text))
                return text;
        }
        return null;
    }

    private static bool IsFileName(JsonObject fields, string name) =>
        name.Equals("name", StringComparison.OrdinalIgnoreCase) && (fields.ContainsKey("size") || fields.ContainsKey("Size"));

    /// <summary>Buttons and options carry a label; a field that was filled in carries only what was typed.</summary>
    private static bool IsOfAControl(JsonObject fields) => fields.ContainsKey("text") || fields.ContainsKey("action_id");
}
