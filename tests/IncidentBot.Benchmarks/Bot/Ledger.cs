using IncidentBot.Benchmarks.Outside;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Benchmarks.Bot;

/// <summary>Looks into the bot's database file from outside the bot.</summary>
internal sealed class Ledger : IDisposable
{
    /// <summary>Often enough to be exact to a few milliseconds, seldom enough to cost nothing.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(3);

    private readonly SqliteConnection connection;
    private readonly SqliteCommand applied;
    private readonly SqliteCommand owed;

    public Ledger(string path)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        applied = Command($"SELECT sum(\"LastEntry\") FROM incidents WHERE \"TeamId\" = '{Workspace.Team}' AND \"Number\" <= {Workspace.Incidents}");
        owed = Command("SELECT EXISTS (SELECT 1 FROM outbox WHERE \"State\" = 0)");
    }

    /// <summary>Timeline entries committed so far on the incidents that are written to; they get nothing but notes.</summary>
    public long Applied => (long)applied.ExecuteScalar()!;

    public Task AppliedAsync(long count) => UntilAsync(() => Applied >= count);

    /// <summary>Returns when nothing is owed to the outside any more.</summary>
    public Task DrainedAsync() => UntilAsync(() => (long)owed.ExecuteScalar()! == 0);

    /// <summary>Checks that every request left exactly what it must, and that nothing was given up.</summary>
    /// <exception cref="InvalidDataException">Something is missing or too much; the figures would be worth nothing.</exception>
    public void Check(long requests)
    {
        Expect("timeline entries", requests, "SELECT count(*) FROM timeline");
        Expect("requests handled", requests, "SELECT count(*) FROM inbox WHERE \"State\" = 2 AND \"Outcome\" = 0");
        Expect("requests", requests, "SELECT count(*) FROM inbox");
        Expect("answers sent", requests, "SELECT count(*) FROM outbox WHERE \"State\" = 1 AND \"Kind\" = 'answer' AND \"Attempts\" = 1 AND NOT \"InDoubt\"");
        Expect("posts sent", requests, "SELECT count(*) FROM outbox WHERE \"State\" = 1 AND \"Kind\" = 'post-message' AND \"Attempts\" = 1 AND NOT \"InDoubt\"");
        Expect("effects", 2 * requests, "SELECT count(*) FROM outbox");
    }

    public void Dispose()
    {
        applied.Dispose();
        owed.Dispose();
        connection.Dispose();
    }

    private void Expect(string what, long expected, string sql)
    {
        using var command = Command(sql);
        var found = (long)command.ExecuteScalar()!;
        if (found != expected)
            throw new InvalidDataException($"{what}: {found} where {expected} must be.");
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        while (!done())
            await Task.Delay(LookEvery);
    }
}
