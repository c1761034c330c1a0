using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Pins.</summary>
internal static class Pinning
{
    public static void Pin(this SlackWorkspace workspace, Conversation conversation, Message message, string userId)
    {
        if (conversation.Pins.Exists(pin => pin.Ts == message.Ts))
            throw new Refusal("already_pinned");
        var pin = new Pin(message.Ts, userId, workspace.NowSeconds);
        conversation.Pins.Insert(0, pin);
        workspace.Changes.In(conversation);
        workspace.Raise(Happened(workspace, "pin_added", conversation, message, pin, userId), conversation);
    }

    public static void Unpin(this SlackWorkspace workspace, Conversation conversation, Message message, string userId)
    {
        var pin = conversation.Pins.Find(each => each.Ts == message.Ts) ?? throw new Refusal("no_pin");
        conversation.Pins.Remove(pin);
        workspace.Changes.In(conversation);
        var happened = Happened(workspace, "pin_removed", conversation, message, pin, userId);
        happened["has_pins"] = conversation.Pins.Count > 0;
        workspace.Raise(happened, conversation);
    }

    public static JsonObject Item(SlackWorkspace workspace, Conversation conversation, Message message, Pin pin)
    {
        var pinned = message.ToJson(workspace, conversation);
        pinned["permalink"] = Permalinks.To(workspace, conversation, message);
        return new JsonObject
        {
            ["type"] = "message",
            ["channel"] = conversation.Id,
            ["created"] = pin.Created,
            ["created_by"] = pin.By,
            ["message"] = pinned,
        };
    }

    private static JsonObject Happened(
        SlackWorkspace workspace, string type, Conversation conversation, Message message, Pin pin, string userId)
    {
        var happened = new JsonObject
        {
            ["type"] = type,
            ["user"] = userId,
            ["channel_id"] = conversation.Id,
            ["item"] = Item(workspace, conversation, message, pin),
        };
        if (message.User is not null)
            happened["item_user"] = message.User;
        happened["pin_count"] = conversation.Pins.Count;
        happened["pinned_info"] = new JsonObject { ["channel"] = conversation.Id, ["pinned_by"] = pin.By, ["pinned_ts"] = pin.Created };
        happened["event_ts"] = workspace.EventTs();
        return happened;
    }
}
