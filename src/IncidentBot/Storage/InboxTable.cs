using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>Where something that came in comes from, and so how its body is read.</summary>
internal enum InboxSource
{
    /// <summary>A Slack request, its body byte for byte.</summary>
    Slack = 0,

    /// <summary>What an effect learned from the outside.</summary>
    Learned = 1,

    /// <summary>A reminder that fell due.</summary>
    Reminder = 2,
}

internal enum InboxState
{
    Pending = 0,

    /// <summary>Until something is learned; see <see cref="InboxRow.WaitingFor"/>.</summary>
    Waiting = 1,

    Handled = 2,

    /// <summary>Failed too often; kept for a human.</summary>
    Dead = 3,
}

/// <summary>Something that came in, stored before it was acknowledged.</summary>
internal sealed class InboxRow
{
    public long Id { get; init; }

    public required string TeamId { get; init; }

    /// <summary>What makes it the same thing when it comes again: event_id, trigger_id, effect id, reminder id and due time.</summary>
    public required string Key { get; init; }

    public InboxSource Source { get; init; }

    /// <summary>The content type of a Slack request, or the name of the fact.</summary>
    public required string Kind { get; init; }

    public required byte[] Body { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public InboxState State { get; set; }

    public string? WaitingFor { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before this time; null means at once.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>What became of it, in a word or two; never message text.</summary>
    public string? Outcome { get; set; }
}

internal sealed class InboxTable : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.TeamId, row.Key }).IsUnique();
        builder.HasIndex(row => row.Id).HasFilter("\"State\" = 0");
        builder.HasIndex(row => row.WaitingFor).HasFilter("\"WaitingFor\" IS NOT NULL");
        builder.HasIndex(row => row.HandledAt);
    }
}

internal static class InboxQueries
{
    /// <summary>What is to be handled now, oldest first.</summary>
    public static Task<List<InboxRow>> PendingAsync(this DbSet<InboxRow> inbox, DateTimeOffset now, int most, CancellationToken ct) =>
        inbox.AsNoTracking().Where(row => row.State == InboxState.Pending && (row.NextTryAt == null || row.NextTryAt <= now))
            .OrderBy(row => row.Id).Take(most).ToListAsync(ct);

    /// <summary>That one, if it is still to be handled.</summary>
    public static Task<List<InboxRow>> NumberedAsync(this DbSet<InboxRow> inbox, long id, CancellationToken ct) =>
        inbox.AsNoTracking().Where(row => row.Id == id && row.State == InboxState.Pending).ToListAsync(ct);

    /// <summary>Requests that wait for something to be learned.</summary>
    public static Task<List<InboxRow>> WaitingForAsync(this DbSet<InboxRow> inbox, string what, CancellationToken ct) =>
        inbox.Where(row => row.WaitingFor == what && row.State == InboxState.Waiting).ToListAsync(ct);

    /// <summary>Writes down what became of requests, in one statement for all that went alike.</summary>
    public static async Task SettleAsync(this DbSet<InboxRow> inbox, IEnumerable<InboxRow> requests, CancellationToken ct)
    {
        foreach (var alike in requests.GroupBy(row => (row.State, row.WaitingFor, row.HandledAt, row.Outcome)))
        {
            long[] ids = [.. alike.Select(row => row.Id)];
            var (state, waitingFor, handledAt, outcome) = alike.Key;
            await inbox.Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, state)
                    .SetProperty(r => r.WaitingFor, waitingFor)
                    .SetProperty(r => r.HandledAt, handledAt)
                    .SetProperty(r => r.Outcome, outcome),
                ct);
        }
    }
}
