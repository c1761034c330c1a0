using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

internal enum OutboxState
{
    Owed = 0,
    Done = 1,

    /// <summary>The outside said a final no, or failed too long; kept for a human.</summary>
    Dead = 2,
}

/// <summary>A promise to the outside, written in the transaction that made it.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public required string TeamId { get; init; }

    /// <summary>Effects of one stream are carried out one after the other, in order; streams do not wait for each other.</summary>
    public required string Stream { get; init; }

    /// <summary>Which effect; the name it is stored under for ever.</summary>
    public required string Kind { get; init; }

    public required string Payload { get; init; }

    /// <summary>For refreshes: one not yet begun is enough.</summary>
    public string? CoalesceKey { get; init; }

    public OutboxState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Whether an attempt was begun whose end we do not know; the next one looks first.</summary>
    public bool InDoubt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FirstAttemptAt { get; set; }

    /// <summary>Not before this time; null means at once.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Slack's last error code, or ours; never message text.</summary>
    public string? Error { get; set; }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Stream, row.Id }).HasFilter("\"State\" = 0");
        builder.HasIndex(row => row.CoalesceKey).HasFilter("\"State\" = 0 AND \"CoalesceKey\" IS NOT NULL");
        builder.HasIndex(row => row.DoneAt);
    }
}
