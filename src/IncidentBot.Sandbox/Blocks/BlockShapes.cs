using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Blocks;

/// <summary>The blocks (Slack docs: Block Kit, blocks).</summary>
internal static class BlockShapes
{
    private static readonly string[] Pickers =
    [
        "static_select", "multi_static_select", "users_select", "multi_users_select", "conversations_select",
        "multi_conversations_select", "channels_select", "multi_channels_select", "external_select", "multi_external_select",
        "checkboxes", "radio_buttons", "datepicker", "timepicker", "datetimepicker",
    ];

    private static readonly string[] Buttons = ["button", "overflow", "workflow_button"];

    private static readonly string[] MessageInputs =
        [.. Pickers, "plain_text_input", "email_text_input", "url_text_input", "number_input"];

    private static readonly Rule MessageInput = ElementShapes.Of(MessageInputs);

    private static readonly Rule ViewInput = ElementShapes.Of([.. MessageInputs, "rich_text_input", "file_input"]);

    private static readonly Rule ContextImage = ElementShapes.Of("image");

    private static readonly Rule ContextText = Rules.AnyText(3000);

    private static readonly Dictionary<string, Shape> Known = new()
    {
        ["section"] = Shape(new()
        {
            ["text"] = Rules.AnyText(3000),
            ["fields"] = Rules.Several(Rules.AnyText(2000), 10),
            ["accessory"] = ElementShapes.Of([.. Pickers, .. Buttons, "image"]),
            ["expand"] = Rules.Flag,
        }),
        ["header"] = Shape(new() { ["text"] = Rules.PlainText(150) }, "text"),
        ["divider"] = Shape([]),
        ["context"] = Shape(new() { ["elements"] = Rules.Several(ContextElement, 10) }, "elements"),
        ["actions"] = Shape(new() { ["elements"] = Rules.Several(ElementShapes.Of([.. Pickers, .. Buttons]), 25) }, "elements"),
        ["image"] = Shape(
            new()
            {
                ["image_url"] = Rules.Words(3000),
                ["alt_text"] = Rules.Words(2000),
                ["title"] = Rules.PlainText(2000),
                ["slack_file"] = Checker.Unmodelled("images from Slack files"),
            },
            "image_url", "alt_text"),
        ["input"] = Shape(
            new()
            {
                ["label"] = Rules.PlainText(2000),
                ["element"] = (checker, value, at) => (checker.Surface == Surface.Message ? MessageInput : ViewInput)(checker, value, at),
                ["hint"] = Rules.PlainText(2000),
                ["optional"] = Rules.Flag,
                ["dispatch_action"] = Rules.Flag,
            },
            "label", "element"),
        ["rich_text"] = Shape(new() { ["elements"] = Rules.Several(Rules.Anything, 1000, least: 0) }, "elements"),
        ["markdown"] = Shape(new() { ["text"] = Rules.Words(12_000) }, "text"),
    };

    private static readonly HashSet<string> Unmodelled =
        ["video", "file", "call", "table", "context_actions", "share_shortcut", "task_card", "plan", "card", "carousel", "alert"];

    public static void Check(Checker checker, JsonArray blocks, string at, int most)
    {
        if (blocks.Count > most)
            checker.Wrong($"no more than {most} items allowed", at);
        for (var index = 0; index < blocks.Count; index++)
        {
            checker.NextBlock();
            var pointer = $"{at}/{index}";
            checker.Object(blocks[index], pointer, type => ShapeOf(type, checker.Surface));
            if (blocks[index] is JsonObject section && (section["type"] as JsonValue)?.ToString() == "section"
                && section["text"] is null && section["fields"] is null)
                checker.Wrong("missing required field: text", pointer);
        }
    }

    private static Shape? ShapeOf(string type, Surface surface)
    {
        if (Unmodelled.Contains(type))
            throw new NotModelled($"the block {type}");
        if (type == "markdown" && surface != Surface.Message)
            return null;
        return Known.GetValueOrDefault(type);
    }

    private static Shape Shape(Dictionary<string, Rule> properties, params string[] required)
    {
        properties["block_id"] = Rules.BlockId;
        return new Shape(properties, required);
    }

    private static void ContextElement(Checker checker, JsonNode? value, string at)
    {
        var isImage = value is JsonObject element && (element["type"] as JsonValue)?.ToString() == "image";
        (isImage ? ContextImage : ContextText)(checker, value, at);
    }
}
