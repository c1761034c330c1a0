using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>chat.scheduleMessage</c>, <c>chat.scheduledMessages.list</c>, <c>chat.deleteScheduledMessage</c></summary>
internal static class SchedulingMethods
{
    private const int LongestText = 40_000;

    /// <summary>Shortly before its time a message can no longer be stopped (Slack docs: chat.deleteScheduledMessage, 2022).</summary>
    private const long StoppableUntil = 60;

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new(
            "chat.scheduleMessage",
            ["channel", "post_at", "text", "blocks", "attachments", "markdown_text", "metadata", "thread_ts", "reply_broadcast", "unfurl_links", "unfurl_media"],
            Schedule),
        new("chat.scheduledMessages.list", ["channel", "cursor", "latest", "limit", "oldest"], List),
        new("chat.deleteScheduledMessage", ["channel", "scheduled_message_id"], Delete),
    ];

    private static JsonObject Schedule(ApiCall call)
    {
        var conversation = ChatMethods.Destination(call);
        var postAt = Seconds(call.Required("post_at")) ?? throw new Refusal("invalid_time");
        var content = MessageContent.Read(call);
        if (content.IsEmpty)
            throw new Refusal("no_text");
        if (content.Text.Length > LongestText)
            throw new Refusal("msg_too_long");
        if (conversation.IsArchived)
            throw new Refusal("is_archived");

        var scheduled = call.Workspace.Scheduled.Add(call.Workspace, conversation, postAt, Draft(call, content));
        var message = scheduled.Draft.ToJson(call.Workspace, conversation);
        message["type"] = "delayed_message";
        message.Remove("ts");
        return new JsonObject
        {
            ["channel"] = conversation.Id,
            ["scheduled_message_id"] = scheduled.Id,
            // A string, as the page shows it; the list below has numbers.
            ["post_at"] = postAt.ToString(CultureInfo.InvariantCulture),
            ["message"] = message,
        };
    }

    private static Message Draft(ApiCall call, MessageContent content)
    {
        var thread = call.Text("thread_ts") is { Length: > 0 } ts ? ts : null;
        return new Message
        {
            User = call.Bot.Id,
            BotId = call.Workspace.App.BotId,
            Text = content.Text,
            Blocks = content.Blocks,
            Attachments = content.Attachments,
            Metadata = content.Metadata is { Count: > 0 } metadata ? metadata : null,
            ThreadTs = thread,
            IsBroadcast = thread is not null && call.Arguments.Flag("reply_broadcast"),
        };
    }

    private static JsonObject List(ApiCall call)
    {
        var channel = call.Text("channel") is { Length: > 0 } id ? id : null;
        if (channel is not null && !(call.Workspace.Conversations.TryGetValue(channel, out var conversation) && conversation.IsVisibleTo(call.Bot.Id)))
            throw new Refusal("invalid_channel");
        var oldest = Bound(call, "oldest") ?? 0;
        var latest = Bound(call, "latest") ?? long.MaxValue;
        var found = call.Workspace.Scheduled.Waiting
            .Where(each => (channel is null || each.Channel.Id == channel) && each.PostAt >= oldest && each.PostAt <= latest)
            .ToList();
        var page = Paging.Page(call, found, defaultLimit: 100, mostLimit: 1000, out var next, badLimit: "invalid_arguments");
        return new JsonObject
        {
            ["scheduled_messages"] = new JsonArray([.. page.Select(each => new JsonObject
            {
                ["id"] = each.Id,
                ["channel_id"] = each.Channel.Id,
                ["post_at"] = each.PostAt,
                ["date_created"] = each.Created,
                ["text"] = each.Draft.Text,
            })]),
            ["response_metadata"] = Paging.Metadata(next),
        };
    }

    private static JsonObject Delete(ApiCall call)
    {
        var conversation = call.Conversation();
        var id = call.Required("scheduled_message_id");
        var scheduled = call.Workspace.Scheduled.Waiting.Find(each => each.Id == id && each.Channel == conversation);
        if (scheduled is null || scheduled.PostAt - call.Workspace.NowSeconds < StoppableUntil)
            throw new Refusal("invalid_scheduled_message_id");
        call.Workspace.Scheduled.Waiting.Remove(scheduled);
        return [];
    }

    private static long? Bound(ApiCall call, string name) => call.Text(name) switch
    {
        null or "" => null,
        var text => Seconds(text) ?? throw Refusal.InvalidArguments($"must be a Unix time [json-pointer:/{name}]"),
    };

    private static long? Seconds(string text) =>
        Timestamps.TryReadBound(text, out var seconds) && seconds is >= 0 and < 99_999_999_999 ? (long)seconds : null;
}
