using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>
/// Whether the database takes what comes, found out by storing something and taking it away again: a full disk and a
/// read-only file can be read as well as ever. At most once a second, however many ask.
/// </summary>
internal sealed class WriteProbe(SingleWriter writer, TimeProvider clock, ILogger<WriteProbe> log)
{
    /// <summary>More than a page holds, so that there must be room for new ones.</summary>
    private const int Bytes = 32 * 1024;

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private Task<string?>? last;
    private long lastBegan;

    /// <summary>Why nothing can be stored, as the end of a sentence; null when all is well.</summary>
    public Task<string?> TroubleAsync()
    {
        lock (gate)
        {
            if (last is null || (last.IsCompleted && clock.GetElapsedTime(lastBegan) >= GoodFor))
                (last, lastBegan) = (ProbeAsync(), clock.GetTimestamp());
            return last;
        }
    }

    private async Task<string?> ProbeAsync()
    {
        try
        {
            await writer.WriteAsync(StoreAndTakeAwayAsync, CancellationToken.None);
            return null;
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            var why = StorageFault.Why(failure);
            log.LogError("The database takes nothing: {Why}", why);
            return why;
        }
    }

    private async Task<int> StoreAndTakeAwayAsync(BotDbContext db)
    {
        var row = new InboxRow { TeamId = "", Key = "probe", Source = InboxSource.Learned, Kind = "probe", Body = new byte[Bytes], ReceivedAt = clock.GetUtcNow() };
        await db.InsertAsync([row], CancellationToken.None);
        return await db.Inbox.Where(stored => stored.TeamId == "" && stored.Key == "probe").ExecuteDeleteAsync();
    }
}
