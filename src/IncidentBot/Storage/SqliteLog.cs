using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>SQLite's write-ahead log: old pages stay in it until it is begun anew.</summary>
internal static class SqliteLog
{
    /// <summary>Brings everything into the database file and empties the log.</summary>
    /// <exception cref="LogInUseException">Somebody reads an older state for longer than a connection waits.</exception>
    public static async Task EmptyLogAsync(this BotDbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (await command.ExecuteScalarAsync(ct) is not 0L)
            throw new LogInUseException("The database's log cannot be emptied while somebody reads.");
    }
}

/// <summary>The log could not be emptied now; it can later.</summary>
internal sealed class LogInUseException(string message) : Exception(message);
