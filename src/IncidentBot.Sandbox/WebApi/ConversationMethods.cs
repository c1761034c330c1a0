using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>conversations.create</c>, <c>.info</c>, <c>.members</c>, <c>.open</c>, <c>.setTopic</c>, <c>.setPurpose</c></summary>
internal static class ConversationMethods
{
    private const int LongestCaption = 250;
    private const int MostInGroup = 8;

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("conversations.create", ["name", "is_private"], Create),
        new("conversations.info", ["channel", "include_num_members", "include_locale"], Info),
        new("conversations.members", ["channel", "cursor", "limit"], Members),
        new("conversations.open", ["channel", "users", "return_im"], Open),
        new("conversations.setTopic", ["channel", "topic"], SetTopic),
        new("conversations.setPurpose", ["channel", "purpose"], SetPurpose),
    ];

    private static JsonObject Create(ApiCall call)
    {
        var isPrivate = call.Arguments.Flag("is_private");
        call.RequireScopeFor(isPrivate ? "groups" : "channels");
        if (!call.Arguments.Has("name"))
            throw new Refusal("invalid_name_required");
        var channel = call.Workspace.CreateChannel(call.Text("name")!, isPrivate, call.Bot.Id);
        return new JsonObject { ["channel"] = channel.ToJson(call.Workspace, call.Bot.Id) };
    }

    private static JsonObject Info(ApiCall call)
    {
        if (call.Text("channel") is not { Length: > 0 })
            throw new Refusal("channel_not_found");
        var conversation = call.Conversation();
        var json = conversation.ToJson(call.Workspace, call.Bot.Id);
        if (call.Arguments.Flag("include_num_members"))
            json["num_members"] = conversation.Members.Count;
        if (call.Arguments.Flag("include_locale"))
            json["locale"] = "en-US";
        if (conversation.Canvas is { } canvas)
            json["properties"] = canvas.ToProperties();
        return new JsonObject { ["channel"] = json };
    }

    private static JsonObject Members(ApiCall call)
    {
        if (call.Text("channel") is not { Length: > 0 })
            throw new Refusal("channel_not_found");
        var page = Paging.Page(call, call.Conversation().Members, defaultLimit: 100, mostLimit: 1000, out var next);
        return new JsonObject
        {
            ["members"] = new JsonArray([.. page.Select(member => (JsonNode)member)]),
            ["response_metadata"] = Paging.Metadata(next),
        };
    }

    private static JsonObject Open(ApiCall call)
    {
        var known = call.Workspace.Conversations.Count;
        var conversation = Opened(call);
        var answer = new JsonObject();
        if (call.Workspace.Conversations.Count == known && !conversation.IsClosed)
        {
            answer["no_op"] = true;
            answer["already_open"] = true;
        }

        conversation.IsClosed = false;
        answer["channel"] = call.Arguments.Flag("return_im")
            ? conversation.ToJson(call.Workspace, call.Bot.Id)
            : new JsonObject { ["id"] = conversation.Id };
        return answer;
    }

    private static Conversation Opened(ApiCall call)
    {
        if (call.Text("channel") is { Length: > 0 })
        {
            var existing = call.Conversation();
            return existing.IsChannel ? throw new Refusal("method_not_supported_for_channel_type") : existing;
        }

        var users = call.Arguments.Ids("users").Distinct().Where(user => user != call.Bot.Id).ToList();
        if (users.Count == 0)
            throw new Refusal(call.Arguments.Has("users") ? "not_enough_users" : "users_list_not_supplied");
        if (users.Count > MostInGroup)
            throw new Refusal("too_many_users");
        foreach (var user in users)
        {
            if (!call.Workspace.People.TryGetValue(user, out var person))
                throw new Refusal("user_not_found");
            if (person.IsDeleted)
                throw new Refusal("user_disabled");
        }

        call.RequireScopeFor(users.Count == 1 ? "im" : "mpim");
        return users.Count == 1
            ? call.Workspace.DirectBetween(call.Bot.Id, users[0])
            : call.Workspace.GroupOf([call.Bot.Id, .. users]);
    }

    private static JsonObject SetTopic(ApiCall call)
    {
        var channel = Captioned(call, "topic", out var topic);
        call.Workspace.SetTopic(channel, topic, call.Bot.Id);
        return new JsonObject { ["channel"] = channel.ToJson(call.Workspace, call.Bot.Id) };
    }

    private static JsonObject SetPurpose(ApiCall call)
    {
        var channel = Captioned(call, "purpose", out var purpose);
        call.Workspace.SetPurpose(channel, purpose, call.Bot.Id);
        return new JsonObject { ["channel"] = channel.ToJson(call.Workspace, call.Bot.Id) };
    }

    private static Conversation Captioned(ApiCall call, string argument, out string caption)
    {
        call.Required("channel");
        caption = call.Text(argument) ?? throw Refusal.MissingField(argument);
        var channel = call.Channel();
        call.RequireMember(channel);
        if (channel.IsArchived)
            throw new Refusal("is_archived");
        return caption.EnumerateRunes().Count() > LongestCaption ? throw new Refusal("too_long") : channel;
    }
}
