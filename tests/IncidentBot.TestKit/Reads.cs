using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.TestKit;

/// <summary>Counts what a bot asks its database for, by a piece of the statement, so that a test can hold that more of something does not mean more queries.</summary>
internal sealed class Reads : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IDisposable> subscriptions = [];
    private readonly ConcurrentQueue<string> statements = [];
    private string? file;

    private Reads()
    {
    }

    /// <summary>Listens from now on. Begun before the bot is: EF Core looks only once a second whether anybody does.</summary>
    public static Reads Begin()
    {
        var reads = new Reads();
        reads.subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(reads));
        return reads;
    }

    /// <summary>The statements the bot read with while something was done, and everything that followed from it.</summary>
    public async Task<IReadOnlyList<string>> WhileAsync(TestBot bot, Func<Task> act)
    {
        statements.Clear();
        file = bot.DatabasePath;
        await act();
        await bot.SettlesAsync();
        file = null;
        return [.. statements];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Enqueue(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { Connection: { } connection } command } && connection.DataSource == file && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            statements.Enqueue(command.CommandText);
    }

    public void OnCompleted()
    {
        // Nothing ends before the test does.
    }

    public void OnError(Exception error) => throw new InvalidOperationException("EF Core's events failed.", error);

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}
