using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>
/// The one way to write. SQLite has a single writer; waiting for it in line, first come first served, costs less and
/// starves nobody, which polling on a busy file does.
/// </summary>
internal sealed class SingleWriter(IDbContextFactory<BotDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim turnstile = new(1, 1);

    /// <summary>Runs <paramref name="work"/> in one transaction and commits it. Whatever it throws leaves nothing behind.</summary>
    public async Task<T> WriteAsync<T>(Func<BotDbContext, Task<T>> work, CancellationToken ct)
    {
        await turnstile.WaitAsync(ct);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var result = await work(db);
            await transaction.CommitAsync(ct);
            return result;
        }
        finally
        {
            turnstile.Release();
        }
    }

    public void Dispose() => turnstile.Dispose();
}
