using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>Who hears once a day how things stand, and when they heard last.</summary>
internal sealed class DigestRow
{
    /// <summary>Stands for the announcement channel among people.</summary>
    public const string Channel = "channel";

    public required string TeamId { get; init; }

    /// <summary>The person, or <see cref="Channel"/>.</summary>
    public required string UserId { get; init; }

    /// <summary>At what time of day, in minutes from midnight by their clocks; the channel's stands in the configuration.</summary>
    public int At { get; set; }

    public DateTimeOffset? LastAt { get; set; }

    public TimeOnly Time => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(At));
}

internal sealed class DigestTable : IEntityTypeConfiguration<DigestRow>
{
    public void Configure(EntityTypeBuilder<DigestRow> builder)
    {
        builder.ToTable("digests");
        builder.HasKey(row => new { row.TeamId, row.UserId });
        builder.Ignore(row => row.Time);
    }
}
