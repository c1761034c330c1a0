using System.Threading.Channels;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Benchmarks.References;

/// <summary>The plainest durable log there is: one writer, one table of bodies, as many bodies per commit as are waiting.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<(byte[] Body, TaskCompletionSource Stored)> waiting =
        Channel.CreateUnbounded<(byte[], TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly SqliteConnection connection;
    private readonly Task writing;

    public GroupCommit(string path)
    {
        SqliteRuntime.EnsureInstalled();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
        connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Done when the body is on the disk.</summary>
    public Task StoreAsync(byte[] body)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite((body, stored));
        return stored.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writing;
        await connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO bodies (body) VALUES ($body)";
        var body = insert.Parameters.Add("$body", SqliteType.Blob);
        var group = new List<TaskCompletionSource>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            await using (var transaction = connection.BeginTransaction())
            {
                insert.Transaction = transaction;
                while (waiting.Reader.TryRead(out var next))
                {
                    body.Value = next.Body;
                    insert.ExecuteNonQuery();
                    group.Add(next.Stored);
                }
                transaction.Commit();
            }
            group.ForEach(stored => stored.SetResult());
            group.Clear();
        }
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
