using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Views;

/// <summary>What every view keeps: Slack's limits, and people's words as words.</summary>
internal static partial class ViewRules
{
    /// <summary>One sentence for everything that is wrong with a message; empty when all is well.</summary>
    public static IReadOnlyList<string> Broken(MessageContent content, int longestText = BlockLimits.MessageTextKept) =>
    [
        .. BlockLimits.Violations(content.Blocks),
        .. content.Text.Length is 0 || content.Text.Length > longestText ? [$"The text has {content.Text.Length} characters; 1 to {longestText} are allowed."] : Array.Empty<string>(),
        .. Markup(content.Text),
        .. Markup(content.Blocks.Select(block => (object)block)),
    ];

    public static IReadOnlyList<string> Broken(ModalViewDefinition view) => [.. BlockLimits.Violations(view), .. Markup([view])];

    public static IReadOnlyList<string> Broken(HomeViewDefinition view) => [.. BlockLimits.Violations(view), .. Markup([view])];

    /// <summary>Every text people read of a message, plain and formatted.</summary>
    public static IEnumerable<string> Shown(MessageContent content) => [content.Text, .. Shown(content.Blocks)];

    public static IEnumerable<string> Shown(IEnumerable<object> parts) =>
        parts.SelectMany(part => Texts(JsonNode.Parse(SlackJson.Serialize(part))!, "mrkdwn", "plain_text"));

    private static IEnumerable<string> Markup(IEnumerable<object> parts) =>
        parts.SelectMany(part => Texts(JsonNode.Parse(SlackJson.Serialize(part))!, "mrkdwn")).SelectMany(Markup);

    private static IEnumerable<string> Markup(string mrkdwn)
    {
        if (BareAngle().Match(mrkdwn) is { Success: true } angle)
            yield return $"\"{angle.Value}\" is neither a mention nor a link nor a date; write &lt;.";
        if (BareAmpersand().Match(mrkdwn) is { Success: true } ampersand)
            yield return $"\"{ampersand.Value}\" is not escaped.";
    }

    private static IEnumerable<string> Texts(JsonNode? node, params string[] types) => node switch
    {
        JsonObject map when map["type"] is JsonValue type && types.Contains((string?)type) => [(string)map["text"]!],
        JsonObject map => map.SelectMany(field => Texts(field.Value, types)),
        JsonArray list => list.SelectMany(each => Texts(each, types)),
        _ => [],
    };

    [GeneratedRegex(@"<(?!@[UW]|#[CG]|!date\^|!subteam\^S|https?:|mailto:).{0,20}", RegexOptions.Singleline)]
    private static partial Regex BareAngle();

    [GeneratedRegex("&(?!amp;|lt;|gt;).{0,10}", RegexOptions.Singleline)]
    private static partial Regex BareAmpersand();
}
