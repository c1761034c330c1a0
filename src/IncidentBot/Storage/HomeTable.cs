using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>Somebody who has opened the Home tab, so that it is kept up to date; nobody else's is.</summary>
internal sealed class HomeRow
{
    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    public DateTimeOffset OpenedAt { get; set; }
}

internal sealed class HomeTable : IEntityTypeConfiguration<HomeRow>
{
    public void Configure(EntityTypeBuilder<HomeRow> builder)
    {
        builder.ToTable("homes");
        builder.HasKey(row => new { row.TeamId, row.UserId });
    }
}
