using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>users.info</c>, <c>users.conversations</c></summary>
internal static class UserMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("users.info", ["user", "include_locale"], Info),
        new("users.conversations", ["cursor", "exclude_archived", "limit", "types", "user"], Conversations),
    ];

    private static JsonObject Info(ApiCall call)
    {
        if (call.Text("user") is not { Length: > 0 } id || !call.Workspace.People.TryGetValue(id, out var person))
            throw new Refusal("user_not_found");
        var json = person.ToJson(call.Workspace, call.Workspace.Now);
        if (call.Arguments.Flag("include_locale") && !person.IsBot)
            json["locale"] = person.Locale;
        return new JsonObject { ["user"] = json };
    }

    /// <summary>The conversations a user is in, as far as the bot may know of them. Has no is_member and no num_members.</summary>
    private static JsonObject Conversations(ApiCall call)
    {
        var user = call.Text("user") is { Length: > 0 } asked ? asked : call.Bot.Id;
        var kinds = ConversationTypes.Asked(call);
        var withoutArchived = call.Arguments.Flag("exclude_archived");
        var all = call.Workspace.Conversations.Values
            .Where(conversation => kinds.Contains(conversation.Kind) && conversation.Has(user) && conversation.IsVisibleTo(call.Bot.Id))
            .Where(conversation => !withoutArchived || !conversation.IsArchived)
            .ToList();
        var page = Paging.Page(call, all, defaultLimit: 100, mostLimit: 999, out var next);
        return new JsonObject
        {
            ["channels"] = new JsonArray([.. page.Select(conversation => Listed(call, conversation))]),
            ["response_metadata"] = Paging.Metadata(next),
        };
    }

    private static JsonObject Listed(ApiCall call, Conversation conversation)
    {
        var json = conversation.ToJson(call.Workspace, call.Bot.Id);
        json.Remove("is_member");
        json.Remove("last_read");
        json.Remove("latest");
        return json;
    }
}
