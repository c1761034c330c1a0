using System.Text;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>
/// Writes down what becomes of each try. Every effect needs two commits, one before it and one after it; those of all
/// streams share theirs, or the disk would have nothing else to do.
/// </summary>
internal sealed class OutboxMarks : BackgroundService
{
    private readonly GroupCommit<Mark, bool> marks;
    private readonly SingleWriter writer;
    private readonly Nudges nudges;
    private readonly TimeProvider clock;

    public OutboxMarks(SingleWriter writer, Nudges nudges, TimeProvider clock, ILogger<OutboxMarks> log)
    {
        (this.writer, this.nudges, this.clock) = (writer, nudges, clock);
        marks = new GroupCommit<Mark, bool>("outcomes", writer.WriteAsync, WriteAsync, log);
    }

    /// <summary>Returns when it is on the disk that a try begins; until its end is known it is in doubt.</summary>
    public Task BegunAsync(OutboxRow effect) => AddAsync(new Mark(effect, null));

    /// <summary>Returns when it is on the disk that the effect is carried out, together with what was learned.</summary>
    public async Task DoneAsync(OutboxRow effect, IReadOnlyList<Fact> learned)
    {
        await AddAsync(new Mark(effect, learned));
        if (learned.Count > 0)
            nudges.Inbox.Tap();
    }

    /// <summary>It was not tried: Slack allows its calls only then.</summary>
    public Task WaitsAsync(OutboxRow effect, DateTimeOffset until) => AddAsync(new Mark(effect, null) { WaitsUntil = until });

    /// <summary>It is tried again later.</summary>
    public Task PostponedAsync(OutboxRow effect, DateTimeOffset next, bool inDoubt, string error, CancellationToken ct) =>
        writer.WriteAsync(db => db.Outbox.PostponeAsync(effect.Id, next, inDoubt, error, ct), ct);

    /// <summary>It is not tried again; whoever waits for it learns that.</summary>
    public async Task GivenUpAsync(OutboxRow effect, bool inDoubt, string error, IReadOnlyList<Fact> learned, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await writer.WriteAsync(
            async db =>
            {
                await db.Outbox.GiveUpAsync(effect.Id, inDoubt, error, now, ct);
                await db.Outbox.GiveTurnsAfterAsync([effect.Id], now, ct);
                return await db.TakeInAsync([.. Arrivals(effect, learned, now)], ct);
            },
            ct);
        nudges.Inbox.Tap();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => marks.RunAsync(stoppingToken);

    private Task<bool> AddAsync(Mark mark) => marks.TryWrite(mark) ?? throw new OperationCanceledException("The bot is stopping.");

    private async Task<bool[]> WriteAsync(BotDbContext db, IReadOnlyList<Mark> group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        long[] begun = [.. group.Where(mark => mark is { Learned: null, WaitsUntil: null }).Select(mark => mark.Effect.Id)];
        if (begun.Length > 0)
            await db.Outbox.BeginAsync(begun, now, ct);
        foreach (var wait in group.Where(mark => mark.WaitsUntil is not null).GroupBy(mark => mark.WaitsUntil!.Value, mark => mark.Effect.Id))
            await db.Outbox.WaitAsync([.. wait], wait.Key, ct);
        long[] done = [.. group.Where(mark => mark.Learned is not null).Select(mark => mark.Effect.Id)];
        if (done.Length > 0)
        {
            await db.Outbox.EndAsync(done, now, ct);
            await db.Outbox.GiveTurnsAfterAsync(done, now, ct);
        }
        await db.TakeInAsync([.. group.SelectMany(mark => Arrivals(mark.Effect, mark.Learned ?? [], now))], ct);
        return new bool[group.Count];
    }

    /// <summary>What was learned comes in through the inbox, in the commit that says what became of the effect.</summary>
    private static IEnumerable<InboxRow> Arrivals(OutboxRow effect, IReadOnlyList<Fact> learned, DateTimeOffset now) => learned.Select((fact, i) => new InboxRow
    {
        TeamId = effect.TeamId,
        Key = $"out-{effect.Id}-{i}",
        Source = InboxSource.Learned,
        Kind = StoredShapes.NameOf(fact),
        Body = Encoding.UTF8.GetBytes(StoredShapes.Write(fact)),
        ReceivedAt = now,
    });

    /// <param name="Effect">Which effect.</param>
    /// <param name="Learned">What carrying it out taught us; null when it only begins.</param>
    private sealed record Mark(OutboxRow Effect, IReadOnlyList<Fact>? Learned)
    {
        /// <summary>When it may be tried; null when it begins or is done.</summary>
        public DateTimeOffset? WaitsUntil { get; init; }
    }
}
