using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

internal sealed record Reaction(string Name, List<string> Users);

/// <summary>A message, kept in the words of Slack's message object. Its identity is the channel and its <see cref="Ts"/>.</summary>
internal sealed class Message
{
    public string Ts { get; set; } = "";

    /// <summary>The author; absent on messages posted through a response_url.</summary>
    public string? User { get; init; }

    public string? BotId { get; init; }

    /// <summary>A name shown instead of the bot's (chat:write.customize).</summary>
    public string? Username { get; init; }

    /// <summary>The <c>icons</c> object of a customised message.</summary>
    public JsonObject? Icons { get; init; }

    public string? Subtype { get; set; }

    /// <summary>Escaped the way Slack stores it.</summary>
    public string Text { get; set; } = "";

    public JsonArray? Blocks { get; set; }

    public JsonArray? Attachments { get; set; }

    public string? ThreadTs { get; set; }

    public string? ParentUser { get; set; }

    /// <summary>A reply that is shown in the channel too.</summary>
    public bool IsBroadcast { get; set; }

    public JsonObject? Metadata { get; set; }

    /// <summary>Ids of the files shared with it.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public string? EditedBy { get; set; }

    public string? EditedTs { get; set; }

    public string? ClientMessageId { get; init; }

    /// <summary>Fields of a subtype (<c>topic</c>, <c>old_name</c>, <c>inviter</c>, …).</summary>
    public JsonObject? Details { get; init; }

    public List<Reaction> Reactions { get; } = [];

    public bool IsReply => ThreadTs is not null && ThreadTs != Ts;
}
