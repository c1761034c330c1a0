using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Blocks;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>What a call says: text, blocks, attachments and metadata, checked and in stored form.</summary>
/// <param name="Text">Normalised; empty when there are only blocks.</param>
/// <param name="Blocks">Null when the argument was absent or an empty array.</param>
/// <param name="HasBlocksArgument">True also for an empty array, which removes blocks on an update.</param>
/// <param name="Attachments">Null when absent.</param>
/// <param name="Metadata">Null when absent; an empty object clears it on an update.</param>
internal sealed record MessageContent(
    string Text, JsonArray? Blocks, bool HasBlocksArgument, JsonArray? Attachments, JsonObject? Metadata)
{
    private const int LongestMarkdown = 12_000;
    private const int MostAttachments = 100;

    public bool IsEmpty => Text.Length == 0 && Blocks is null && Attachments is null;

    public static MessageContent Read(ApiCall call)
    {
        var arguments = call.Arguments;
        var text = arguments.Text("text") ?? "";
        var blocks = arguments.Structure("blocks", () => new Refusal("invalid_blocks_format"));
        if (blocks is not (null or JsonArray))
            throw new Refusal("invalid_blocks_format");
        var malformed = () => call.Documented("invalid_attachments", "attachments");
        var attachments = arguments.Structure("attachments", malformed);
        if (attachments is not (null or JsonArray))
            throw malformed();
        if (arguments.Text("markdown_text") is { Length: > 0 } markdown)
        {
            if (text.Length > 0 || blocks is JsonArray { Count: > 0 })
                throw new Refusal("markdown_text_conflict");
            if (markdown.Length > LongestMarkdown)
                throw new Refusal("msg_too_long");
            text = Markdown.ToMrkdwn(markdown);
        }

        return new MessageContent(
            SlackText.Normalize(text),
            BlockKit.ForMessage(blocks as JsonArray, call.Workspace.Ids),
            blocks is not null,
            Attached(attachments as JsonArray, call.Workspace.Ids, malformed),
            MetadataOf(arguments));
    }

    private static JsonArray? Attached(JsonArray? attachments, Ids ids, Func<Refusal> malformed)
    {
        if (attachments is null or { Count: 0 })
            return null;
        if (attachments.Count > MostAttachments)
            throw new Refusal("too_many_attachments");
        var stored = new JsonArray();
        foreach (var each in attachments)
        {
            // Live Slack refuses attachments that mix a title with blocks (java-slack-sdk chat_Test).
            if (each is not JsonObject attachment || (attachment["blocks"] is not null && attachment["title"] is not null))
                throw malformed();
            var copy = (JsonObject)attachment.DeepClone();
            copy["id"] = stored.Count + 1;
            if (attachment["blocks"] is { } blocks)
                copy["blocks"] = BlockKit.ForMessage(blocks as JsonArray ?? throw malformed(), ids);
            stored.Add(copy);
        }

        return stored;
    }

    /// <summary>Metadata is <c>{event_type, event_payload}</c> (Slack docs: Message metadata).</summary>
    private static JsonObject? MetadataOf(ApiArguments arguments)
    {
        var given = arguments.Structure("metadata", () => new Refusal("invalid_metadata_format"));
        if (given is null)
            return null;
        if (given is not JsonObject metadata)
            throw new Refusal("invalid_metadata_format");
        if (metadata.Count > 0
            && (metadata["event_type"]?.GetValueKind() != JsonValueKind.String || metadata["event_payload"] is not JsonObject
                || metadata.Any(field => field.Key is not ("event_type" or "event_payload"))))
            throw new Refusal("invalid_metadata_schema");
        return (JsonObject)metadata.DeepClone();
    }
}
