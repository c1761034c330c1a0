using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>What a channel is called that people speak of, as Slack last said.</summary>
internal sealed class ChannelRow
{
    public required string TeamId { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>Its name; empty where Slack does not show it to us, or not to everybody.</summary>
    public string Name { get; set; } = "";

    public DateTimeOffset LookedUpAt { get; set; }
}

internal sealed class ChannelTable : IEntityTypeConfiguration<ChannelRow>
{
    public void Configure(EntityTypeBuilder<ChannelRow> builder)
    {
        builder.ToTable("channels");
        builder.HasKey(row => new { row.TeamId, row.ChannelId });
    }
}
