using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>The rich_text block Slack's own clients put on what a person types. Formatting marks stay plain text.</summary>
internal static partial class RichText
{
    public static JsonArray From(string storedText, string blockId)
    {
        var elements = new JsonArray();
        var at = 0;
        foreach (Match match in Piece().Matches(storedText))
        {
            AddText(elements, storedText[at..match.Index]);
            elements.Add(Element(match));
            at = match.Index + match.Length;
        }

        AddText(elements, storedText[at..]);
        return
        [
            new JsonObject
            {
                ["type"] = "rich_text",
                ["block_id"] = blockId,
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = elements }),
            },
        ];
    }

    private static void AddText(JsonArray elements, string text)
    {
        if (text.Length > 0)
            elements.Add(new JsonObject { ["type"] = "text", ["text"] = SlackText.Unescape(text) });
    }

    private static JsonObject Element(Match match)
    {
        if (match.Groups["user"] is { Success: true } user)
            return new JsonObject { ["type"] = "user", ["user_id"] = user.Value };
        if (match.Groups["channel"] is { Success: true } channel)
            return new JsonObject { ["type"] = "channel", ["channel_id"] = channel.Value };
        if (match.Groups["range"] is { Success: true } range)
            return new JsonObject { ["type"] = "broadcast", ["range"] = range.Value };
        if (match.Groups["emoji"] is { Success: true } emoji)
            return new JsonObject { ["type"] = "emoji", ["name"] = emoji.Value };
        var link = new JsonObject { ["type"] = "link", ["url"] = SlackText.Unescape(match.Groups["url"].Value) };
        if (match.Groups["label"] is { Success: true } label)
            link["text"] = SlackText.Unescape(label.Value);
        return link;
    }

    [GeneratedRegex(@"<@(?<user>[UW][A-Z0-9]+)(?:\|[^>]*)?>|<#(?<channel>[CGD][A-Z0-9]+)(?:\|[^>]*)?>|<!(?<range>here|channel|everyone)(?:\|[^>]*)?>|<(?<url>(?:https?|mailto|tel|slack):[^|>]+)(?:\|(?<label>[^>]*))?>|:(?<emoji>[a-z0-9_+-]+(?:::skin-tone-[2-6])?):")]
    private static partial Regex Piece();
}
