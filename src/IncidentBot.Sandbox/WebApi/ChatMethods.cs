using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>chat.postMessage</c>, <c>chat.update</c>, <c>chat.delete</c>, <c>chat.getPermalink</c></summary>
internal static class ChatMethods
{
    /// <summary>Longer texts of new messages are cut off, not refused (Slack docs: chat.postMessage).</summary>
    private const int CutOffAt = 40_000;

    private const int LongestUpdate = 4_000;

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new(
            "chat.postMessage",
            ["channel", "text", "blocks", "attachments", "markdown_text", "metadata", "thread_ts", "reply_broadcast", "unfurl_links", "unfurl_media", "mrkdwn", "username", "icon_emoji", "icon_url"],
            PostMessage),
        new("chat.update", ["channel", "ts", "text", "blocks", "attachments", "markdown_text", "metadata"], Update),
        new("chat.delete", ["channel", "ts"], Delete),
        new("chat.getPermalink", ["channel", "message_ts"], GetPermalink),
    ];

    private static JsonObject PostMessage(ApiCall call)
    {
        var conversation = Destination(call);
        var content = MessageContent.Read(call);
        if (content.IsEmpty)
            throw new Refusal("no_text");
        if (conversation.IsArchived)
            throw new Refusal("is_archived");

        var message = call.Workspace.Post(conversation, Draft(call, content));
        return new JsonObject
        {
            ["channel"] = conversation.Id,
            ["ts"] = message.Ts,
            ["message"] = message.ToJson(call.Workspace, conversation, withMetadata: true),
        };
    }

    private static Message Draft(ApiCall call, MessageContent content)
    {
        var username = call.Text("username");
        var icons = Icons(call);
        var isCustomised = username is not null || icons is not null;
        if (isCustomised)
            call.RequireScope("chat:write.customize");
        return new Message
        {
            User = isCustomised ? null : call.Bot.Id,
            BotId = call.Workspace.App.BotId,
            Subtype = isCustomised ? "bot_message" : null,
            Username = isCustomised ? username ?? call.Bot.Name : null,
            Icons = icons,
            Text = content.Text.Length > CutOffAt ? content.Text[..CutOffAt] : content.Text,
            Blocks = content.Blocks,
            Attachments = content.Attachments,
            Metadata = content.Metadata is { Count: > 0 } metadata ? metadata : null,
            ThreadTs = call.Text("thread_ts") is { Length: > 0 } thread ? thread : null,
            IsBroadcast = call.Arguments.Flag("reply_broadcast") && call.Text("thread_ts") is { Length: > 0 },
        };
    }

    private static JsonObject? Icons(ApiCall call)
    {
        if (call.Text("icon_emoji") is { Length: > 0 } emoji)
            return new JsonObject { ["emoji"] = emoji };
        return call.Text("icon_url") is { Length: > 0 } url ? new JsonObject { ["image_64"] = url } : null;
    }

    /// <summary>A user id opens the direct message; public channels can be posted to from outside with chat:write.public.</summary>
    public static Conversation Destination(ApiCall call)
    {
        var id = call.Required("channel");
        if (call.Workspace.People.TryGetValue(id, out var person) && !person.IsDeleted && id != call.Bot.Id)
            return call.Workspace.DirectBetween(call.Bot.Id, id);
        var conversation = call.Conversation();
        if (!conversation.Has(call.Bot.Id) && !call.Workspace.App.Has("chat:write.public"))
            throw new Refusal("not_in_channel");
        return conversation;
    }

    private static JsonObject Update(ApiCall call)
    {
        var conversation = call.Conversation();
        var ts = call.Required("ts");
        var content = MessageContent.Read(call);
        var message = conversation.Messages.Find(ts) ?? throw new Refusal("message_not_found");
        if (message.BotId is null)
            throw new Refusal("cant_update_message");
        if (conversation.IsArchived)
            throw new Refusal("is_inactive");
        if (content.Text.Length > LongestUpdate)
            throw new Refusal("msg_too_long");
        if (content.IsEmpty && content.Metadata is null)
            throw new Refusal("no_text");

        call.Workspace.Edit(
            conversation,
            message,
            changed =>
            {
                changed.Text = content.Text;
                changed.Blocks = content.Blocks;
                if (content.Attachments is not null)
                    changed.Attachments = content.Attachments;
                if (content.Metadata is not null)
                    changed.Metadata = content.Metadata.Count > 0 ? content.Metadata : null;
            },
            editedBy: content.Blocks is null ? call.Bot.Id : null);
        return new JsonObject
        {
            ["channel"] = conversation.Id,
            ["ts"] = message.Ts,
            ["text"] = message.Text,
            ["message"] = message.ToJson(call.Workspace, conversation, withMetadata: true),
        };
    }

    private static JsonObject Delete(ApiCall call)
    {
        var conversation = call.Conversation();
        var message = call.Message(conversation, "ts");
        if (message.BotId is null)
            throw new Refusal("cant_delete_message");
        call.Workspace.Delete(conversation, message);
        return new JsonObject { ["channel"] = conversation.Id, ["ts"] = message.Ts };
    }

    private static JsonObject GetPermalink(ApiCall call)
    {
        var conversation = call.Conversation();
        var message = call.Message(conversation, "message_ts");
        return new JsonObject { ["channel"] = conversation.Id, ["permalink"] = Permalinks.To(call.Workspace, conversation, message) };
    }
}
