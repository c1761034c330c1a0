using System.Data.Common;
using System.Diagnostics;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.TestKit;

/// <summary>
/// Makes a bot's disk refuse what is written, as SQLite itself sees it: every connection the bot opens is told to be
/// read-only, or to find no room. Connections opened meanwhile stay so after it is over, as they do in earnest.
/// </summary>
internal sealed class DiskTrouble : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string file;
    private readonly string pragma;
    private readonly List<IDisposable> subscriptions = [];

    private DiskTrouble(string file, string pragma) => (this.file, this.pragma) = (file, pragma);

    /// <summary>From now on the bot's file cannot be written to.</summary>
    public static Task<DiskTrouble> ReadOnlyAsync(TestBot bot) => BeginAsync(bot, "PRAGMA query_only=1");

    /// <summary>From now on the bot's file cannot grow.</summary>
    public static Task<DiskTrouble> FullAsync(TestBot bot) => BeginAsync(bot, "PRAGMA max_page_count=1");

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.ConnectionOpened.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is ConnectionEndEventData { Connection: { } connection } && connection.DataSource == file)
            Tell(connection);
    }

    public void OnCompleted()
    {
        // Nothing ends before the test does.
    }

    public void OnError(Exception error) => throw new InvalidOperationException("EF Core's events failed.", error);

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    private static async Task<DiskTrouble> BeginAsync(TestBot bot, string pragma)
    {
        var trouble = new DiskTrouble(bot.DatabasePath, pragma);
        trouble.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(trouble));
        await bot.Host.Services.GetRequiredService<SingleWriter>().WriteAsync(
            db =>
            {
                trouble.Tell(db.Database.GetDbConnection());
                return Task.FromResult(0);
            },
            CancellationToken.None);
        return trouble;
    }

    private void Tell(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}
