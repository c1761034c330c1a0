using System.Data.Common;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Tests.Storage;

/// <summary>Asks SQLite how it would find the rows of each statement (SQLite docs: EXPLAIN QUERY PLAN).</summary>
internal sealed class QueryPlans(string databasePath) : DbCommandInterceptor
{
    private readonly List<string> steps = [];

    /// <summary>Does something with the store and gives the steps of every statement it took.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<BotDbContext, Task> work)
    {
        await using var db = new BotDbContext(new DbContextOptionsBuilder<BotDbContext>().UseSqlite($"Data Source={databasePath};Pooling=False").AddInterceptors(this).Options);
        await work(db);
        return steps;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Explain(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Explain(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Explain(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        foreach (DbParameter given in command.Parameters)
            explain.Parameters.Add(new SqliteParameter(given.ParameterName, given.Value));
        explain.Transaction = command.Transaction;
        using var reader = explain.ExecuteReader();
        while (reader.Read())
            steps.Add(reader.GetString(3));
    }
}
