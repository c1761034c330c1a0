using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>conversations.history</c> (newest first) and <c>conversations.replies</c> (parent first, then oldest first)</summary>
internal static class HistoryMethods
{
    private const int MostForRestricted = 15;

    private static readonly string[] Arguments =
        ["channel", "cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"];

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("conversations.history", Arguments, History),
        new("conversations.replies", [.. Arguments, "ts"], Replies),
    ];

    private static JsonObject History(ApiCall call)
    {
        var conversation = Readable(call);
        var within = Bounds(call);
        var limit = Limit(call, defaultLimit: 100, most: 999);
        var before = Paging.Content(call, "next_ts:");
        if (before is not null && !Timestamps.IsValid(before))
            throw new Refusal("invalid_cursor");

        var found = conversation.Messages.All.Reverse()
            .Where(message => !message.IsReply || message.IsBroadcast)
            .Where(message => before is null || Timestamps.Number(message.Ts) < Timestamps.Number(before))
            .Where(message => within(message.Ts))
            .Take(limit + 1)
            .ToList();
        var page = found.Take(limit).ToList();
        var answer = Answer(call, conversation, page, found.Count > limit, page.LastOrDefault()?.Ts);
        answer["pin_count"] = conversation.Pins.Count;
        return answer;
    }

    private static JsonObject Replies(ApiCall call)
    {
        var conversation = Readable(call);
        var ts = call.Required("ts");
        var within = Bounds(call);
        var limit = Limit(call, defaultLimit: 1000, most: 1000);
        var after = Paging.Content(call, "next_ts:");
        if (after is not null && !Timestamps.IsValid(after))
            throw new Refusal("invalid_cursor");

        var asked = conversation.Messages.Find(ts) ?? throw new Refusal("thread_not_found");
        var parent = asked.IsReply ? conversation.Messages.Find(asked.ThreadTs!) ?? asked : asked;
        var found = conversation.Messages.RepliesTo(parent.Ts)
            .Where(reply => within(reply.Ts) && (after is null || Timestamps.Number(reply.Ts) > Timestamps.Number(after)))
            .Take(limit + 1)
            .ToList();
        var room = after is null ? Math.Max(limit - 1, 0) : limit;
        List<Message> page = [.. after is null ? [parent] : Array.Empty<Message>(), .. found.Take(room)];
        return Answer(call, conversation, page, found.Count > room, page.LastOrDefault()?.Ts);
    }

    private static Conversation Readable(ApiCall call)
    {
        if (call.Text("channel") is not { Length: > 0 })
            throw new Refusal("channel_not_found");
        var conversation = call.Conversation();
        call.RequireMember(conversation);
        return conversation;
    }

    private static int Limit(ApiCall call, int defaultLimit, int most)
    {
        var limit = Math.Clamp(call.Arguments.Number("limit") ?? defaultLimit, 1, call.Workspace.Options.IsRestrictedApp ? MostForRestricted : most);
        return call.Workspace.Options.ShortPages ? (limit + 1) / 2 : limit;
    }

    /// <summary>oldest and latest are exclusive unless <c>inclusive</c> is set (Slack docs: conversations.history).</summary>
    private static Func<string, bool> Bounds(ApiCall call)
    {
        var inclusive = call.Arguments.Flag("inclusive");
        var oldest = Bound(call, "oldest");
        var latest = Bound(call, "latest");
        return ts =>
        {
            var number = Timestamps.Number(ts);
            return (oldest is null || number > oldest || (inclusive && number == oldest))
                && (latest is null || number < latest || (inclusive && number == latest));
        };
    }

    private static decimal? Bound(ApiCall call, string name)
    {
        if (call.Text(name) is not { Length: > 0 } text)
            return null;
        return Timestamps.TryReadBound(text, out var seconds) ? seconds : throw new Refusal($"invalid_ts_{name}");
    }

    private static JsonObject Answer(ApiCall call, Conversation conversation, List<Message> page, bool hasMore, string? lastTs)
    {
        var withMetadata = call.Arguments.Flag("include_all_metadata");
        var answer = new JsonObject
        {
            ["messages"] = new JsonArray([.. page.Select(message => message.ToJson(call.Workspace, conversation, withMetadata))]),
            ["has_more"] = hasMore,
        };
        if (hasMore)
            answer["response_metadata"] = Paging.Metadata(Paging.Cursor($"next_ts:{lastTs}", call.Workspace.CursorGeneration));
        return answer;
    }
}
