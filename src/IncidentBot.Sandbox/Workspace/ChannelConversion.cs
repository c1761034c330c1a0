using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>A channel keeps its people and messages and becomes private, or is known by another id.</summary>
internal static class ChannelConversion
{
    /// <summary>Slack tells of it only by the line it writes into the channel (Slack docs: message event, channel_convert_to_private).</summary>
    public static void MakePrivate(this SlackWorkspace workspace, Conversation channel, string by)
    {
        channel.Kind = ConversationKind.PrivateChannel;
        workspace.Changes.Everybody();
        workspace.Note(channel, by, "channel_convert_to_private", $"<@{by}> made this channel private");
    }

    /// <summary>The old id is unknown from now on (Slack docs: channel_id_changed).</summary>
    public static void ChangeId(this SlackWorkspace workspace, Conversation channel)
    {
        var old = channel.Id;
        workspace.Conversations.Remove(old);
        channel.Id = workspace.Ids.Next("C");
        workspace.Add(channel);
        workspace.Changes.Everybody();
        workspace.Raise(
            new JsonObject
            {
                ["type"] = "channel_id_changed",
                ["old_channel_id"] = old,
                ["new_channel_id"] = channel.Id,
                ["event_ts"] = workspace.EventTs(),
            },
            channel);
    }
}
