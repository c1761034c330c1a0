using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Tells a database that takes nothing (locked, full, read-only, gone) from a row it rightly refused.</summary>
internal static class StorageFault
{
    /// <summary>Busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database (SQLite result codes).</summary>
    private static readonly HashSet<int> Away = [5, 6, 8, 10, 11, 13, 14, 26];

    public static bool Is(Exception failure) => failure switch
    {
        DbUpdateException { InnerException: { } inner } => Is(inner),
        SqliteException sqlite => Away.Contains(sqlite.SqliteErrorCode),
        IOException => true,
        _ => false,
    };

    /// <summary>What stands in the way, for whoever has to clear it.</summary>
    public static string Why(Exception failure) => failure switch
    {
        DbUpdateException { InnerException: { } inner } => Why(inner),
        SqliteException { SqliteErrorCode: 5 or 6 } => "another process holds it",
        SqliteException { SqliteErrorCode: 8 } => "it is read-only",
        SqliteException { SqliteErrorCode: 11 or 26 } => "its file is damaged",
        SqliteException { SqliteErrorCode: 13 } => "the disk is full",
        SqliteException { SqliteErrorCode: 14 } => "its file cannot be opened",
        SqliteException or IOException => "the disk refuses to read or write",
        _ => failure.GetType().Name,
    };
}
