using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>A file, from the moment its upload is announced.</summary>
internal sealed class SharedFile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string User { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }

    public string Title { get; set; } = "";

    /// <summary>The bytes; null until they were sent.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Whether its upload was completed; only then it is a file to others.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Where it stands.</summary>
    public List<FileShare> Shares { get; } = [];

    public bool IsVisibleTo(SlackWorkspace workspace, string user) => IsComplete
        && (User == user || Shares.Exists(share => workspace.Conversations.TryGetValue(share.Channel, out var place) && place.IsVisibleTo(user)));
}

/// <summary>A conversation and the message in it that a file came with.</summary>
/// <param name="Channel">The conversation.</param>
/// <param name="Ts">The message.</param>
/// <param name="ThreadTs">The thread it stands in, if any.</param>
/// <param name="SharedAt">Unix seconds.</param>
internal sealed record FileShare(string Channel, string Ts, string? ThreadTs, long SharedAt);

/// <summary>The file object of messages and <c>files.info</c> (Slack docs: file object), and what sharing one does.</summary>
internal static class SharedFiles
{
    public const string Subtype = "file_share";

    /// <summary>Slack says only seconds later where a file stands; its own tests look again every two.</summary>
    private const long SecondsUntilSharesShow = 2;

    private static readonly Dictionary<string, (string Mimetype, string Pretty)> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["png"] = ("image/png", "PNG"),
        ["jpg"] = ("image/jpeg", "JPEG"),
        ["gif"] = ("image/gif", "GIF"),
        ["pdf"] = ("application/pdf", "PDF"),
        ["txt"] = ("text/plain", "Plain Text"),
        ["log"] = ("text/plain", "Plain Text"),
        ["csv"] = ("text/csv", "CSV"),
        ["html"] = ("text/html", "HTML"),
        ["json"] = ("text/plain", "JSON"),
    };

    public static JsonArray OfMessage(SlackWorkspace workspace, Message message) =>
        new([.. message.Files.Select(id => workspace.Files[id].ToJson(workspace))]);

    public static JsonObject ToJson(this SharedFile file, SlackWorkspace workspace)
    {
        var filetype = Path.GetExtension(file.Name).TrimStart('.').ToLowerInvariant();
        var (mimetype, pretty) = Types.GetValueOrDefault(filetype, ("application/octet-stream", "Binary"));
        var address = $"{workspace.Root}files-pri/{workspace.TeamId}-{file.Id}";
        var name = Uri.EscapeDataString(file.Name);
        return new JsonObject
        {
            ["id"] = file.Id,
            ["created"] = file.Created,
            ["timestamp"] = file.Created,
            ["name"] = file.Name,
            ["title"] = file.Title,
            ["mimetype"] = mimetype,
            ["filetype"] = filetype,
            ["pretty_type"] = pretty,
            ["user"] = file.User,
            ["editable"] = false,
            ["size"] = file.Content?.LongLength ?? 0,
            ["mode"] = "hosted",
            ["is_external"] = false,
            ["external_type"] = "",
            ["is_public"] = file.Shares.Exists(share => workspace.Conversations.TryGetValue(share.Channel, out var place) && place.IsPublic),
            ["public_url_shared"] = false,
            ["display_as_bot"] = false,
            ["username"] = "",
            ["url_private"] = $"{address}/download/{name}",
            ["url_private_download"] = $"{address}/download/{name}",
            ["permalink"] = $"{workspace.Root}files/{file.User}/{file.Id}/{name}",
        };
    }

    /// <summary>Where it stands, by whether everybody may look there (Slack docs: file object).</summary>
    public static JsonObject SharesJson(this SharedFile file, SlackWorkspace workspace)
    {
        var shares = new JsonObject();
        foreach (var share in file.Shares.Where(share => share.SharedAt + SecondsUntilSharesShow <= workspace.NowSeconds))
        {
            if (!workspace.Conversations.TryGetValue(share.Channel, out var place))
                continue;
            var places = Within(shares, place.IsPublic ? "public" : "private", () => new JsonObject());
            var entry = new JsonObject
            {
                ["reply_users"] = new JsonArray(),
                ["reply_users_count"] = 0,
                ["reply_count"] = 0,
                ["ts"] = share.Ts,
                ["channel_name"] = place.Name,
                ["team_id"] = workspace.TeamId,
                ["share_user_id"] = file.User,
            };
            if (share.ThreadTs is { } thread)
                entry["thread_ts"] = thread;
            Within(places, share.Channel, () => new JsonArray()).Add((JsonNode)entry);
        }
        return shares;
    }

    private static T Within<T>(JsonObject json, string name, Func<T> make)
        where T : JsonNode
    {
        if (json[name] is not T there)
            json[name] = there = make();
        return there;
    }

    /// <summary>Posts the message a file comes with, and tells of the file.</summary>
    public static Message Share(this SlackWorkspace workspace, SharedFile file, Conversation conversation, Message message)
    {
        file.IsComplete = true;
        var posted = workspace.Post(conversation, message);
        file.Shares.Add(new FileShare(conversation.Id, posted.Ts, posted.ThreadTs, workspace.NowSeconds));
        workspace.Raise(
            new JsonObject
            {
                ["type"] = "file_shared",
                ["file_id"] = file.Id,
                ["user_id"] = file.User,
                ["file"] = new JsonObject { ["id"] = file.Id },
                ["channel_id"] = conversation.Id,
                ["event_ts"] = workspace.EventTs(),
            },
            conversation);
        return posted;
    }

    public static SharedFile AddFile(this SlackWorkspace workspace, string name, string title, string user)
    {
        var file = new SharedFile { Id = workspace.Ids.Next("F"), Name = name, Title = title, User = user, Created = workspace.NowSeconds };
        workspace.Files.Add(file.Id, file);
        return file;
    }
}
