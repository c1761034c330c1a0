using IncidentBot.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>Which entries have a copy: the same content is kept once, and goes when the last of them is redacted.</summary>
internal sealed class FileCopyRow
{
    public required string TeamId { get; init; }

    /// <summary>The SHA-256 of the content, which is also the copy's name.</summary>
    public required string Hash { get; init; }

    public required int Number { get; init; }

    public required int Entry { get; init; }
}

internal sealed class FileCopyTable : IEntityTypeConfiguration<FileCopyRow>
{
    public void Configure(EntityTypeBuilder<FileCopyRow> builder)
    {
        builder.ToTable("file_copies");
        builder.HasKey(row => new { row.TeamId, row.Hash, row.Number, row.Entry });
    }
}

internal static class FileCopyQueries
{
    /// <summary>The entry has that copy; once is enough.</summary>
    public static async Task KeepAsync(this DbSet<FileCopyRow> copies, IncidentId incident, int entry, string hash, CancellationToken ct)
    {
        if (await copies.FindAsync([incident.Team.Value, hash, incident.Number, entry], ct) is null)
            copies.Add(new FileCopyRow { TeamId = incident.Team.Value, Hash = hash, Number = incident.Number, Entry = entry });
    }

    /// <summary>The entry has these copies no more.</summary>
    public static Task<int> ForgetAsync(this DbSet<FileCopyRow> copies, IncidentId incident, int entry, string[] hashes, CancellationToken ct) =>
        copies.Where(row => row.TeamId == incident.Team.Value && EF.Parameter(hashes).Contains(row.Hash) && row.Number == incident.Number && row.Entry == entry)
            .ExecuteDeleteAsync(ct);

    /// <summary>Whether any entry still has that copy.</summary>
    public static Task<bool> IsKeptAsync(this DbSet<FileCopyRow> copies, string team, string hash, CancellationToken ct) =>
        copies.AnyAsync(row => row.TeamId == team && row.Hash == hash, ct);
}
