using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Something that was given up: an effect (<c>out-12</c>) or a request (<c>in-34</c>), as the log names it too.</summary>
internal sealed record DeadLetter(string Reference, DateTimeOffset? Since, string Kind, string Why, int? Number);

/// <summary>What was given up stays until somebody looks at it, and may be tried again.</summary>
internal static class DeadLetters
{
    /// <summary>How many effects and requests were given up.</summary>
    public static async Task<int> CountDeadAsync(this BotDbContext db, CancellationToken ct) =>
        await db.Outbox.CountAsync(row => row.State == OutboxState.Dead, ct) + await db.Inbox.CountAsync(row => row.State == InboxState.Dead, ct);

    /// <summary>The oldest that were given up, at most so many of each sort.</summary>
    public static async Task<IReadOnlyList<DeadLetter>> ListDeadAsync(this BotDbContext db, int most, CancellationToken ct)
    {
        var effects = await db.Outbox.Where(row => row.State == OutboxState.Dead).OrderBy(row => row.Id).Take(most)
            .Select(row => new { row.Id, row.DoneAt, row.Kind, row.Error, row.Number }).ToListAsync(ct);
        var requests = await db.Inbox.Where(row => row.State == InboxState.Dead).OrderBy(row => row.Id).Take(most)
            .Select(row => new { row.Id, row.HandledAt, row.Kind, row.OutcomeWords, row.Number }).ToListAsync(ct);
        return
        [
            .. effects.Select(row => new DeadLetter(OutboxRow.ReferenceOf(row.Id), row.DoneAt, row.Kind, row.Error ?? "", row.Number)),
            .. requests.Select(row => new DeadLetter(InboxRow.ReferenceOf(row.Id), row.HandledAt, row.Kind, row.OutcomeWords ?? "", row.Number)),
        ];
    }

    /// <summary>
    /// Lets what was given up be tried again, the oldest of a stream first, and says how many there were. An effect of
    /// which a try may have happened stays in doubt, so it looks before it does anything twice.
    /// </summary>
    /// <param name="db">The store; the caller commits.</param>
    /// <param name="reference">Which one, as listed; null for all.</param>
    /// <param name="now">From when on it counts again how long it is tried.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<int> ReplayDeadAsync(this BotDbContext db, string? reference, DateTimeOffset now, CancellationToken ct)
    {
        var (effect, request) = (IdIn(reference, "out-"), IdIn(reference, "in-"));
        var effects = await db.Outbox
            .Where(row => row.State == OutboxState.Dead && (reference == null || row.Id == effect))
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, OutboxState.Owed)
                    .SetProperty(r => r.Attempts, 0)
                    .SetProperty(r => r.ReplayedAt, now)
                    .SetProperty(r => r.DoneAt, (DateTimeOffset?)null),
                ct);
        // Where something of the stream is under way, it comes after that: the end of that gives it its turn.
        await db.Outbox
            .Where(row => row.ReplayedAt == now && row.State == OutboxState.Owed && row.TurnAt == null
                && !db.Outbox.Any(other => other.Stream == row.Stream && other.State == OutboxState.Owed && (other.TurnAt != null || other.Id < row.Id)))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.TurnAt, now), ct);
        return effects + await db.Inbox
            .Where(row => row.State == InboxState.Dead && (reference == null || row.Id == request))
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, InboxState.Pending)
                    .SetProperty(r => r.Attempts, 0)
                    .SetProperty(r => r.NextTryAt, (DateTimeOffset?)null)
                    .SetProperty(r => r.HandledAt, (DateTimeOffset?)null)
                    .SetProperty(r => r.Outcome, (Outcome?)null)
                    .SetProperty(r => r.OutcomeWords, (string?)null),
                ct);
    }

    private static long? IdIn(string? reference, string sort) =>
        reference is not null && reference.StartsWith(sort, StringComparison.Ordinal)
            && long.TryParse(reference.AsSpan(sort.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
