using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Something that came in and is not stored yet.</summary>
internal sealed record Arrival(string TeamId, string Key, InboxSource Source, string Kind, byte[] Body)
{
    /// <summary>What makes it the same thing under another id; null where only the id counts.</summary>
    public string? NaturalKey { get; init; }
}

/// <summary>Takes what comes in, many requests per commit. Nobody is told "stored" before the commit is on the disk.</summary>
internal sealed class Inbox : BackgroundService
{
    private readonly GroupCommit<Arrival, bool> arrivals;
    private readonly TimeProvider clock;
    private readonly Nudges nudges;

    public Inbox(SingleWriter writer, TimeProvider clock, Nudges nudges, ILogger<Inbox> log)
    {
        (this.clock, this.nudges) = (clock, nudges);
        arrivals = new GroupCommit<Arrival, bool>("requests", writer.WriteFirstAsync, InsertAsync, log);
    }

    /// <summary>Stores it, once for its key. True when it is new, false when it was stored before; either way it is safe now.</summary>
    /// <exception cref="InboxUnavailableException">It could not be stored; the sender must be told so.</exception>
    public async Task<bool> StoreAsync(Arrival arrival)
    {
        var storing = arrivals.TryWrite(arrival) ?? throw new InboxUnavailableException("The inbox is full, or the bot is stopping.", null);
        try
        {
            var isNew = await storing;
            nudges.Inbox.Tap();
            return isNew;
        }
        catch (Exception failure) when (StorageFault.Is(failure) || failure is OperationCanceledException)
        {
            throw new InboxUnavailableException("The database does not take anything.", failure);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => arrivals.RunAsync(stoppingToken);

    private Task<bool[]> InsertAsync(BotDbContext db, IReadOnlyList<Arrival> group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = group.Select(arrival => new InboxRow
        {
            TeamId = arrival.TeamId,
            Key = arrival.Key,
            NaturalKey = arrival.NaturalKey,
            Source = arrival.Source,
            Kind = arrival.Kind,
            Body = arrival.Body,
            ReceivedAt = now,
        }).ToList();
        return db.TakeInAsync(rows, ct);
    }
}

/// <summary>What came in could not be stored, so it must not be acknowledged.</summary>
internal sealed class InboxUnavailableException(string message, Exception? inner) : Exception(message, inner);

/// <summary>Who is tapped when there is something to do.</summary>
internal sealed class Nudges(TimeProvider clock)
{
    public Nudge Inbox { get; } = new(clock);

    /// <summary>Effects people wait for, and all others.</summary>
    public IReadOnlyDictionary<OutboxLane, Nudge> Lanes { get; } = new Dictionary<OutboxLane, Nudge>
    {
        [OutboxLane.Urgent] = new(clock),
        [OutboxLane.Bulk] = new(clock),
    };

    /// <summary>Something is owed, in whichever lane.</summary>
    public void TapOutbox()
    {
        foreach (var lane in Lanes.Values)
            lane.Tap();
    }
}
