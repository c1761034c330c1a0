using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Storage;

/// <summary>
/// What every connection is told: a commit is on the disk before it returns (WAL, <c>synchronous=FULL</c>), and a file
/// another process holds is waited for, but not longer than Slack waits for us. What is deleted is overwritten with zeros
/// (<c>secure_delete</c>), so that redacted words are not left between the rows.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=2000; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private static void Tell(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
