using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>SQLite's write-ahead log: old pages stay in it until it is begun anew.</summary>
internal static class SqliteLog
{
    private const int Tries = 40;
    private const int Busy = 5;
    private const int Locked = 6;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// Brings everything into the database file and empties the log. While SQLite waits for readers to finish nobody can write,
    /// so it is not let wait: a moment without readers is tried for again and again.
    /// </summary>
    /// <exception cref="LogInUseException">There was no such moment within a second or so.</exception>
    public static async Task EmptyLogAsync(this BotDbContext db, TimeProvider clock, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=0", ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.CommandTimeout = 1;
        for (var tries = 0; !await IsEmptiedAsync(command, ct); tries++)
        {
            if (tries == Tries)
                throw new LogInUseException("The database's log cannot be emptied while somebody reads.");
            await Task.Delay(BetweenTries, clock, ct);
        }
    }

    private static async Task<bool> IsEmptiedAsync(DbCommand command, CancellationToken ct)
    {
        try
        {
            return await command.ExecuteScalarAsync(ct) is 0L;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
    }
}

/// <summary>The log could not be emptied now; it can later.</summary>
internal sealed class LogInUseException(string message) : Exception(message);
