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

    /// <summary>What a log line is given besides <see cref="Why"/>: nothing where the disk is the reason, for no stack trace says more.</summary>
    public static Exception? Trace(Exception failure) => Is(failure) ? null : failure;

    /// <summary>What can be done about it by whoever started the program.</summary>
    public static string WhatToDo(SqliteException failure) => failure.SqliteErrorCode switch
    {
        5 or 6 => "Another process holds it; try again when that has ended.",
        8 or 10 or 14 => "Let this program read and write the file and its folder (SQLite keeps two more files beside it), or set DATABASE to another file.",
        13 => "The disk is full; make room.",
        11 or 26 => "Set DATABASE to another file, or put a backup in its place.",
        _ => "Set DATABASE to another file.",
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
