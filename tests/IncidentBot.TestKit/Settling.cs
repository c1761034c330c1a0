using System.Globalization;
using IncidentBot.Messaging;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.TestKit;

/// <summary>
/// Knows when nothing is going on any more: nothing due in the inbox, the outbox and the reminders, no call or delivery
/// under way in the sandbox, and nothing committed while it looked. What waits for a later time does not count.
/// </summary>
internal sealed class Settling(string database, IDbContextFactory<BotDbContext> contexts, SandboxClient sandbox, TimeProvider clock, Nudges nudges)
{
    private const int LooksBeforeNudging = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(2);

    /// <summary>Waits for it.</summary>
    /// <exception cref="TimeoutException">It did not come about; the message says what was still going on.</exception>
    public async Task WaitAsync()
    {
        await using var watch = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await watch.OpenAsync();
        var started = TimeProvider.System.GetTimestamp();
        for (var looks = 1; await WhatGoesOnAsync(watch) is { } still; looks++)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"It did not settle: {still}.");
            if (looks % LooksBeforeNudging == 0)
                Nudge();
            await Task.Delay(LookAgain, TimeProvider.System);
        }
    }

    /// <summary>Whoever lay down to sleep for seconds just after the clock was moved would sleep real ones.</summary>
    private void Nudge()
    {
        nudges.Inbox.Tap();
        nudges.TapOutbox();
    }

    private async Task<string?> WhatGoesOnAsync(SqliteConnection watch)
    {
        var before = await VersionAsync(watch);
        if (await WhatIsDueAsync() is { } due)
            return due;
        if (!await sandbox.QuietAsync(TimeSpan.Zero, TimeSpan.Zero))
            return "something is being called or delivered";
        return await WhatIsDueAsync() ?? (await VersionAsync(watch) == before ? null : "something was just committed");
    }

    private async Task<string?> WhatIsDueAsync()
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync();
        var requests = await db.Inbox.Where(row => row.State == InboxState.Pending && (row.NextTryAt == null || row.NextTryAt <= now))
            .OrderBy(row => row.Id).Select(row => row.Key).Take(3).ToListAsync();
        if (requests.Count > 0)
            return $"the inbox holds {string.Join(", ", requests)}";
        var effects = await db.Outbox
            .Where(row => row.TurnAt <= now).OrderBy(row => row.Id).Select(row => row.Kind).Take(3).ToListAsync();
        if (effects.Count > 0)
            return $"the outbox holds {string.Join(", ", effects)}";
        return await db.Reminders.AnyAsync(row => row.DueAt <= now) ? "a reminder is due" : null;
    }

    /// <summary>Changes whenever another connection commits (SQLite docs: PRAGMA data_version).</summary>
    private static async Task<long> VersionAsync(SqliteConnection watch)
    {
        await using var command = watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
