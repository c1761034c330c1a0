using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>Who is reminded in place of somebody, and until when. Its end is a reminder's to delete it.</summary>
internal sealed class CoverRow
{
    public required string TeamId { get; init; }

    /// <summary>Who is covered.</summary>
    public required string UserId { get; init; }

    /// <summary>Who hears instead.</summary>
    public string CoveredBy { get; set; } = "";

    public DateTimeOffset Until { get; set; }
}

internal sealed class CoverTable : IEntityTypeConfiguration<CoverRow>
{
    public void Configure(EntityTypeBuilder<CoverRow> builder)
    {
        builder.ToTable("covers");
        builder.HasKey(row => new { row.TeamId, row.UserId });
    }
}
