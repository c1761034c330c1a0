using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>When a person last looked at an incident: asked to be caught up, or was in its channel and left.</summary>
internal sealed class LookRow
{
    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    /// <summary>The incident.</summary>
    public required int Number { get; init; }

    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>When they joined its channel and were told everything; that happens once.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }

    /// <summary>The latest of these.</summary>
    public DateTimeOffset? LastLook => new[] { AskedAt, LeftAt, WelcomedAt }.Max();
}

internal sealed class LookTable : IEntityTypeConfiguration<LookRow>
{
    public void Configure(EntityTypeBuilder<LookRow> builder)
    {
        builder.ToTable("looks");
        builder.HasKey(row => new { row.TeamId, row.UserId, row.Number });
        builder.Ignore(row => row.LastLook);
    }
}

internal static class LookQueries
{
    /// <summary>What is known of that person and incident, tracked; a new row where nothing was.</summary>
    public static async Task<LookRow> OfAsync(this DbSet<LookRow> looks, string team, string user, int number, CancellationToken ct)
    {
        var row = await looks.FindAsync([team, user, number], ct);
        if (row is null)
            looks.Add(row = new LookRow { TeamId = team, UserId = user, Number = number });
        return row;
    }
}
