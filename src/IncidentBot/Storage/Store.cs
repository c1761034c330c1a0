using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Opens the database file, and brings its tables up to date at start.</summary>
internal static class Store
{
    public static IServiceCollection AddStore(this IServiceCollection services, string databasePath)
    {
        SqliteRuntime.EnsureInstalled();
        var connection = new SqliteConnectionStringBuilder { DataSource = databasePath, Pooling = true, DefaultTimeout = 2 }.ToString();
        services.AddPooledDbContextFactory<BotDbContext>(options => options
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<SingleWriter>();
        services.AddSingleton<WriteProbe>();
        return services;
    }

    /// <summary>
    /// Applies what is missing. A killed process can leave EF's migration lock behind, and the next start would wait on it
    /// for ever; nobody else can be migrating, because <see cref="FileClaim"/> is held.
    /// </summary>
    public static async Task MigrateAsync(IDbContextFactory<BotDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
    }
}
