using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
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

    /// <summary>By which log, ledger and answers name it.</summary>
    public string Reference => ReferenceOf(Id);

    public required string TeamId { get; init; }

    /// <summary>What makes it the same thing when it comes again: event_id, trigger_id, effect id, reminder id and due time.</summary>
    public required string Key { get; init; }

    /// <summary>What happened, apart from how Slack numbers the delivery; null where only <see cref="Key"/> tells.</summary>
    public string? NaturalKey { get; init; }

    /// <summary>How often it came again after it was stored.</summary>
    public int CameAgain { get; set; }

    /// <summary>The incident it was about, where that is known.</summary>
    public int? Number { get; set; }

    /// <summary>For what an effect taught us: the request that effect followed from.</summary>
    public long? RequestId { get; init; }

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

    /// <summary>What became of it; null while that is not known.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>The same in a word or two; never message text.</summary>
    public string? OutcomeWords { get; set; }

    public static string ReferenceOf(long id) => string.Create(CultureInfo.InvariantCulture, $"in-{id}");
}

internal sealed class InboxTable : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.TeamId, row.Key }).IsUnique();
        builder.HasIndex(row => new { row.TeamId, row.NaturalKey }).IsUnique().HasFilter("\"NaturalKey\" IS NOT NULL");
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Id }).HasFilter("\"Number\" IS NOT NULL");
        builder.HasIndex(row => row.State).HasFilter("\"State\" = 3").HasDatabaseName("IX_inbox_dead");
        builder.HasIndex(row => row.Id).HasFilter("\"State\" = 0");
        builder.HasIndex(row => row.WaitingFor).HasFilter("\"WaitingFor\" IS NOT NULL");
        builder.HasIndex(row => row.HandledAt);
    }
}

internal static class InboxQueries
{
    private const string Assign = """
        UPDATE inbox SET "Number" = CAST(about.value AS INTEGER)
        FROM json_each({0}) AS about WHERE inbox."Id" = CAST(about.key AS INTEGER)
        """;

    /// <summary>What came before, under this id or another, is counted on its row: no question more than for what is new.</summary>
    private const string CountAgain = """
        ON CONFLICT ("TeamId", "Key") DO UPDATE SET "CameAgain" = "CameAgain" + 1
        ON CONFLICT ("TeamId", "NaturalKey") WHERE "NaturalKey" IS NOT NULL DO UPDATE SET "CameAgain" = "CameAgain" + 1
        RETURNING "CameAgain" = 0
        """;

    /// <summary>Takes in what came, in the transaction under way, and says of each whether it is new.</summary>
    public static Task<bool[]> TakeInAsync(this BotDbContext db, IReadOnlyList<InboxRow> came, CancellationToken ct) => db.InsertAsync(came, CountAgain, ct);

    /// <summary>What is to be handled now, oldest first.</summary>
    public static Task<List<InboxRow>> PendingAsync(this DbSet<InboxRow> inbox, DateTimeOffset now, int most, CancellationToken ct) =>
        inbox.AsNoTracking().Where(row => row.State == InboxState.Pending && (row.NextTryAt == null || row.NextTryAt <= now))
            .OrderBy(row => row.Id).Take(most).ToListAsync(ct);

    /// <summary>That one, if it is still to be handled.</summary>
    public static Task<List<InboxRow>> NumberedAsync(this DbSet<InboxRow> inbox, long id, CancellationToken ct) =>
        inbox.AsNoTracking().Where(row => row.Id == id && row.State == InboxState.Pending).ToListAsync(ct);

    /// <summary>When the last request of Slack's came in before that time; found among the newest, because they come in order.</summary>
    public static Task<DateTimeOffset?> LastReceivedAsync(this DbSet<InboxRow> inbox, DateTimeOffset before, CancellationToken ct) =>
        inbox.Where(row => row.Source == InboxSource.Slack && row.ReceivedAt < before).OrderByDescending(row => row.Id).Select(row => (DateTimeOffset?)row.ReceivedAt).FirstOrDefaultAsync(ct);

    /// <summary>Whether anything came whose natural key lies between these, handled or not.</summary>
    [SuppressMessage("Globalization", "CA1309", Justification = "The database compares, byte by byte.")]
    public static Task<bool> HasBetweenAsync(this DbSet<InboxRow> inbox, string team, string from, string until, CancellationToken ct) =>
        inbox.AnyAsync(row => row.TeamId == team && string.Compare(row.NaturalKey, from) > 0 && string.Compare(row.NaturalKey, until) < 0, ct);

