using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Blocks;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>
/// What a message sent to a response_url, or as the answer to a command, does (Slack docs: Handling user interaction): a new
/// message, ephemeral unless in_channel is said, or a change of the message the component sat on. An ephemeral message never
/// becomes a public one.
/// </summary>
internal static class ResponseMessages
{
    private static readonly HashSet<string> Known =
    [
        "text", "blocks", "attachments", "response_type", "thread_ts", "replace_original", "delete_original", "mrkdwn",
        "unfurl_links", "unfurl_media",
    ];

    public static void Apply(SlackWorkspace workspace, ResponseTarget target, JsonObject body)
    {
        if (body.FirstOrDefault(field => !Known.Contains(field.Key)) is { Key: not null } unknown)
            throw new NotModelled($"the field {unknown.Key} of response messages");
        if (!workspace.Conversations.TryGetValue(target.ChannelId, out var conversation))
            throw new Refusal("channel_not_found");

        var text = SlackText.Normalize((body["text"] as JsonValue)?.ToString() ?? "");
        var blocks = BlockKit.ForMessage(Blocks(body["blocks"]), workspace.Ids);
        var attachments = body["attachments"] as JsonArray;
        var hasContent = text.Length > 0 || blocks is not null || attachments is { Count: > 0 };
        var deletes = Flag(body["delete_original"]);
        if (!hasContent && !deletes)
            throw new Refusal("no_text");

        if (deletes)
            DeleteSource(workspace, conversation, target);
        if (!hasContent)
            return;
        if (Flag(body["replace_original"]) && !deletes && ReplaceSource(workspace, conversation, target, text, blocks))
            return;

        var isPublic = (body["response_type"] as JsonValue)?.ToString() == "in_channel";
        var message = new Message
        {
            BotId = workspace.App.BotId,
            Subtype = "bot_message",
            Text = text,
            Blocks = blocks,
            Attachments = attachments?.DeepClone() as JsonArray,
            ThreadTs = isPublic ? (body["thread_ts"] as JsonValue)?.ToString() : target.ThreadTs,
        };
        if (isPublic)
            workspace.Post(conversation, message);
        else
            workspace.Whisper(conversation, target.UserId, message);
    }

    private static JsonArray? Blocks(JsonNode? blocks) => blocks switch
    {
        null => null,
        JsonArray array => array,
        JsonValue text when text.GetValueKind() == JsonValueKind.String && Parsed((string)text!) is { } array => array,
        _ => throw new Refusal("invalid_blocks_format"),
    };

    private static JsonArray? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Slack's own examples write these as booleans and as strings.</summary>
    private static bool Flag(JsonNode? flag) => flag?.ToString() is "true" or "True";

    private static void DeleteSource(SlackWorkspace workspace, Conversation conversation, ResponseTarget target)
    {
        if (target.SourceTs is null)
            return;
        if (target.SourceIsEphemeral)
            workspace.RemoveEphemeral(conversation, target.UserId, target.SourceTs);
        else if (conversation.Messages.Find(target.SourceTs) is { } source)
            workspace.Delete(conversation, source);
    }

    /// <summary>A command has no original: its response_url then posts something new.</summary>
    private static bool ReplaceSource(
        SlackWorkspace workspace, Conversation conversation, ResponseTarget target, string text, JsonArray? blocks)
    {
        if (target.SourceTs is null)
            return false;
        if (target.SourceIsEphemeral)
        {
            if (conversation.FindEphemeral(target.UserId, target.SourceTs) is not { } whisper)
                return false;
            whisper.Text = text;
            whisper.Blocks = blocks;
            workspace.Changes.Person(target.UserId);
            return true;
        }

        if (conversation.Messages.Find(target.SourceTs) is not { } source)
            return false;
        workspace.Edit(
            conversation,
            source,
            changed =>
            {
                changed.Text = text;
                changed.Blocks = blocks;
            },
            editedBy: null);
        return true;
    }
}
