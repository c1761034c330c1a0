using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentBot.Storage;

/// <summary>
/// Inserts many rows of one table with one prepared statement. EF prepares one for every row it saves; where rows come by
/// the hundred, that costs more than all the rest. Tables, columns and conversions are those of the model.
/// </summary>
internal static class GroupInsert
{
    private const string Key = "IncidentBot:GroupInsert";

    /// <summary>Commands live as long as their connection, prepared once.</summary>
    private static readonly ConditionalWeakTable<SqliteConnection, Commands> Kept = [];

    /// <summary>Inserts into the transaction under way. A row whose unique key is there already fails them all.</summary>
    public static async Task InsertAsync<TRow>(this BotDbContext db, IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        if (rows.Count == 0)
            return;
        var (command, columns) = db.CommandFor<TRow>("");
        foreach (var row in rows)
        {
            Fill(command, columns, row);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Inserts into the transaction under way what is new, and asks of each row what <paramref name="onConflict"/> returns.</summary>
    /// <param name="db">Whose transaction.</param>
    /// <param name="rows">What is inserted, one after the other: of two alike the first is new.</param>
    /// <param name="onConflict">What is done where a unique key is there already; ends in a <c>RETURNING</c> of one condition.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<bool[]> InsertAsync<TRow>(this BotDbContext db, IReadOnlyList<TRow> rows, string onConflict, CancellationToken ct)
        where TRow : class
    {
        var answers = new bool[rows.Count];
        if (rows.Count == 0)
            return answers;
        var (command, columns) = db.CommandFor<TRow>(onConflict);
        for (var i = 0; i < rows.Count; i++)
        {
            Fill(command, columns, rows[i]);
            answers[i] = await command.ExecuteScalarAsync(ct) is 1L;
        }
        return answers;
    }

    private static (SqliteCommand Command, Column[] Columns) CommandFor<TRow>(this BotDbContext db, string onConflict)
        where TRow : class
    {
        var table = db.Model.FindEntityType(typeof(TRow))!;
        var statement = table.GetOrAddRuntimeAnnotationValue(Key, static (table) => new Statement(table!), table);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var command = Kept.GetOrCreateValue(connection).GetOrAdd($"{statement.Sql} {onConflict}", connection, statement);
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        return (command, statement.Columns);
    }

    private static void Fill(SqliteCommand command, Column[] columns, object row)
    {
        for (var c = 0; c < columns.Length; c++)
            command.Parameters[c].Value = columns[c].ValueOf(row);
    }

    private sealed class Commands
    {
        private readonly Dictionary<string, SqliteCommand> bySql = [];

        public SqliteCommand GetOrAdd(string sql, SqliteConnection connection, Statement statement)
        {
            if (bySql.TryGetValue(sql, out var command))
                return command;
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var column in statement.Columns)
                command.Parameters.Add(new SqliteParameter { ParameterName = column.Parameter });
            return bySql[sql] = command;
        }
    }

    private sealed class Statement
    {
        public Statement(IEntityType table)
        {
            Columns = [.. table.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).Select(property => new Column(property))];
            Sql = $"""
                INSERT INTO "{table.GetTableName()}" ({string.Join(", ", Columns.Select(column => $"\"{column.Name}\""))})
                VALUES ({string.Join(", ", Columns.Select(column => column.Parameter))})
                """;
        }

        public string Sql { get; }

        public Column[] Columns { get; }
    }

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? toStored = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public string Parameter => $"${Name}";

        public object ValueOf(object row)
        {
            var value = getter.GetClrValue(row);
            return (toStored is null || value is null ? value : toStored(value)) ?? DBNull.Value;
        }
    }
}
