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
    public static Task InsertAsync<TRow>(this BotDbContext db, IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class => db.InsertAsync(rows, "", ct);

    /// <summary>Inserts into the transaction under way what is new, and says of each row whether it is: one whose unique key is there already is left out.</summary>
    public static Task<bool[]> InsertNewAsync<TRow>(this BotDbContext db, IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class => db.InsertAsync(rows, " ON CONFLICT DO NOTHING", ct);

    private static async Task<bool[]> InsertAsync<TRow>(this BotDbContext db, IReadOnlyList<TRow> rows, string onConflict, CancellationToken ct)
        where TRow : class
    {
        var isNew = new bool[rows.Count];
        if (rows.Count == 0)
            return isNew;
        var table = db.Model.FindEntityType(typeof(TRow))!;
        var statement = table.GetOrAddRuntimeAnnotationValue(Key, static (table) => new Statement(table!), table);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var command = Kept.GetOrCreateValue(connection).GetOrAdd(statement.Sql + onConflict, connection, statement);
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        for (var i = 0; i < rows.Count; i++)
        {
            for (var c = 0; c < statement.Columns.Length; c++)
                command.Parameters[c].Value = statement.Columns[c].ValueOf(rows[i]);
            isNew[i] = await command.ExecuteNonQueryAsync(ct) > 0;
        }
        return isNew;
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
