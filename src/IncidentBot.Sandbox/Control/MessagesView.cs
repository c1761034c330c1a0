using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What one person sees in a conversation: its messages, and what is whispered to them alone.</summary>
internal static class MessagesView
{
    public static JsonObject Of(SlackWorkspace workspace, Person viewer, Conversation conversation)
    {
        var whispers = conversation.Ephemerals.GetValueOrDefault(viewer.Id) ?? [];
        var messages = conversation.Messages.All.Select(message => Seen(workspace, conversation, message, isEphemeral: false))
            .Concat(whispers.Select(message => Seen(workspace, conversation, message, isEphemeral: true)))
            .OrderBy(message => Timestamps.Number((string)message["ts"]!));
        return new JsonObject { ["revision"] = workspace.Changes.Revision, ["messages"] = new JsonArray([.. messages]) };
    }

    private static JsonObject Seen(SlackWorkspace workspace, Conversation conversation, Message message, bool isEphemeral) => new()
    {
        ["ts"] = message.Ts,
        ["user"] = message.User ?? workspace.Bot.Id,
        ["username"] = message.Username,
        ["is_bot"] = message.BotId is not null,
        ["text"] = message.Text,
        ["blocks"] = message.Blocks?.DeepClone() ?? new JsonArray(),
        ["attachments"] = message.Attachments?.DeepClone() ?? new JsonArray(),
        ["thread_ts"] = message.ThreadTs,
        ["reply_count"] = conversation.Messages.RepliesTo(message.Ts).Count,
        ["broadcast"] = message.IsBroadcast,
        ["reactions"] = MessageJson.Reactions(message),
        ["pinned"] = conversation.Pins.Exists(pin => pin.Ts == message.Ts),
        ["edited"] = message.EditedBy is not null,
        ["deleted"] = message.Subtype == "tombstone",
        ["subtype"] = message.Subtype,
        ["ephemeral"] = isEphemeral,
        ["metadata"] = message.Metadata?.DeepClone(),
        ["files"] = SharedFiles.OfMessage(workspace, message),
    };
}
