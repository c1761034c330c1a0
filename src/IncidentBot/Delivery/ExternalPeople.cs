using System.Collections.Concurrent;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

/// <summary>
/// Who is external, as far as Slack was asked. Every message that goes out asks for whom it names, so what is known stays at hand: what
/// Slack has just said here goes before what is stored, and after a minute the store is asked again, for others may have heard more.
/// </summary>
internal sealed class ExternalPeople(IDbContextFactory<BotDbContext> contexts, TimeProvider clock)
{
    /// <summary>With more people than these at hand it begins anew.</summary>
    private const int Most = 10_000;

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Team, string User), Known> known = new();

    /// <summary>Slack has said who that is.</summary>
    public void Heard(string team, string user, bool isExternal) => known[(team, user)] = new Known(isExternal, clock.GetUtcNow());

    /// <summary>Those of these people who are.</summary>
    public async Task<HashSet<string>> AmongAsync(string team, IReadOnlyCollection<string> users, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = users.Where(user => !known.TryGetValue((team, user), out var one) || now - one.At > GoodFor).ToArray();
        if (asked.Length > 0)
            await AskAsync(team, asked, now, ct);
        return [.. users.Where(user => known.TryGetValue((team, user), out var one) && one.IsExternal)];
    }

    private async Task AskAsync(string team, string[] users, DateTimeOffset now, CancellationToken ct)
    {
        if (known.Count > Most)
            known.Clear();
        var before = users.ToDictionary(user => user, user => known.GetValueOrDefault((team, user)));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var external = await db.People.ExternalAsync(team, users, ct);
        foreach (var user in users)
        {
            // What was heard while the store was asked is newer than what it said.
            var stored = new Known(external.Contains(user), now);
            _ = before[user] is { } old ? known.TryUpdate((team, user), stored, old) : known.TryAdd((team, user), stored);
        }
    }

    private sealed record Known(bool IsExternal, DateTimeOffset At);
}
