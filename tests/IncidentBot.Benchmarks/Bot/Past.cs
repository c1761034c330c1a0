using System.Globalization;
using IncidentBot.Benchmarks.Outside;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Benchmarks.Bot;

/// <summary>
/// Gives a bot's database a past: many closed incidents with full timelines. Each row is a copy of one the bot wrote itself,
/// so that it stays true when columns come or go.
/// </summary>
internal static class Past
{
    public const int EntriesEach = 50;
    private const string Incident = "m.i";
    private const string Entry = "e.i";

    /// <param name="path">The file; the bot may be running, with one note on the first incident.</param>
    /// <param name="incidents">How many there are afterwards, with those that are written to.</param>
    public static void Write(string path, int incidents)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA synchronous=OFF");
        var many = string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE m(i) AS (SELECT {Workspace.Incidents + 1} UNION ALL SELECT i + 1 FROM m WHERE i < {incidents}), e(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM e WHERE i < {EntriesEach})");
        Copy(connection, many, "incidents", "m", new() { ["Number"] = Incident, ["ChannelId"] = $"'CPAST' || {Incident}", ["Status"] = "5", ["LastEntry"] = EntriesEach.ToString(CultureInfo.InvariantCulture) });
        Copy(connection, many, "timeline", "m, e", new() { ["Number"] = Incident, ["Entry"] = Entry, ["Position"] = $"row.\"Position\" + {Entry}" });
        Copy(connection, many, "timeline_versions", "m, e", new() { ["Number"] = Incident, ["Entry"] = Entry, ["Sequence"] = Entry });
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Copy(SqliteConnection connection, string many, string table, string times, Dictionary<string, string> changed)
    {
        var columns = Columns(connection, table);
        Run(connection, $"""
            {many}
            INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(column => changed.GetValueOrDefault(column, $"row.\"{column}\"")))}
            FROM {times}, (SELECT * FROM {table} WHERE "Number" = 1 LIMIT 1) row
            """);
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add(reader.GetString(0));
        return columns;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
