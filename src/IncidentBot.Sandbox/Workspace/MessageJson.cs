using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>The message object of history, events and interactions.</summary>
internal static class MessageJson
{
    /// <summary>Slack lists at most five authors of replies on a thread's parent (Slack docs: Retrieving messages).</summary>
    private const int ReplyUsersShown = 5;

    public static JsonObject ToJson(
        this Message message, SlackWorkspace workspace, Conversation conversation, bool withMetadata = false)
    {
        var json = new JsonObject { ["type"] = "message" };
        if (message.Subtype is not null)
            json["subtype"] = message.Subtype;
        if (message.User is not null)
            json["user"] = message.User;
        json["ts"] = message.Ts;
        if (message.ClientMessageId is not null)
            json["client_msg_id"] = message.ClientMessageId;
        if (message.BotId is not null)
            AddBot(json, message, workspace);
        json["text"] = message.Text;
        if (message.Subtype is null)
            AddTeams(json, message, workspace);
        if (message.Blocks is not null)
            json["blocks"] = message.Blocks.DeepClone();
        if (message.Attachments is not null)
            json["attachments"] = message.Attachments.DeepClone();
        if (message.Files.Count > 0)
            json["files"] = SharedFiles.OfMessage(workspace, message);
        if (message.EditedBy is not null)
            json["edited"] = new JsonObject { ["user"] = message.EditedBy, ["ts"] = message.EditedTs };
        AddThread(json, message, conversation);
        foreach (var (name, value) in message.Details ?? [])
            json[name] = value?.DeepClone();
        if (withMetadata && message.Metadata is not null)
            json["metadata"] = message.Metadata.DeepClone();
        if (message.Reactions.Count > 0)
            json["reactions"] = Reactions(message, workspace.Options.ReactionUsersShown);
        if (conversation.Pins.Find(pin => pin.Ts == message.Ts) is { } pin)
        {
            json["pinned_to"] = new JsonArray(conversation.Id);
            json["pinned_info"] = new JsonObject { ["channel"] = conversation.Id, ["pinned_by"] = pin.By, ["pinned_ts"] = pin.Created };
        }

        return json;
    }

    /// <summary>Slack may name fewer people than reacted; the count is right (Slack docs: reactions.get).</summary>
    public static JsonArray Reactions(Message message, int usersShown = int.MaxValue) =>
        new([.. message.Reactions.Select(reaction => new JsonObject
        {
            ["name"] = reaction.Name,
            ["users"] = new JsonArray([.. reaction.Users.Take(usersShown).Select(user => (JsonNode)user)]),
            ["count"] = reaction.Users.Count,
        })]);

    /// <summary>Who writes from another workspace is marked so (Slack docs: Slack Connect).</summary>
    private static void AddTeams(JsonObject json, Message message, SlackWorkspace workspace)
    {
        var home = message.User is { } user && workspace.People.TryGetValue(user, out var person) ? person.HomeTeam : null;
        json["team"] = home ?? workspace.TeamId;
        if (home is null)
            return;
        json["user_team"] = home;
        json["source_team"] = home;
    }

    private static void AddBot(JsonObject json, Message message, SlackWorkspace workspace)
    {
        json["bot_id"] = message.BotId;
        json["app_id"] = workspace.App.AppId;
        if (message.Username is not null)
            json["username"] = message.Username;
        if (message.Icons is not null)
            json["icons"] = message.Icons.DeepClone();
        if (message.Subtype is null)
        {
            json["bot_profile"] = new JsonObject
            {
                ["id"] = message.BotId,
                ["app_id"] = workspace.App.AppId,
                ["name"] = workspace.App.Manifest.Name,
                ["deleted"] = false,
                ["updated"] = workspace.Bot.Updated,
                ["team_id"] = workspace.TeamId,
            };
        }
    }

    private static void AddThread(JsonObject json, Message message, Conversation conversation)
    {
        if (message.IsReply)
        {
            json["thread_ts"] = message.ThreadTs;
            if (message.ParentUser is not null)
                json["parent_user_id"] = message.ParentUser;
            return;
        }

        var replies = conversation.Messages.RepliesTo(message.Ts);
        if (replies.Count == 0)
            return;
        var authors = replies.Select(reply => reply.User ?? reply.BotId!).Distinct().ToList();
        json["thread_ts"] = message.Ts;
        json["reply_count"] = replies.Count;
        json["reply_users_count"] = authors.Count;
        json["latest_reply"] = replies[^1].Ts;
        json["reply_users"] = new JsonArray([.. authors.Take(ReplyUsersShown).Select(author => (JsonNode)author)]);
        json["is_locked"] = false;
        json["subscribed"] = false;
    }
}
