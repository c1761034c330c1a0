using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Emoji reactions.</summary>
internal static class Reacting
{
    public static void React(this SlackWorkspace workspace, Conversation conversation, Message message, string userId, string name)
    {
        var stored = EmojiNames.Canonical(name) ?? throw new Refusal("invalid_name");
        var reaction = message.Reactions.Find(each => each.Name == stored);
        if (reaction is not null && reaction.Users.Contains(userId))
            throw new Refusal("already_reacted");
        if (reaction is null)
            message.Reactions.Add(reaction = new Reaction(stored, []));
        reaction.Users.Add(userId);
        workspace.Changes.In(conversation);
        workspace.Raise(Happened(workspace, "reaction_added", conversation, message, userId, stored), conversation);
    }

    public static void Unreact(this SlackWorkspace workspace, Conversation conversation, Message message, string userId, string name)
    {
        var stored = EmojiNames.Canonical(name) ?? throw new Refusal("invalid_name");
        var reaction = message.Reactions.Find(each => each.Name == stored);
        if (reaction is null || !reaction.Users.Remove(userId))
            throw new Refusal("no_reaction");
        if (reaction.Users.Count == 0)
            message.Reactions.Remove(reaction);
        workspace.Changes.In(conversation);
        workspace.Raise(Happened(workspace, "reaction_removed", conversation, message, userId, stored), conversation);
    }

    /// <summary>Messages of webhooks and response_urls have no user, and so their reactions no item_user (Slack docs: reaction_added).</summary>
    private static JsonObject Happened(
        SlackWorkspace workspace, string type, Conversation conversation, Message message, string userId, string name)
    {
        var happened = new JsonObject
        {
            ["type"] = type,
            ["user"] = userId,
            ["reaction"] = name,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = conversation.Id, ["ts"] = message.Ts },
        };
        if (message.User is not null)
            happened["item_user"] = message.User;
        happened["event_ts"] = workspace.EventTs();
        return happened;
    }
}
