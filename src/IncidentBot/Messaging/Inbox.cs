using System.Threading.Channels;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>Something that came in and is not stored yet.</summary>
internal sealed record Arrival(string TeamId, string Key, InboxSource Source, string Kind, byte[] Body);

/// <summary>
/// Takes what comes in, many requests per commit: whoever arrives while the disk is busy goes into the next commit
/// together. Nobody is told "stored" before the commit is on the disk.
/// </summary>
internal sealed class Inbox(SingleWriter writer, TimeProvider clock, Nudges nudges, ILogger<Inbox> log) : BackgroundService
{
    private const int MostAtOnce = 512;

    private const string Insert = """
        INSERT INTO inbox ("TeamId", "Key", "Source", "Kind", "Body", "ReceivedAt", "State", "Attempts")
        VALUES ($team, $key, $source, $kind, $body, $received, 0, 0)
        ON CONFLICT ("TeamId", "Key") DO NOTHING
        """;

    private readonly Channel<Waiting> arrivals = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(16_384) { SingleReader = true });

    /// <summary>Stores it, once for its key. True when it is new, false when it was stored before; either way it is safe now.</summary>
    /// <exception cref="InboxUnavailableException">It could not be stored; the sender must be told so.</exception>
    public Task<bool> StoreAsync(Arrival arrival)
    {
        var waiting = new Waiting(arrival, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        return arrivals.Writer.TryWrite(waiting)
            ? waiting.Stored.Task
            : Task.FromException<bool>(new InboxUnavailableException("The inbox is full.", null));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>(MostAtOnce);
        try
        {
            while (await arrivals.Reader.WaitToReadAsync(stoppingToken))
            {
                group.Clear();
                while (group.Count < MostAtOnce && arrivals.Reader.TryRead(out var waiting))
                    group.Add(waiting);
                await StoreGroupAsync(group, stoppingToken);
            }
        }
        finally
        {
            arrivals.Writer.TryComplete();
            while (arrivals.Reader.TryRead(out var left))
                left.Stored.TrySetException(new InboxUnavailableException("The bot is stopping.", null));
        }
    }

    private async Task StoreGroupAsync(List<Waiting> group, CancellationToken ct)
    {
        try
        {
            var isNew = await writer.WriteAsync(db => InsertAsync(db, group, ct), ct);
            for (var i = 0; i < group.Count; i++)
                group[i].Stored.SetResult(isNew[i]);
            nudges.Inbox.Tap();
        }
        catch (Exception failure) when (StorageFault.Is(failure) || failure is OperationCanceledException)
        {
            log.LogError(failure, "{Count} requests could not be stored and were refused", group.Count);
            foreach (var waiting in group)
                waiting.Stored.TrySetException(new InboxUnavailableException("The database does not take anything.", failure));
        }
    }

    private async Task<bool[]> InsertAsync(BotDbContext db, List<Waiting> group, CancellationToken ct)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.CommandText = Insert;
        var team = command.Parameters.Add("$team", SqliteType.Text);
        var key = command.Parameters.Add("$key", SqliteType.Text);
        var source = command.Parameters.Add("$source", SqliteType.Integer);
        var kind = command.Parameters.Add("$kind", SqliteType.Text);
        var body = command.Parameters.Add("$body", SqliteType.Blob);
        command.Parameters.Add("$received", SqliteType.Integer).Value = clock.GetUtcNow().UtcTicks;
        var isNew = new bool[group.Count];
        for (var i = 0; i < group.Count; i++)
        {
            var arrival = group[i].Arrival;
            team.Value = arrival.TeamId;
            key.Value = arrival.Key;
            source.Value = (int)arrival.Source;
            kind.Value = arrival.Kind;
            body.Value = arrival.Body;
            isNew[i] = await command.ExecuteNonQueryAsync(ct) > 0;
        }
        return isNew;
    }

    private sealed record Waiting(Arrival Arrival, TaskCompletionSource<bool> Stored);
}

/// <summary>What came in could not be stored, so it must not be acknowledged.</summary>
internal sealed class InboxUnavailableException(string message, Exception? inner) : Exception(message, inner);

/// <summary>Who is tapped when there is something to do.</summary>
internal sealed class Nudges(TimeProvider clock)
{
    public Nudge Inbox { get; } = new(clock);

    public Nudge Outbox { get; } = new(clock);
}
