namespace IncidentBot.Benchmarks;

/// <summary>Memory at one moment, in bytes.</summary>
internal readonly record struct Memory(long WorkingSet, long Heap)
{
    public static Memory Now() => new(Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: false));

    public static Memory AfterCollecting()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Now();
    }

    public Memory OrMore(Memory other) => new(Math.Max(WorkingSet, other.WorkingSet), Math.Max(Heap, other.Heap));
}

/// <summary>Watches the process's memory for its highest moment.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;

    public MemoryWatch() => watching = WatchAsync();

    public Memory Peak { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            Peak = Peak.OrMore(Memory.Now());
            await Task.Delay(LookEvery, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
