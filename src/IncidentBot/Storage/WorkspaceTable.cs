using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>A workspace the bot is installed in, and who the bot is there (Slack docs: auth.test).</summary>
internal sealed class WorkspaceRow
{
    public required string TeamId { get; init; }

    /// <summary>The workspace's address, with a slash at its end; permalinks start with it.</summary>
    public string Url { get; set; } = "";

    /// <summary>The bot's own user, whose messages and reactions are not acted on.</summary>
    public string BotUserId { get; set; } = "";

    /// <summary>The last incident number given out.</summary>
    public int LastNumber { get; set; }

    /// <summary>Who was asked last to command, of the group that is asked in turn.</summary>
    public string? LastAsked { get; set; }

    /// <summary>When we last know that Slack could reach us; what happened between then and the next such moment may have been missed.</summary>
    public DateTimeOffset? HeardAt { get; set; }
}

internal sealed class WorkspaceTable : IEntityTypeConfiguration<WorkspaceRow>
{
    public void Configure(EntityTypeBuilder<WorkspaceRow> builder)
    {
        builder.ToTable("workspaces");
        builder.HasKey(row => row.TeamId);
    }
}
