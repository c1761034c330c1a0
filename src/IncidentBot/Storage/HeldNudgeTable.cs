using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>A reminder held back for somebody's quiet hours. One of each kind about an incident: a later one takes its place. It keeps no words; what it says is written when it is told.</summary>
internal sealed class HeldNudgeRow
{
    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    public required int Number { get; init; }

    /// <summary>The reminder's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about within the incident, such as one task of many; else empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whose it is: the same person, or whoever they cover.</summary>
    public required string Of { get; init; }

    public DateTimeOffset HeldAt { get; set; }

    /// <summary>When it is told.</summary>
    public DateTimeOffset Until { get; set; }
}

internal sealed class HeldNudgeTable : IEntityTypeConfiguration<HeldNudgeRow>
{
    public void Configure(EntityTypeBuilder<HeldNudgeRow> builder)
    {
        builder.ToTable("held_nudges");
        builder.HasKey(row => new { row.TeamId, row.UserId, row.Number, row.Kind, row.Subject, row.Of });
        builder.HasIndex(row => new { row.TeamId, row.Number });
    }
}

internal static class HeldNudgeQueries
{
    /// <summary>What is held back for that person, the oldest first.</summary>
    public static Task<List<HeldNudgeRow>> ForAsync(this DbSet<HeldNudgeRow> held, string team, string user, CancellationToken ct) =>
        held.Where(row => row.TeamId == team && row.UserId == user).OrderBy(row => row.HeldAt).Take(100).ToListAsync(ct);

    /// <summary>What is held back about that incident, for whomever.</summary>
    public static Task<List<HeldNudgeRow>> AboutAsync(this DbSet<HeldNudgeRow> held, string team, int number, int most, CancellationToken ct) =>
        held.AsNoTracking().Where(row => row.TeamId == team && row.Number == number).OrderBy(row => row.Until).Take(most).ToListAsync(ct);
}
