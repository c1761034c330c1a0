using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>
/// The one way to write. SQLite has a single writer; waiting for it in line, first come first served, costs less and
/// starves nobody, which polling on a busy file does. Its connection stays open: opening one costs more than a commit.
/// </summary>
internal sealed class SingleWriter(IDbContextFactory<BotDbContext> contexts, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim turnstile = new(1, 1);
    private readonly RightOfWay rightOfWay = new(clock);
    private BotDbContext? open;

    /// <summary>Runs <paramref name="work"/> in one transaction and commits it. Whatever it throws leaves nothing behind.</summary>
    public async Task<T> WriteAsync<T>(Func<BotDbContext, Task<T>> work, CancellationToken ct)
    {
        await rightOfWay.LetPassAsync(ct);
        await turnstile.WaitAsync(ct);
        var began = clock.GetTimestamp();
        try
        {
            return await CommitAsync(work, ct);
        }
        finally
        {
            rightOfWay.OtherEnds(began);
            turnstile.Release();
        }
    }

    /// <summary>The same for an acknowledgement that Slack is waiting for: whoever has not begun yet lets it pass.</summary>
    public async Task<T> WriteFirstAsync<T>(Func<BotDbContext, Task<T>> work, CancellationToken ct)
    {
        rightOfWay.FirstBegins();
        try
        {
            await turnstile.WaitAsync(ct);
            try
            {
                return await CommitAsync(work, ct);
            }
            finally
            {
                turnstile.Release();
            }
        }
        finally
        {
            rightOfWay.FirstEnds();
        }
    }

    /// <summary>Lets whoever is writing come to an end; nobody writes after that.</summary>
    public async ValueTask DisposeAsync()
    {
        await turnstile.WaitAsync();
        Close();
        turnstile.Dispose();
    }

    private async Task<T> CommitAsync<T>(Func<BotDbContext, Task<T>> work, CancellationToken ct)
    {
        try
        {
            var db = open ??= await OpenAsync(ct);
            T result;
            await using (var transaction = await db.Database.BeginTransactionAsync(ct))
            {
                result = await work(db);
                await transaction.CommitAsync(ct);
            }
            db.ChangeTracker.Clear();
            return result;
        }
        catch (Exception failure)
        {
            if (StorageFault.Is(failure))
                ForgetConnections();
            Close();
            throw;
        }
    }

    /// <summary>A connection that was opened while the file was read-only would stay so for ever, also when it comes from the pool.</summary>
    private void ForgetConnections()
    {
        if (open?.Database.GetDbConnection() is SqliteConnection connection)
            SqliteConnection.ClearPool(connection);
    }

    private async Task<BotDbContext> OpenAsync(CancellationToken ct)
    {
        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>After a failure nothing of the context is trusted; the next write opens a new one.</summary>
    private void Close()
    {
        open?.Dispose();
        open = null;
    }
}