    /// <summary>What requests waited for is known now: they are handled again.</summary>
    public static async Task LetGoOnAsync(this DbSet<InboxRow> inbox, string waitedFor, CancellationToken ct)
    {
        foreach (var request in await inbox.Where(row => row.WaitingFor == waitedFor && row.State == InboxState.Waiting).ToListAsync(ct))
        {
            request.State = InboxState.Pending;
            request.WaitingFor = null;
        }
    }

    /// <summary>
    /// Of the settled requests after that one, some in which one of these stands, in their order. All are looked through, and
    /// each once: only a redaction asks, and the table holds days, not years.
    /// </summary>
    /// <param name="inbox">The table.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="probes">What may stand in them, as a JSON list of texts in every encoding they may have.</param>
    /// <param name="after">The last one that was looked at.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<List<InboxRow>> CarryingAsync(this DbSet<InboxRow> inbox, string team, string probes, long after, int most, CancellationToken ct) =>
        inbox.FromSql($"""
            SELECT * FROM inbox WHERE "TeamId" = {team} AND "Id" > {after} AND "State" IN ({(int)InboxState.Handled}, {(int)InboxState.Dead})
            AND EXISTS (SELECT 1 FROM json_each({probes}) AS probe WHERE instr("Body", CAST(probe.value AS BLOB)) > 0) ORDER BY "Id" LIMIT {most}
            """).AsNoTracking().ToListAsync(ct);

    /// <summary>It says that from now on.</summary>
    public static Task<int> SayAsync(this DbSet<InboxRow> inbox, long id, byte[] body, CancellationToken ct) =>
        inbox.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.Body, body), ct);

    /// <summary>What it said is not kept; that it came is, so that it is recognised when it comes again.</summary>
    public static Task<int> ForgetAsync(this DbSet<InboxRow> inbox, long id, CancellationToken ct) => inbox.SayAsync(id, [], ct);

    /// <summary>What was begun has come to an end.</summary>
    public static Task<int> EndAsync(this DbSet<InboxRow> inbox, long id, Outcome outcome, string? inWords, CancellationToken ct) =>
        inbox.Where(row => row.Id == id && row.Outcome == Outcome.Begun).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.Outcome, outcome)
                .SetProperty(r => r.OutcomeWords, inWords),
            ct);

    /// <summary>One page of what came in about an incident, or of what failed of it, newest first.</summary>
    public static async Task<Page<InboxRow>> AboutAsync(this BotDbContext db, string team, int number, bool onlyFailed, int page, int size, CancellationToken ct)
    {
        var its = db.Inbox.Where(row => row.TeamId == team && row.Number == number);
        var others = db.AlsoAbout.Where(also => also.TeamId == team && also.Number == number).Select(also => also.RequestId);
        var about = onlyFailed
            ? its.Where(row => row.Outcome == Outcome.Failed).Select(row => row.Id)
                .Concat(others.Join(db.Inbox.Where(row => row.Outcome == Outcome.Failed), id => id, row => row.Id, (id, row) => row.Id))
            : its.Select(row => row.Id).Concat(others);
        var ids = await about.OrderByDescending(id => id).PageAsync(page, size, ct);
        var rows = await db.Inbox.AsNoTracking().Where(row => ids.Rows.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        // Requests are forgotten first, what points to them afterwards.
        return (ids with { Rows = [.. ids.Rows.Where(rows.ContainsKey)] }).Select(id => rows[id]);
    }

    /// <summary>Writes down which incidents requests were about, in one statement.</summary>
    private static async Task AssignAsync(this BotDbContext db, IEnumerable<InboxRow> requests, CancellationToken ct)
    {
        var numbers = requests.Where(row => row.Number is not null).ToDictionary(row => row.Id, row => row.Number!.Value);
        if (numbers.Count > 0)
            await db.Database.ExecuteSqlRawAsync(Assign, [JsonSerializer.Serialize(numbers)], ct);
    }

    /// <summary>Writes down what became of requests, in one statement for all that went alike.</summary>
    public static async Task SettleAsync(this BotDbContext db, IReadOnlyList<InboxRow> requests, CancellationToken ct)
    {
        await db.AssignAsync(requests, ct);
        foreach (var alike in requests.GroupBy(row => (row.State, row.WaitingFor, row.HandledAt, row.Outcome, row.OutcomeWords)))
        {
            long[] ids = [.. alike.Select(row => row.Id)];
            var (state, waitingFor, handledAt, outcome, inWords) = alike.Key;
            await db.Inbox.Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, state)
                    .SetProperty(r => r.WaitingFor, waitingFor)
                    .SetProperty(r => r.HandledAt, handledAt)
                    .SetProperty(r => r.Outcome, outcome)
                    .SetProperty(r => r.OutcomeWords, inWords),
                ct);
        }
    }
}
