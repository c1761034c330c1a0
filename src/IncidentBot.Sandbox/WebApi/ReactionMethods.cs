using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>reactions.add</c>, <c>reactions.remove</c>, <c>reactions.get</c>; files are not modelled</summary>
internal static class ReactionMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("reactions.add", ["channel", "name", "timestamp"], Add),
        new("reactions.remove", ["channel", "name", "timestamp"], Remove),
        new("reactions.get", ["channel", "timestamp", "full"], Get),
    ];

    private static JsonObject Add(ApiCall call)
    {
        var (conversation, message) = Item(call);
        if (conversation.IsArchived)
            throw new Refusal("is_archived");
        call.Workspace.React(conversation, message, call.Bot.Id, call.Required("name"));
        return [];
    }

    private static JsonObject Remove(ApiCall call)
    {
        var (conversation, message) = Item(call);
        call.Workspace.Unreact(conversation, message, call.Bot.Id, call.Required("name"));
        return [];
    }

    private static JsonObject Get(ApiCall call)
    {
        var (conversation, message) = Item(call);
        var json = message.ToJson(call.Workspace, conversation);
        if (call.Arguments.Flag("full") && message.Reactions.Count > 0)
            json["reactions"] = MessageJson.Reactions(message);
        json["permalink"] = Permalinks.To(call.Workspace, conversation, message);
        return new JsonObject { ["type"] = "message", ["channel"] = conversation.Id, ["message"] = json };
    }

    private static (Conversation Conversation, Message Message) Item(ApiCall call)
    {
        if (call.Text("channel") is not { Length: > 0 } || call.Text("timestamp") is not { Length: > 0 } ts)
            throw new Refusal("no_item_specified");
        if (!Timestamps.IsValid(ts))
            throw new Refusal("bad_timestamp");
        var conversation = call.Conversation();
        // Which code a bot outside the channel gets is not documented; it must not succeed.
        call.RequireMember(conversation, "channel_not_found");
        return (conversation, call.Message(conversation, "timestamp"));
    }
}
