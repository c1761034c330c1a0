using System.Globalization;
using System.Text.Json;
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

/// <summary>Who goes first when much is owed.</summary>
internal enum OutboxLane
{
    /// <summary>Somebody waits for it with their eyes on the screen.</summary>
    Urgent = 0,

    Bulk = 1,
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

    public required string Payload { get; set; }

    /// <summary>For refreshes: one not yet begun is enough.</summary>
    public string? CoalesceKey { get; init; }

    /// <summary>By which log, ledger and answers name it.</summary>
    public string Reference => ReferenceOf(Id);

    /// <summary>The incident it is about, where that is known.</summary>
    public int? Number { get; init; }

    /// <summary>The request it follows from, however far; whoever made that is told when this is given up.</summary>
    public long? RequestId { get; init; }

    public OutboxState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Whether an attempt was begun whose end we do not know; the next one looks first.</summary>
    public bool InDoubt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FirstAttemptAt { get; set; }

    public OutboxLane Lane { get; init; } = OutboxLane.Bulk;

    /// <summary>When it may be tried: only the first of its stream has a time, so finding what to do next costs what is found, however much is owed.</summary>
    public DateTimeOffset? TurnAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>When somebody had it tried again after it was given up.</summary>
    public DateTimeOffset? ReplayedAt { get; set; }

    /// <summary>Slack's last error code, or ours; never message text.</summary>
    public string? Error { get; set; }

    public static string ReferenceOf(long id) => string.Create(CultureInfo.InvariantCulture, $"out-{id}");
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Stream, row.Id }).HasFilter("\"State\" = 0");
        builder.HasIndex(row => new { row.Lane, row.TurnAt, row.Id }).HasFilter("\"TurnAt\" IS NOT NULL");
        builder.HasIndex(row => row.CoalesceKey).HasFilter("\"State\" = 0 AND \"CoalesceKey\" IS NOT NULL");
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Id }).HasFilter("\"Error\" IS NOT NULL AND \"Number\" IS NOT NULL");
        builder.HasIndex(row => row.State).HasFilter("\"State\" = 2").HasDatabaseName("IX_outbox_dead");
        builder.HasIndex(row => row.ReplayedAt).HasFilter("\"ReplayedAt\" IS NOT NULL");
        builder.HasIndex(row => row.DoneAt);
    }
}

internal static class OutboxQueries
{
    /// <summary>What may be tried now: of each stream the first that is owed, those first that waited longest.</summary>
    public static Task<List<OutboxRow>> DueAsync(this DbSet<OutboxRow> outbox, OutboxLane lane, DateTimeOffset now, int most, CancellationToken ct) =>
        outbox.AsNoTracking().Where(row => row.Lane == lane && row.TurnAt <= now)
            .OrderBy(row => row.TurnAt).ThenBy(row => row.Id).Take(most).ToListAsync(ct);

    /// <summary>When the next postponed effect may be tried.</summary>
    public static Task<DateTimeOffset?> NextTurnAsync(this DbSet<OutboxRow> outbox, OutboxLane lane, DateTimeOffset now, CancellationToken ct) =>
        outbox.Where(row => row.Lane == lane && row.TurnAt > now).MinAsync(row => row.TurnAt, ct);

    /// <summary>Puts promises into the transaction; those with nothing owed before them in their stream have their turn.</summary>
    public static async Task OweAsync(this BotDbContext db, IReadOnlyList<OutboxRow> effects, DateTimeOffset now, CancellationToken ct)
    {
        if (effects.Count == 0)
            return;
        var last = await db.Outbox.MaxAsync(row => (long?)row.Id, ct) ?? 0;
        await db.InsertAsync(effects, ct);
        await db.Outbox.GiveTurnsToNewAsync(last, now, ct);
    }

    /// <summary>Of the rows after <paramref name="last"/>, those with nothing owed before them in their stream have their turn.</summary>
    public static Task<int> GiveTurnsToNewAsync(this DbSet<OutboxRow> outbox, long last, DateTimeOffset now, CancellationToken ct) =>
        outbox.Where(row => row.Id > last && row.State == OutboxState.Owed
                && !outbox.Any(earlier => earlier.Stream == row.Stream && earlier.State == OutboxState.Owed && earlier.Id < row.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.TurnAt, now), ct);

    /// <summary>Where these came to an end, the next of their stream has its turn.</summary>
    public static Task<int> GiveTurnsAfterAsync(this DbSet<OutboxRow> outbox, long[] ended, DateTimeOffset now, CancellationToken ct) =>
        outbox.Where(row => row.TurnAt == null && outbox.Where(end => EF.Parameter(ended).Contains(end.Id))
                .Select(end => outbox.Where(next => next.Stream == end.Stream && next.State == OutboxState.Owed).Min(next => (long?)next.Id))
                .Contains(row.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.TurnAt, now), ct);

