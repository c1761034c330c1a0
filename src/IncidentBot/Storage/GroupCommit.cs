using System.Threading.Channels;

namespace IncidentBot.Storage;

/// <summary>
/// Many small writes, one commit: whatever arrives while the disk is busy goes into the next commit together. Nobody is
/// told "done" before the commit is on the disk.
/// </summary>
/// <param name="what">What they are, in the log.</param>
/// <param name="inTransaction">Whose transactions they are.</param>
/// <param name="write">Writes one group inside the transaction, and answers each item in its order.</param>
/// <param name="log">Hears of groups that failed.</param>
internal sealed class GroupCommit<TItem, TResult>(
    string what,
    Func<Func<BotDbContext, Task<TResult[]>>, CancellationToken, Task<TResult[]>> inTransaction,
    Func<BotDbContext, IReadOnlyList<TItem>, CancellationToken, Task<TResult[]>> write,
    ILogger log)
{
    private const int MostAtOnce = 512;
    private const int MostWaiting = 16_384;
    private readonly Channel<Waiting> arrivals = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Writes it with the next group. Fails as the commit fails; null when too many wait already, or nobody writes any more.</summary>
    public Task<TResult>? TryWrite(TItem item)
    {
        var waiting = new Waiting(item, new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        return arrivals.Writer.TryWrite(waiting) ? waiting.Done.Task : null;
    }

    /// <summary>Commits group after group until it is stopped; what waits then is cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var group = new List<Waiting>(MostAtOnce);
        try
        {
            while (await arrivals.Reader.WaitToReadAsync(ct))
            {
                group.Clear();
                await WriteAsync(group, ct);
            }
        }
        finally
        {
            arrivals.Writer.TryComplete();
            while (arrivals.Reader.TryRead(out var left))
                left.Done.TrySetCanceled(ct);
        }
    }

    /// <summary>Who is in the group is settled when its transaction has begun: whoever came while it waited goes with it.</summary>
    private async Task WriteAsync(List<Waiting> group, CancellationToken ct)
    {
        try
        {
            var results = await inTransaction(
                db =>
                {
                    Collect(group);
                    return write(db, group.ConvertAll(waiting => waiting.Item), ct);
                },
                ct);
            for (var i = 0; i < group.Count; i++)
                group[i].Done.SetResult(results[i]);
        }
        catch (Exception failure)
        {
            Collect(group);
            log.LogError(StorageFault.Trace(failure), "{Count} {What} could not be stored and were refused: {Why}", group.Count, what, StorageFault.Why(failure));
            foreach (var waiting in group)
                waiting.Done.TrySetException(failure);
        }
    }

    private void Collect(List<Waiting> group)
    {
        while (group.Count < MostAtOnce && arrivals.Reader.TryRead(out var waiting))
            group.Add(waiting);
    }

    private sealed record Waiting(TItem Item, TaskCompletionSource<TResult> Done);
}
