using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>People and the bot come into channels and leave them.</summary>
internal static class Membership
{
    public static void Join(this SlackWorkspace workspace, Conversation channel, string userId, string? inviter = null)
    {
        if (channel.Has(userId))
            return;
        channel.Members.Add(userId);
        workspace.Changes.Everybody();

        var joined = new JsonObject
        {
            ["type"] = "member_joined_channel",
            ["user"] = userId,
            ["channel"] = channel.Id,
            ["channel_type"] = "C",
            ["team"] = workspace.TeamId,
        };
        if (inviter is not null)
            joined["inviter"] = inviter;
        joined["event_ts"] = workspace.EventTs();
        workspace.Raise(joined, channel);
        workspace.Note(
            channel, userId, "channel_join", $"<@{userId}> has joined the channel",
            inviter is null ? null : new JsonObject { ["inviter"] = inviter });
    }

    /// <param name="workspace">The workspace.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="userId">Who leaves.</param>
    /// <param name="removedBy">Who removed them; null when they left themselves.</param>
    public static void Leave(this SlackWorkspace workspace, Conversation channel, string userId, string? removedBy = null)
    {
        if (!channel.Has(userId))
            return;
        var left = new JsonObject
        {
            ["type"] = "member_left_channel",
            ["user"] = userId,
            ["channel"] = channel.Id,
            ["channel_type"] = "C",
            ["team"] = workspace.TeamId,
            ["event_ts"] = workspace.EventTs(),
        };
        workspace.Raise(left, channel);
        if (userId == workspace.Bot.Id)
        {
            var ours = new JsonObject { ["type"] = channel.IsPublic ? "channel_left" : "group_left", ["channel"] = channel.Id };
            if (removedBy is not null)
                ours["actor_id"] = removedBy;
            ours["event_ts"] = workspace.EventTs();
            workspace.Raise(ours, channel);
        }

        channel.Members.Remove(userId);
        workspace.Changes.Everybody();
        workspace.Note(channel, userId, "channel_leave", $"<@{userId}> has left the channel");
    }

    /// <summary>The direct conversation of two users, made when it is first needed.</summary>
    public static Conversation DirectBetween(this SlackWorkspace workspace, string one, string other)
    {
        var existing = workspace.Conversations.Values.FirstOrDefault(conversation =>
            conversation.Kind == ConversationKind.Direct && conversation.Has(one) && conversation.Has(other)
            && (one != other || conversation.Members.Count == 1));
        return existing ?? Open(workspace, ConversationKind.Direct, "D", "", [one, other]);
    }

    /// <summary>The group conversation of exactly these users, made when it is first needed.</summary>
    public static Conversation GroupOf(this SlackWorkspace workspace, IReadOnlyList<string> userIds)
    {
        var members = userIds.Distinct().ToList();
        var existing = workspace.Conversations.Values.FirstOrDefault(conversation =>
            conversation.Kind == ConversationKind.GroupDirect && conversation.Members.ToHashSet().SetEquals(members));
        var names = members.Select(id => workspace.People[id].Name).Order(StringComparer.Ordinal);
        return existing ?? Open(workspace, ConversationKind.GroupDirect, "G", $"mpdm-{string.Join("--", names)}-1", members);
    }

    private static Conversation Open(
        SlackWorkspace workspace, ConversationKind kind, string prefix, string name, IEnumerable<string> members)
    {
        var conversation = workspace.Add(new Conversation
        {
            Id = workspace.Ids.Next(prefix),
            Name = name,
            Kind = kind,
            Creator = members.First(),
            Created = workspace.NowSeconds,
        });
        conversation.Members.AddRange(members.Distinct());
        workspace.Changes.Everybody();
        return conversation;
    }
}
