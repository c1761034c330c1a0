using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Tells a database that takes nothing (locked, full, read-only, gone) from a row it rightly refused.</summary>
internal static class StorageFault
{
    private const int ConstraintViolated = 19;

    public static bool Is(Exception failure) => failure switch
    {
        DbUpdateException { InnerException: { } inner } => Is(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode != ConstraintViolated,
        DbException or IOException => true,
        _ => false,
    };
}
