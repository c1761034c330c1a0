using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>chat.postEphemeral</c></summary>
internal static class EphemeralMethods
{
    private const int LongestText = 40_000;

    public static IReadOnlyList<ApiMethod> All { get; } =
        [new("chat.postEphemeral", ["channel", "user", "text", "blocks", "attachments", "markdown_text", "thread_ts"], PostEphemeral)];

    private static JsonObject PostEphemeral(ApiCall call)
    {
        var conversation = call.Conversation();
        var user = call.Required("user");
        var content = MessageContent.Read(call);
        if (content.IsEmpty)
            throw new Refusal("no_text");
        if (content.Text.Length > LongestText)
            throw new Refusal("msg_too_long");
        if (conversation.IsArchived)
            throw new Refusal("is_archived");
        call.RequireMember(conversation);
        if (!conversation.Has(user) || call.Workspace.People[user].IsDeleted)
            throw new Refusal("user_not_in_channel");

        var message = call.Workspace.Whisper(conversation, user, new Message
        {
            User = call.Bot.Id,
            BotId = call.Workspace.App.BotId,
            Text = content.Text,
            Blocks = content.Blocks,
            Attachments = content.Attachments,
            ThreadTs = call.Text("thread_ts") is { Length: > 0 } thread ? thread : null,
        });
        return new JsonObject { ["message_ts"] = message.Ts };
    }
}
