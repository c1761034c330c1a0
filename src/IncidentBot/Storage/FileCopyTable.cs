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

    /// <summary>Whether some copy is being made, or was made and no entry has it yet: its content is not known here.</summary>
    /// <param name="db">The store.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="streams">What the streams of effects that copy begin with.</param>
    /// <param name="fact">What is learned of a copy, by the name it is stored under.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<bool> IsCopyComingAsync(this BotDbContext db, string team, string streams, string fact, CancellationToken ct)
    {
        var (first, end) = ($"{team}/{streams}", $"{team}/{streams}\uffff");
        return await db.Outbox.AnyAsync(row => row.State == OutboxState.Owed && row.Stream.CompareTo(first) >= 0 && row.Stream.CompareTo(end) < 0 && row.InDoubt, ct)
            || await db.Inbox.AnyAsync(row => row.State == InboxState.Pending && row.Kind == fact, ct);
    }

    /// <summary>Whether any entry still has that copy.</summary>
    public static Task<bool> IsKeptAsync(this DbSet<FileCopyRow> copies, string team, string hash, CancellationToken ct) =>
        copies.AnyAsync(row => row.TeamId == team && row.Hash == hash, ct);
}
