using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Channels are made, named, described, archived and deleted. Callers check who may; this does it and tells the app.</summary>
internal static class ChannelLife
{
    public static Conversation CreateChannel(this SlackWorkspace workspace, string name, bool isPrivate, string creator)
    {
        ChannelNames.RequireGood(name);
        ChannelNames.RequireFree(workspace, name);
        var channel = workspace.Add(new Conversation
        {
            Id = workspace.Ids.Next("C"),
            Name = name,
            Kind = isPrivate ? ConversationKind.PrivateChannel : ConversationKind.PublicChannel,
            Creator = creator,
            Created = workspace.NowSeconds,
        });
        if (channel.IsPublic)
            workspace.Raise(Created(workspace, channel), channel);
        workspace.Join(channel, creator);
        return channel;
    }

    public static void Rename(this SlackWorkspace workspace, Conversation channel, string name, string by)
    {
        ChannelNames.RequireGood(name);
        ChannelNames.RequireFree(workspace, name, except: channel);
        if (channel.Name == name)
            return;
        var old = channel.Name;
        channel.PreviousNames.Insert(0, old);
        channel.Name = name;
        workspace.Changes.Everybody();
        workspace.Raise(
            new JsonObject
            {
                ["type"] = Twin(channel, "rename"),
                ["channel"] = new JsonObject
                {
                    ["id"] = channel.Id,
                    ["is_channel"] = true,
                    ["is_mpim"] = false,
                    ["name"] = name,
                    ["name_normalized"] = name,
                    ["created"] = channel.Created,
                },
                ["event_ts"] = workspace.EventTs(),
            },
            channel);
        workspace.Note(
            channel, by, "channel_name", $"<@{by}> has renamed the channel from \"{old}\" to \"{name}\"",
            new JsonObject { ["old_name"] = old, ["name"] = name });
    }

    public static void SetTopic(this SlackWorkspace workspace, Conversation channel, string topic, string by)
    {
        var stored = SlackText.Normalize(topic);
        channel.Topic = new Caption(stored, by, workspace.NowSeconds);
        workspace.Changes.In(channel);
        workspace.Note(
            channel, by, "channel_topic",
            stored.Length > 0 ? $"<@{by}> set the channel topic: {stored}" : $"<@{by}> cleared the channel topic",
            new JsonObject { ["topic"] = stored });
    }

    public static void SetPurpose(this SlackWorkspace workspace, Conversation channel, string purpose, string by)
    {
        var stored = SlackText.Normalize(purpose);
        channel.Purpose = new Caption(stored, by, workspace.NowSeconds);
        workspace.Changes.In(channel);
        workspace.Note(
            channel, by, "channel_purpose",
            stored.Length > 0 ? $"<@{by}> set the channel description: {stored}" : $"<@{by}> cleared the channel description",
            new JsonObject { ["purpose"] = stored });
    }

    public static void Archive(this SlackWorkspace workspace, Conversation channel, string by)
    {
        workspace.Note(channel, by, "channel_archive", $"<@{by}> archived the channel");
        channel.IsArchived = true;
        workspace.Changes.Everybody();
        workspace.Raise(Lifecycle(workspace, channel, "archive", by), channel);
    }

    /// <summary>Opens an archived channel again; who does it becomes a member (Slack docs: conversations.unarchive).</summary>
    public static void Unarchive(this SlackWorkspace workspace, Conversation channel, string by)
    {
        channel.IsArchived = false;
        workspace.Changes.Everybody();
        workspace.Raise(Lifecycle(workspace, channel, "unarchive", by), channel);
        workspace.Join(channel, by);
        workspace.Note(channel, by, "channel_unarchive", $"<@{by}> un-archived the channel");
    }

    public static void DeleteChannel(this SlackWorkspace workspace, Conversation channel)
    {
        workspace.Raise(
            new JsonObject { ["type"] = Twin(channel, "deleted"), ["channel"] = channel.Id, ["event_ts"] = workspace.EventTs() },
            channel);
        workspace.Conversations.Remove(channel.Id);
        workspace.Changes.Everybody();
    }

    private static string Twin(Conversation channel, string what) => channel.IsPublic ? $"channel_{what}" : $"group_{what}";

    /// <summary>Who did it is called otherwise in one of the four (seen in group_unarchive).</summary>
    private static JsonObject Lifecycle(SlackWorkspace workspace, Conversation channel, string what, string by) => new()
    {
        ["type"] = Twin(channel, what),
        ["channel"] = channel.Id,
        [Twin(channel, what) == "group_unarchive" ? "actor_id" : "user"] = by,
        ["event_ts"] = workspace.EventTs(),
    };

    private static JsonObject Created(SlackWorkspace workspace, Conversation channel) => new()
    {
        ["type"] = "channel_created",
        ["channel"] = new JsonObject
        {
            ["id"] = channel.Id,
            ["is_channel"] = true,
            ["name"] = channel.Name,
            ["name_normalized"] = channel.Name,
            ["created"] = channel.Created,
            ["creator"] = channel.Creator,
            ["is_shared"] = false,
            ["is_org_shared"] = false,
            ["context_team_id"] = workspace.TeamId,
        },
        ["event_ts"] = workspace.EventTs(),
    };
}
