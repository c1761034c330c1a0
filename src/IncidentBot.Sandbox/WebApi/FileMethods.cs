using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>files.info</c>, and the two steps around an upload (Slack docs: Working with files)</summary>
internal static class FileMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("files.info", ["file"], Info),
        new("files.getUploadURLExternal", ["filename", "length"], Announce),
        new("files.completeUploadExternal", ["files", "channel_id", "thread_ts", "initial_comment"], Complete),
    ];

    private static JsonObject Info(ApiCall call)
    {
        var file = call.Workspace.Files.GetValueOrDefault(call.Required("file"));
        if (file is null || !file.IsVisibleTo(call.Workspace, call.Bot.Id))
            throw new Refusal("file_not_found");
        var json = file.ToJson(call.Workspace);
        json["shares"] = file.SharesJson(call.Workspace);
        return new JsonObject { ["file"] = json, ["comments"] = new JsonArray(), ["response_metadata"] = new JsonObject { ["next_cursor"] = "" } };
    }

    private static JsonObject Announce(ApiCall call)
    {
        if (call.Text("filename") is not { Length: > 0 } name || call.Arguments.Number("length") is not > 0)
            throw new Refusal("missing_argument");
        var file = call.Workspace.AddFile(name, "", call.Bot.Id);
        return new JsonObject { ["upload_url"] = $"{call.Workspace.Root}upload/v1/{call.Workspace.Uploads.Open(file.Id, call.Workspace.Ids)}", ["file_id"] = file.Id };
    }

    /// <summary>Once per file, and only after its bytes came. Without a channel it stays the bot's own.</summary>
    private static JsonObject Complete(ApiCall call)
    {
        if (call.Arguments.Structure("files", () => new Refusal("invalid_arguments")) is not JsonArray { Count: > 0 } named)
            throw Refusal.MissingField("files");
        if (named.Count > 1)
            throw new NotModelled("several files in one message");
        var id = (named[0] as JsonObject)?["id"]?.ToString() ?? "";
        if (call.Workspace.Files.GetValueOrDefault(id) is not { Content: not null, IsComplete: false } file)
            throw new Refusal("file_not_found");
        var conversation = call.Text("channel_id") is { Length: > 0 } ? call.Conversation("channel_id") : null;
        if (conversation is not null)
            call.RequireMember(conversation);
        if (conversation is { IsArchived: true })
            throw new Refusal("posting_to_channel_denied");
        file.Title = (named[0] as JsonObject)?["title"]?.ToString() ?? file.Name;
        file.IsComplete = true;
        if (conversation is not null)
        {
            call.Workspace.Share(file, conversation, new Message
            {
                User = call.Bot.Id,
                BotId = call.Workspace.App.BotId,
                Subtype = SharedFiles.Subtype,
                Text = SlackText.Normalize(call.Text("initial_comment") ?? ""),
                ThreadTs = call.Text("thread_ts"),
                Files = [file.Id],
            });
        }
        return new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = file.Id, ["title"] = file.Title }) };
    }
}