    /// <summary>Whether a refresh of that key is owed and not under way: it shows what is true when it is sent.</summary>
    public static Task<bool> AwaitsAsync(this DbSet<OutboxRow> outbox, string coalesceKey, CancellationToken ct) =>
        outbox.AnyAsync(row => row.CoalesceKey == coalesceKey && row.State == OutboxState.Owed && !row.InDoubt, ct);

    private const string Begin = """
        UPDATE outbox SET "Attempts" = "Attempts" + 1, "FirstAttemptAt" = coalesce("FirstAttemptAt", {1}), "InDoubt" = 1
        WHERE "Id" IN (SELECT value FROM json_each({0})) RETURNING "Id", "Payload"
        """;

    /// <summary>Attempts begin; until their ends are known they are in doubt.</summary>
    /// <returns>What each says now, which may be other than when it was loaded: words were redacted since, or its channel has another id.</returns>
    public static Task<Dictionary<long, string>> BeginAsync(this BotDbContext db, long[] ids, DateTimeOffset now, CancellationToken ct) =>
        db.Database.SqlQueryRaw<BegunEffect>(Begin, JsonSerializer.Serialize(ids), now.UtcTicks).ToDictionaryAsync(begun => begun.Id, begun => begun.Payload, ct);

    private sealed record BegunEffect(long Id, string Payload);

    /// <summary>What about an incident was not sent though it was tried, newest first.</summary>
    public static Task<List<OutboxRow>> TroubleAboutAsync(this DbSet<OutboxRow> outbox, string team, int number, int most, CancellationToken ct) =>
        outbox.AsNoTracking().Where(row => row.TeamId == team && row.Number == number && row.Error != null)
            .OrderByDescending(row => row.Id).Take(most).ToListAsync(ct);

    /// <summary>They are not tried before that time.</summary>
    public static Task<int> WaitAsync(this DbSet<OutboxRow> outbox, long[] ids, DateTimeOffset turnAt, CancellationToken ct) =>
        outbox.Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(r => r.TurnAt, turnAt), ct);

    /// <summary>It is tried again later.</summary>
    public static Task<int> PostponeAsync(this DbSet<OutboxRow> outbox, long id, DateTimeOffset turnAt, bool inDoubt, string error, CancellationToken ct) =>
        outbox.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.TurnAt, turnAt)
                .SetProperty(r => r.InDoubt, inDoubt)
                .SetProperty(r => r.Error, error),
            ct);

    /// <summary>They are done.</summary>
    public static Task<int> EndAsync(this DbSet<OutboxRow> outbox, long[] ids, DateTimeOffset now, CancellationToken ct) =>
        outbox.Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.State, OutboxState.Done)
                .SetProperty(r => r.TurnAt, (DateTimeOffset?)null)
                .SetProperty(r => r.DoneAt, now)
                .SetProperty(r => r.InDoubt, false)
                .SetProperty(r => r.Error, (string?)null),
            ct);

    /// <summary>It is given up, and kept for a human.</summary>
    public static Task<int> GiveUpAsync(this DbSet<OutboxRow> outbox, long id, bool inDoubt, string error, DateTimeOffset now, CancellationToken ct) =>
        outbox.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.State, OutboxState.Dead)
                .SetProperty(r => r.TurnAt, (DateTimeOffset?)null)
                .SetProperty(r => r.DoneAt, now)
                .SetProperty(r => r.InDoubt, inDoubt)
                .SetProperty(r => r.Error, error),
            ct);

    /// <summary>Of the effects after that one, some in which one of these stands, in their order; looked through like the requests.</summary>
    /// <param name="outbox">The table.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="probes">What may stand in them, as a JSON list of texts in every encoding they may have.</param>
    /// <param name="after">The last one that was looked at.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<List<OutboxRow>> CarryingAsync(this DbSet<OutboxRow> outbox, string team, string probes, long after, int most, CancellationToken ct) =>
        outbox.FromSql($"""
            SELECT * FROM outbox WHERE "TeamId" = {team} AND "Id" > {after}
            AND EXISTS (SELECT 1 FROM json_each({probes}) AS probe WHERE instr("Payload", probe.value) > 0) ORDER BY "Id" LIMIT {most}
            """).AsNoTracking().ToListAsync(ct);

    /// <summary>It says only that from now on.</summary>
    public static Task<int> SayAsync(this DbSet<OutboxRow> outbox, long id, string payload, CancellationToken ct) =>
        outbox.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.Payload, payload), ct);

    /// <summary>What is still owed to a channel goes to its new id. Ids are unique words, so replacing the quoted one touches nothing else. They keep their place before what is owed there from now on.</summary>
    public static Task<int> ReaddressAsync(this DbSet<OutboxRow> outbox, string team, string from, string to, CancellationToken ct)
    {
        var (old, now) = ($"\"{from}\"", $"\"{to}\"");
        return outbox.Where(row => row.TeamId == team && row.State == OutboxState.Owed && row.Payload.Contains(old))
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.Payload, r => r.Payload.Replace(old, now))
                    .SetProperty(r => r.Stream, r => r.Stream.Replace(from, to)),
                ct);
    }
}
