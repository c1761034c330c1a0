using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

internal enum ConversationKind
{
    PublicChannel,
    PrivateChannel,
    Direct,
    GroupDirect,
}

/// <summary>A topic or a purpose.</summary>
internal sealed record Caption(string Value, string Creator, long LastSet)
{
    public static Caption None { get; } = new("", "", 0);

    public JsonObject ToJson() => new() { ["value"] = Value, ["creator"] = Creator, ["last_set"] = LastSet };
}

internal sealed record Pin(string Ts, string By, long Created);

/// <summary>A channel, a direct message or a group direct message, with everything in it.</summary>
internal sealed class Conversation
{
    /// <summary>Changes only when Slack converts the channel (Slack docs: channel_id_changed).</summary>
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required ConversationKind Kind { get; set; }

    public required string Creator { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }

    public bool IsGeneral { get; init; }

    public bool IsArchived { get; set; }

    public Caption Topic { get; set; } = Caption.None;

    public Caption Purpose { get; set; } = Caption.None;

    public List<string> PreviousNames { get; } = [];

    /// <summary>User ids, in order of joining.</summary>
    public List<string> Members { get; } = [];

    public MessageLog Messages { get; } = new();

    /// <summary>Newest first.</summary>
    public List<Pin> Pins { get; } = [];

    public List<JsonObject> Bookmarks { get; } = [];

    /// <summary>A channel's own canvas; at most one.</summary>
    public Canvas? Canvas { get; set; }

    /// <summary>A direct conversation the bot closed; the next message opens it again.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What only one person sees, by user id; lost to everybody else and to the API.</summary>
    public Dictionary<string, List<Message>> Ephemerals { get; } = [];

    public bool IsChannel => Kind is ConversationKind.PublicChannel or ConversationKind.PrivateChannel;

    public bool IsPublic => Kind == ConversationKind.PublicChannel;

    /// <summary>The prefix of the scopes for this kind: <c>channels</c>, <c>groups</c>, <c>im</c> or <c>mpim</c>.</summary>
    public string ScopeFamily => Kind switch
    {
        ConversationKind.PublicChannel => "channels",
        ConversationKind.PrivateChannel => "groups",
        ConversationKind.Direct => "im",
        _ => "mpim",
    };

    /// <summary>The <c>channel_type</c> of message events: <c>channel</c>, <c>group</c>, <c>im</c> or <c>mpim</c>.</summary>
    public string EventType => Kind switch
    {
        ConversationKind.PublicChannel => "channel",
        ConversationKind.PrivateChannel => "group",
        ConversationKind.Direct => "im",
        _ => "mpim",
    };

    public bool Has(string userId) => Members.Contains(userId);

    public bool IsVisibleTo(string userId) => IsPublic || Has(userId);

    /// <summary>For a direct message, the person on the other side.</summary>
    public string PartnerOf(string userId) => Members.FirstOrDefault(member => member != userId) ?? userId;
}
