using System.Text;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>
/// Writes down what becomes of each try. Every effect needs two commits, one before it and one after it; those of all
/// streams share theirs, or the disk would have nothing else to do. That holds most when nothing succeeds.
/// </summary>
internal sealed class OutboxMarks : BackgroundService
{
    private readonly GroupCommit<OutboxMark, string?> marks;
    private readonly Nudges nudges;
    private readonly TimeProvider clock;

    public OutboxMarks(SingleWriter writer, Nudges nudges, TimeProvider clock, ILogger<OutboxMarks> log)
    {
        (this.nudges, this.clock) = (nudges, clock);
        marks = new GroupCommit<OutboxMark, string?>("outcomes", writer.WriteAsync, WriteAsync, log);
    }

    /// <summary>Returns when it is on the disk what became of the effect, together with what was learned.</summary>
    public async Task WriteAsync(OutboxMark mark)
    {
        await WrittenAsync(mark);
        if (mark.Learned.Count > 0)
            nudges.Inbox.Tap();
    }

    /// <summary>Returns when it is on the disk that a try begins, with what the effect says in that moment.</summary>
    public async Task<string> BeginAsync(OutboxRow effect) =>
        await WrittenAsync(new OutboxMark.Begun(effect)) ?? throw new InvalidOperationException("An effect was to be tried that is not there.");

    private Task<string?> WrittenAsync(OutboxMark mark) => marks.TryWrite(mark) ?? throw new OperationCanceledException("The bot is stopping.");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => marks.RunAsync(stoppingToken);

    private async Task<string?[]> WriteAsync(BotDbContext db, IReadOnlyList<OutboxMark> group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var begun = Ids(group.OfType<OutboxMark.Begun>());
        var payloads = begun.Length > 0 ? await db.BeginAsync(begun, now, ct) : [];
        foreach (var wait in group.OfType<OutboxMark.Waits>().GroupBy(mark => mark.Until))
            await db.Outbox.WaitAsync(Ids(wait), wait.Key, ct);
        foreach (var (effect, next, inDoubt, error) in group.OfType<OutboxMark.Postponed>())
            await db.Outbox.PostponeAsync(effect.Id, next, inDoubt, error, ct);
        foreach (var mark in group.OfType<OutboxMark.GivenUp>())
            await db.Outbox.GiveUpAsync(mark.Effect.Id, mark.InDoubt, mark.Error, now, ct);
        var done = Ids(group.OfType<OutboxMark.Done>());
        if (done.Length > 0)
            await db.Outbox.EndAsync(done, now, ct);
        foreach (var mark in group)
        {
            if (mark.Keeps is { } kept)
                await db.Outbox.SayAsync(mark.Effect.Id, kept, ct);
        }
        var ended = Ids(group.Where(mark => mark is OutboxMark.Done or OutboxMark.GivenUp));
        if (ended.Length > 0)
            await db.Outbox.GiveTurnsAfterAsync(ended, now, ct);
        await db.TakeInAsync([.. group.SelectMany(mark => Arrivals(mark, now))], ct);
        return [.. group.Select(mark => mark is OutboxMark.Begun ? payloads.GetValueOrDefault(mark.Effect.Id) : null)];
    }

    private static long[] Ids(IEnumerable<OutboxMark> marks) => [.. marks.Select(mark => mark.Effect.Id)];

    /// <summary>
    /// What was learned comes in through the inbox, in the commit that says what became of the effect. An effect may be given
    /// up, tried again by hand and then succeed, so each end has keys of its own.
    /// </summary>
    private static IEnumerable<InboxRow> Arrivals(OutboxMark mark, DateTimeOffset now) => mark.Learned.Select((fact, i) => new InboxRow
    {
        TeamId = mark.Effect.TeamId,
        Number = mark.Effect.Number,
        RequestId = mark.Effect.RequestId,
        Key = $"out-{mark.Effect.Id}{(mark is OutboxMark.GivenUp ? $"-{now.UtcTicks}" : "")}-{i}",
        Source = InboxSource.Learned,
        Kind = StoredShapes.NameOf(fact),
        Body = Encoding.UTF8.GetBytes(StoredShapes.Write(fact)),
        ReceivedAt = now,
    });
}
