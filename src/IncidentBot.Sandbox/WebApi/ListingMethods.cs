using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>users.list</c>, <c>users.lookupByEmail</c>, <c>conversations.list</c>: the workspace as a whole.</summary>
internal static class ListingMethods
{
    private const int MostUsers = 1_000;
    private const int MostChannels = 999;

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("users.list", ["cursor", "include_locale", "limit"], Users),
        new("users.lookupByEmail", ["email"], LookUp),
        new("conversations.list", ["cursor", "exclude_archived", "limit", "types"], Conversations),
    ];

    private static JsonObject Users(ApiCall call)
    {
        var page = Paging.Page(call, [.. call.Workspace.People.Values], MostUsers, MostUsers, out var next, badLimit: "invalid_arguments");
        var withLocale = call.Arguments.Flag("include_locale");
        return new JsonObject
        {
            ["members"] = new JsonArray([.. page.Select(person => User(call, person, withLocale))]),
            ["cache_ts"] = call.Workspace.NowSeconds,
            ["response_metadata"] = Paging.Metadata(next),
        };
    }

    private static JsonObject User(ApiCall call, Person person, bool withLocale)
    {
        var json = person.ToJson(call.Workspace, call.Workspace.Now);
        if (withLocale && !person.IsBot)
            json["locale"] = person.Locale;
        return json;
    }

    private static JsonObject LookUp(ApiCall call)
    {
        var email = call.Required("email");
        var found = call.Workspace.People.Values.Where(person => !person.IsDeleted)
            .Select(person => person.ToJson(call.Workspace, call.Workspace.Now))
            .FirstOrDefault(json => string.Equals((string?)json["profile"]!["email"], email, StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["user"] = found ?? throw new Refusal("users_not_found") };
    }

    /// <summary>Filters apply after paging, so that pages may be short or empty before the end (Slack docs: conversations.list).</summary>
    private static JsonObject Conversations(ApiCall call)
    {
        var kinds = ConversationTypes.Asked(call);
        var withoutArchived = call.Arguments.Flag("exclude_archived");
        var page = Paging.Page(call, [.. call.Workspace.Conversations.Values], defaultLimit: 100, MostChannels, out var next);
        return new JsonObject
        {
            ["channels"] = new JsonArray([.. page
                .Where(conversation => kinds.Contains(conversation.Kind) && conversation.IsVisibleTo(call.Bot.Id))
                .Where(conversation => !withoutArchived || !conversation.IsArchived)
                .Select(conversation => Listed(call, conversation))]),
            ["response_metadata"] = Paging.Metadata(next),
        };
    }

    private static JsonObject Listed(ApiCall call, Conversation conversation)
    {
        var json = conversation.ToJson(call.Workspace, call.Bot.Id);
        json["num_members"] = conversation.Members.Count;
        json.Remove("last_read");
        json.Remove("latest");
        return json;
    }
}
