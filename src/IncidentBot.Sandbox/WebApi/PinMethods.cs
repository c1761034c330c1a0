using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>pins.add</c>, <c>pins.remove</c>, <c>pins.list</c></summary>
internal static class PinMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("pins.add", ["channel", "timestamp"], Add),
        new("pins.remove", ["channel", "timestamp"], Remove),
        new("pins.list", ["channel"], List),
    ];

    private static JsonObject Add(ApiCall call)
    {
        var conversation = call.Conversation();
        if (call.Text("timestamp") is not { Length: > 0 } ts)
            throw new Refusal("no_item_specified");
        call.RequireMember(conversation);
        if (!Timestamps.IsValid(ts))
            throw new Refusal("bad_timestamp");
        var message = call.Message(conversation, "timestamp");
        if (conversation.IsArchived || message.Subtype == "tombstone")
            throw new Refusal("not_pinnable");
        call.Workspace.Pin(conversation, message, call.Bot.Id);
        return [];
    }

    /// <summary>Live Slack answers no_pin where the page also names not_pinned and no_item_specified (java-slack-sdk pins_Test).</summary>
    private static JsonObject Remove(ApiCall call)
    {
        var conversation = call.Conversation();
        if (call.Text("timestamp") is not { Length: > 0 } ts)
            throw new Refusal("no_pin");
        if (!Timestamps.IsValid(ts))
            throw new Refusal("bad_timestamp");
        call.RequireMember(conversation, "channel_not_found");
        call.Workspace.Unpin(conversation, call.Message(conversation, "timestamp"), call.Bot.Id);
        return [];
    }

    private static JsonObject List(ApiCall call)
    {
        if (call.Text("channel") is not { Length: > 0 })
            throw new Refusal("channel_not_found");
        var conversation = call.Conversation();
        call.RequireMember(conversation, "channel_not_found");
        return new JsonObject
        {
            ["items"] = new JsonArray([.. conversation.Pins.Select(pin =>
                Pinning.Item(call.Workspace, conversation, conversation.Messages.Find(pin.Ts)!, pin))]),
        };
    }
}
