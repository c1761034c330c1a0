using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Messages come, change and go.</summary>
internal static class Posting
{
    /// <summary>Adds a message to a conversation and tells the app. Its ts is set here; a reply is tied to its thread.</summary>
    public static Message Post(this SlackWorkspace workspace, Conversation conversation, Message message)
    {
        Message? root = null;
        if (message.ThreadTs is not null)
        {
            root = conversation.Messages.Find(message.ThreadTs) ?? throw new Refusal("cannot_reply_to_message");
            if (root.IsReply)
                root = conversation.Messages.Find(root.ThreadTs!) ?? root;
            message.ThreadTs = root.Ts;
            message.ParentUser = root.User;
            if (message.IsBroadcast)
                message.Subtype ??= "thread_broadcast";
        }

        message.Ts = conversation.Messages.NextTs(workspace.Now);
        conversation.Messages.Add(message);
        conversation.IsClosed = false;
        workspace.Changes.In(conversation);

        var happened = Event(conversation, message.ToJson(workspace, conversation));
        if (message.IsBroadcast && root is not null)
            happened["root"] = root.ToJson(workspace, conversation);
        workspace.Raise(happened, conversation);
        if (message.User != workspace.Bot.Id && message.Subtype is null && SlackText.Mentions(message.Text, workspace.Bot.Id))
            workspace.Raise(Mention(workspace, conversation, message), conversation);
        return message;
    }

    /// <summary>What a person types: normalised, with the rich_text block their client adds.</summary>
    public static Message PostAs(
        this SlackWorkspace workspace, Person person, Conversation conversation, string text, string? threadTs, bool broadcast)
    {
        var stored = SlackText.Normalize(text);
        return workspace.Post(conversation, new Message
        {
            User = person.Id,
            Text = stored,
            Blocks = RichText.From(stored, workspace.Ids.Token(5)),
            ClientMessageId = workspace.Ids.ClientMessageId(),
            ThreadTs = threadTs,
            IsBroadcast = broadcast && threadTs is not null,
        });
    }

    /// <summary>What Slack itself writes into a channel when something happens to it.</summary>
    public static void Note(
        this SlackWorkspace workspace, Conversation conversation, string userId, string subtype, string text, JsonObject? details = null) =>
        workspace.Post(conversation, new Message { User = userId, Subtype = subtype, Text = text, Details = details });

    /// <summary>Changes a message in place and tells the app what it was before.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conversation">Where the message is.</param>
    /// <param name="message">The message.</param>
    /// <param name="change">Changes its content.</param>
    /// <param name="editedBy">Who shows as editor; null leaves no trace of an edit.</param>
    public static void Edit(
        this SlackWorkspace workspace, Conversation conversation, Message message, Action<Message> change, string? editedBy)
    {
        var before = message.ToJson(workspace, conversation);
        change(message);
        var ts = conversation.Messages.NextTs(workspace.Now);
        if (editedBy is not null)
        {
            message.EditedBy = editedBy;
            message.EditedTs = $"{ts.Split('.')[0]}.000000";
        }

        workspace.Changes.In(conversation);
        workspace.Raise(
            new JsonObject
            {
                ["type"] = "message",
                ["subtype"] = "message_changed",
                ["message"] = message.ToJson(workspace, conversation),
                ["previous_message"] = before,
                ["channel"] = conversation.Id,
                ["hidden"] = true,
                ["ts"] = ts,
                ["event_ts"] = ts,
                ["channel_type"] = conversation.EventType,
            },
            conversation);
    }

    /// <summary>
    /// Removes a message. The parent of a thread stays as a tombstone and is reported as changed, as issue reports tell of
    /// Slack; everything else is reported as deleted.
    /// </summary>
    public static void Delete(this SlackWorkspace workspace, Conversation conversation, Message message)
    {
        conversation.Pins.RemoveAll(pin => pin.Ts == message.Ts);
        if (conversation.Messages.RepliesTo(message.Ts).Count > 0)
        {
            workspace.Edit(
                conversation,
                message,
                tombstone =>
                {
                    tombstone.Subtype = "tombstone";
                    tombstone.Text = "This message was deleted.";
                    tombstone.Blocks = null;
                    tombstone.Attachments = null;
                    tombstone.Reactions.Clear();
                },
                editedBy: null);
            return;
        }

        var before = message.ToJson(workspace, conversation);
        conversation.Messages.Remove(message);
        workspace.Changes.In(conversation);
        var ts = conversation.Messages.NextTs(workspace.Now);
        workspace.Raise(
            new JsonObject
            {
                ["type"] = "message",
                ["subtype"] = "message_deleted",
                ["previous_message"] = before,
                ["channel"] = conversation.Id,
                ["hidden"] = true,
                ["deleted_ts"] = message.Ts,
                ["event_ts"] = ts,
                ["ts"] = ts,
                ["channel_type"] = conversation.EventType,
            },
            conversation);
    }

    private static JsonObject Event(Conversation conversation, JsonObject message)
    {
        message["channel"] = conversation.Id;
        message["event_ts"] = (string)message["ts"]!;
        message["channel_type"] = conversation.EventType;
        return message;
    }

    private static JsonObject Mention(SlackWorkspace workspace, Conversation conversation, Message message)
    {
        var mention = message.ToJson(workspace, conversation);
        mention["type"] = "app_mention";
        mention["channel"] = conversation.Id;
        mention["event_ts"] = message.Ts;
        return mention;
    }
}
