using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>bookmarks.add</c>, <c>bookmarks.list</c>; links only</summary>
internal static partial class BookmarkMethods
{
    private const int MostPerChannel = 100;

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("bookmarks.add", ["channel_id", "title", "type", "link", "emoji"], Add),
        new("bookmarks.list", ["channel_id"], List),
    ];

    private static JsonObject Add(ApiCall call)
    {
        var conversation = Member(call);
        var title = call.Required("title");
        if (call.Required("type") != "link")
            throw new Refusal("invalid_bookmark_type");
        if (!Uri.TryCreate(call.Text("link"), UriKind.Absolute, out var link) || link.Scheme is not ("http" or "https"))
            throw new Refusal("invalid_link");
        var emoji = call.Text("emoji") ?? "";
        if (emoji.Length > 0 && !(Shortcode().IsMatch(emoji) && EmojiNames.Canonical(emoji.Trim(':')) is not null))
            throw new Refusal("invalid_emoji");
        if (conversation.Bookmarks.Count >= MostPerChannel)
            throw new Refusal("too_many_bookmarks");

        var bookmark = new JsonObject
        {
            ["id"] = call.Workspace.Ids.Next("Bk"),
            ["channel_id"] = conversation.Id,
            ["title"] = title,
            ["link"] = link.OriginalString,
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

    private static Conversation Member(ApiCall call)
    {
        var conversation = call.Conversation("channel_id");
        call.RequireMember(conversation, "channel_not_found");
        return conversation;
    }

    [GeneratedRegex("^:[^:\\s]+:$")]
    private static partial Regex Shortcode();
}
