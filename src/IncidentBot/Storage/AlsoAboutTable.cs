using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>A further incident a request was about, beside the one on its row: the same message may be on several timelines.</summary>
internal sealed class AlsoAboutRow
{
    public required string TeamId { get; init; }

    public int Number { get; init; }

    /// <summary>The request's row in the inbox.</summary>
    public long RequestId { get; init; }
}

internal sealed class AlsoAboutTable : IEntityTypeConfiguration<AlsoAboutRow>
{
    public void Configure(EntityTypeBuilder<AlsoAboutRow> builder)
    {
        builder.ToTable("also_about");
        builder.HasKey(row => new { row.TeamId, row.Number, row.RequestId });
    }
}

internal static class AlsoAboutQueries
{
    /// <summary>Forgets what pointed to requests that were forgotten.</summary>
    public static Task<int> ForgetAlsoAboutAsync(this BotDbContext db, CancellationToken ct) =>
        db.AlsoAbout.Where(also => !db.Inbox.Any(row => row.Id == also.RequestId)).ExecuteDeleteAsync(ct);
}
