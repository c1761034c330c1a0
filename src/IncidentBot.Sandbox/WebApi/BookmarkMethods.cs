using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>bookmarks.add</c>, <c>.edit</c>, <c>.list</c>, <c>.remove</c>; links only</summary>
internal static partial class BookmarkMethods
{
    private const int MostPerChannel = 100;

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("bookmarks.add", ["channel_id", "title", "type", "link", "emoji"], Add),
        new("bookmarks.edit", ["bookmark_id", "channel_id", "emoji", "link", "title"], Edit),
        new("bookmarks.remove", ["bookmark_id", "channel_id"], Remove),
        new("bookmarks.list", ["channel_id"], List),
    ];

    private static JsonObject Add(ApiCall call)
    {
        var conversation = Member(call);
        var title = call.Required("title");
        if (call.Required("type") != "link")
            throw new Refusal("invalid_bookmark_type");
        var link = Link(call);
        var emoji = Emoji(call);
        if (conversation.Bookmarks.Count >= MostPerChannel)
            throw new Refusal("too_many_bookmarks");

        var bookmark = new JsonObject
        {
            ["id"] = call.Workspace.Ids.Next("Bk"),
            ["channel_id"] = conversation.Id,
            ["title"] = title,
            ["link"] = link,
            ["emoji"] = emoji,
            ["icon_url"] = null,
            ["type"] = "link",
            ["entity_id"] = null,
            ["date_created"] = call.Workspace.NowSeconds,
            ["date_updated"] = 0,
            ["rank"] = "g",
            ["last_updated_by_user_id"] = call.Bot.Id,
            ["last_updated_by_team_id"] = call.Workspace.TeamId,
            ["shortcut_id"] = null,
            ["app_id"] = null,
        };
        conversation.Bookmarks.Add(bookmark);
        call.Workspace.Changes.In(conversation);
        return new JsonObject { ["bookmark"] = bookmark.DeepClone() };
    }

    private static JsonObject List(ApiCall call) => new()
    {
        ["bookmarks"] = new JsonArray([.. Member(call).Bookmarks.Select(bookmark => bookmark.DeepClone())]),
    };

    /// <summary>What is not given stays as it was.</summary>
    private static JsonObject Edit(ApiCall call)
    {
        var conversation = Member(call);
        var bookmark = Find(call, conversation);
        var link = call.Arguments.Has("link") ? Link(call) : null;
        var emoji = call.Arguments.Has("emoji") ? Emoji(call) : null;
        bookmark["title"] = call.Text("title") ?? (string?)bookmark["title"];
        bookmark["link"] = link ?? (string?)bookmark["link"];
        bookmark["emoji"] = emoji ?? (string?)bookmark["emoji"];
        bookmark["date_updated"] = call.Workspace.NowSeconds;
        call.Workspace.Changes.In(conversation);
        return new JsonObject { ["bookmark"] = bookmark.DeepClone() };
    }

    private static JsonObject Remove(ApiCall call)
    {
        var conversation = Member(call);
        conversation.Bookmarks.Remove(Find(call, conversation));
        call.Workspace.Changes.In(conversation);
        return [];
    }

    private static JsonObject Find(ApiCall call, Conversation conversation) =>
        conversation.Bookmarks.Find(bookmark => (string?)bookmark["id"] == call.Text("bookmark_id")) ?? throw new Refusal("not_found");

    private static string Link(ApiCall call) =>
        Uri.TryCreate(call.Text("link"), UriKind.Absolute, out var link) && link.Scheme is ("http" or "https")
            ? link.OriginalString
            : throw new Refusal("invalid_link");

    private static string Emoji(ApiCall call)
    {
        var emoji = call.Text("emoji") ?? "";
        return emoji.Length == 0 || (Shortcode().IsMatch(emoji) && EmojiNames.Canonical(emoji.Trim(':')) is not null)
            ? emoji
            : throw new Refusal("invalid_emoji");
    }

    private static Conversation Member(ApiCall call)
    {
        var conversation = call.Conversation("channel_id");
        call.RequireMember(conversation, "channel_not_found");
        return conversation;
    }

    [GeneratedRegex("^:[^:\\s]+:$")]
    private static partial Regex Shortcode();
}
