using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Blocks;

/// <summary>Accepts blocks and views the way Slack does: all or nothing, with every complaint, and completed with ids.</summary>
internal static class BlockKit
{
    private const int MostInMessage = 50;
    private const int MostInView = 100;
    private const int LargestView = 250_000;

    private static readonly Shape Modal = new(
        new Dictionary<string, Rule>
        {
            ["title"] = Rules.PlainText(24),
            ["submit"] = Rules.PlainText(24),
            ["close"] = Rules.PlainText(24),
            ["blocks"] = Rules.Anything,
            ["private_metadata"] = Rules.Words(3000, shortest: 0),
            ["callback_id"] = Rules.Words(255, shortest: 0),
            ["external_id"] = Rules.Words(255, shortest: 0),
            ["clear_on_close"] = Rules.Flag,
            ["notify_on_close"] = Rules.Flag,
            ["submit_disabled"] = Rules.Flag,
        },
        "title", "blocks");

    private static readonly Shape Home = new(
        new Dictionary<string, Rule>
        {
            ["blocks"] = Rules.Anything,
            ["private_metadata"] = Rules.Words(3000, shortest: 0),
            ["callback_id"] = Rules.Words(255, shortest: 0),
            ["external_id"] = Rules.Words(255, shortest: 0),
        },
        "blocks");

    /// <summary>The blocks of a message, ready to be stored; an empty array means none.</summary>
    public static JsonArray? ForMessage(JsonArray? blocks, Ids ids)
    {
        if (blocks is null)
            return null;
        var checker = new Checker(Surface.Message);
        BlockShapes.Check(checker, blocks, "/blocks", MostInMessage);
        if (checker.Messages.Count > 0)
            throw Refusal.InvalidBlocks(checker.Messages);
        return blocks.Count == 0 ? null : Complete(blocks, ids);
    }

    /// <summary>A view's definition, ready to be stored. Malformed views are invalid_arguments with every method (live Slack).</summary>
    public static JsonObject ForView(JsonObject view, string expectedType, Ids ids)
    {
        if (JsonSerializer.SerializeToUtf8Bytes(view).Length > LargestView)
            throw new Refusal("view_too_large");
        var type = (view["type"] as JsonValue)?.ToString();
        if (type != expectedType)
            throw Refusal.InvalidArguments(type is null
                ? "missing required field: type [json-pointer:/view]"
                : $"must be one of: {expectedType} [json-pointer:/view/type]");

        var checker = new Checker(type == "home" ? Surface.Home : Surface.Modal);
        checker.Against(type == "home" ? Home : Modal, view, "/view", "type");
        if (view["blocks"] is JsonArray blocks)
        {
            BlockShapes.Check(checker, blocks, "/view/blocks", MostInView);
            if (type == "modal" && view["submit"] is null && blocks.Any(block => (block?["type"] as JsonValue)?.ToString() == "input"))
                checker.Wrong("missing required field: submit", "/view");
        }
        else if (view["blocks"] is not null)
        {
            checker.Wrong("must be an array", "/view/blocks");
        }

        if (checker.Messages.Count > 0)
            throw Refusal.InvalidArguments(checker.Messages);
        var stored = (JsonObject)view.DeepClone();
        stored["blocks"] = Complete((JsonArray)view["blocks"]!, ids);
        return stored;
    }

    private static JsonArray Complete(JsonArray blocks, Ids ids)
    {
        var stored = (JsonArray)blocks.DeepClone();
        foreach (var block in stored.OfType<JsonObject>())
        {
            if (block["block_id"] is null)
                block["block_id"] = ids.Token(5);
            CompleteActionIds(block, ids);
            CompleteTexts(block);
        }

        return stored;
    }

    private static void CompleteActionIds(JsonObject block, Ids ids)
    {
        var elements = (string)block["type"]! == "actions" ? (JsonArray)block["elements"]! : [];
        foreach (var element in elements.Append(block["accessory"]).Append(block["element"]).OfType<JsonObject>())
        {
            if ((string)element["type"]! != "image" && element["action_id"] is null)
                element["action_id"] = ids.Token(5);
        }
    }

    /// <summary>Slack hands text objects back with their default flags written out.</summary>
    private static void CompleteTexts(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                    CompleteTexts(item);
                break;
            case JsonObject thing:
                if (thing["text"] is JsonValue && (thing["type"] as JsonValue)?.ToString() is { } type)
                {
                    if (type == "mrkdwn" && thing["verbatim"] is null)
                        thing["verbatim"] = false;
                    else if (type == "plain_text" && thing["emoji"] is null)
                        thing["emoji"] = true;
                }

                foreach (var (_, value) in thing.ToList())
                    CompleteTexts(value);
                break;
        }
    }
}
