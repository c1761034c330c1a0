using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Messaging;

/// <summary>
/// What people read in the blocks of somebody's message, as mrkdwn and in order. Blocks of others may be of any kind, newer
/// ones than we know among them: what has no words for us says nothing (Slack docs: Block Kit, blocks; rich text).
/// </summary>
internal static class BlockWords
{
    /// <summary>Each block's words, and each field's, as a piece of their own.</summary>
    /// <param name="blocks">The message's <c>blocks</c>.</param>
    public static IEnumerable<string> Of(JsonElement? blocks) =>
        Items(blocks).SelectMany(Block).Select(words => words.Trim()).Where(words => words.Length > 0);

    /// <summary>Text that means nothing but itself. Slack may have escaped it already.</summary>
    public static string Plain(string text) => Mrkdwn.Escape(Mrkdwn.Unescape(text));

    private static IEnumerable<string> Block(JsonElement block) => Type(block) switch
    {
        "header" => [Text(Part(block, "text"))],
        "section" => Items(Part(block, "fields")).Select(field => Text(field)).Prepend(Text(Part(block, "text"))),
        "context" => [string.Join(" ", Items(Part(block, "elements")).Select(element => Text(element)).Where(words => words.Length > 0))],
        "markdown" => [String(block, "text")],
        "image" or "video" => [Text(Part(block, "title"))],
        "rich_text" => Items(Part(block, "elements")).Select(Rich),
        _ => [],
    };

    private static string Rich(JsonElement part) => Type(part) switch
    {
        "rich_text_list" => string.Join('\n', Items(Part(part, "elements")).Select(item => $"• {Rich(item)}")),
        "rich_text_section" or "rich_text_preformatted" or "rich_text_quote" => string.Concat(Items(Part(part, "elements")).Select(Inline)),
        _ => "",
    };

    private static string Inline(JsonElement element) => Type(element) switch
    {
        "text" => Plain(String(element, "text")),
        "link" => Mrkdwn.Link(Mrkdwn.Unescape(String(element, "url")), Mrkdwn.Unescape(String(element, "text"))),
        "user" => $"<@{Plain(String(element, "user_id"))}>",
        "channel" => $"<#{Plain(String(element, "channel_id"))}>",
        "usergroup" => $"<!subteam^{Plain(String(element, "usergroup_id"))}>",
        "broadcast" => $"<!{Plain(String(element, "range"))}>",
        "emoji" => $":{Plain(String(element, "name"))}:",
        "date" => Plain(String(element, "fallback")),
        "color" => Plain(String(element, "value")),
        _ => "",
    };

    private static string Text(JsonElement? text) => text is not { ValueKind: JsonValueKind.Object } words ? "" : Type(words) switch
    {
        "mrkdwn" => String(words, "text"),
        "plain_text" => Plain(String(words, "text")),
        _ => "",
    };

    private static IEnumerable<JsonElement> Items(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static JsonElement? Part(JsonElement of, string name) => of.TryGetProperty(name, out var part) ? part : null;

    private static string Type(JsonElement of) => String(of, "type");

    private static string String(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
