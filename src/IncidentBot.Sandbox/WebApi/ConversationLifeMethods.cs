using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>conversations.rename</c>, <c>.archive</c>, <c>.unarchive</c>, <c>.close</c></summary>
internal static class ConversationLifeMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("conversations.rename", ["channel", "name"], Rename),
        new("conversations.archive", ["channel"], Archive),
        new("conversations.unarchive", ["channel"], Unarchive),
        new("conversations.close", ["channel"], Close),
    ];

    private static JsonObject Rename(ApiCall call)
    {
        call.Required("channel");
        if (!call.Arguments.Has("name"))
            throw new Refusal("invalid_name_required");
        var channel = call.Channel();
        call.RequireMember(channel);
        if (channel.IsArchived)
            throw new Refusal("is_archived");
        if (channel.Creator != call.Bot.Id)
            throw new Refusal("not_authorized");
        call.Workspace.Rename(channel, call.Text("name")!, call.Bot.Id);
        return new JsonObject { ["channel"] = channel.ToJson(call.Workspace, call.Bot.Id) };
    }

    private static JsonObject Archive(ApiCall call)
    {
        var channel = call.Channel();
        if (channel.IsGeneral)
            throw new Refusal("cant_archive_general");
        if (channel.IsArchived)
            throw new Refusal("already_archived");
        call.RequireMember(channel);
        call.Workspace.Archive(channel, call.Bot.Id);
        return [];
    }

    private static JsonObject Unarchive(ApiCall call)
    {
        var channel = call.Channel();
        if (!call.Workspace.Options.BotsMayUnarchive)
            throw new Refusal("user_is_bot");
        if (!channel.IsArchived)
            throw new Refusal("not_archived");
        call.Workspace.Unarchive(channel, call.Bot.Id);
        return [];
    }

    /// <summary>Direct conversations only; they are hidden and keep what was said.</summary>
    private static JsonObject Close(ApiCall call)
    {
        var conversation = call.Conversation();
        if (conversation.IsChannel)
            throw new Refusal("method_not_supported_for_channel_type");
        if (conversation.IsClosed)
            return new JsonObject { ["no_op"] = true, ["already_closed"] = true };
        conversation.IsClosed = true;
        return [];
    }
}
