using System.Text.Json;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>One try at one effect: noted, done, and its outcome written down together with what was learned.</summary>
internal sealed class OutboxAttempts(
    OutboxMarks marks,
    EffectRouter effects,
    Pace pace,
    SlackAccess access,
    TimeProvider clock,
    ILogger<OutboxAttempts> log)
{
    private const int MostBugs = 8;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Answers about our token: an administrator mends them, and what we owe then still goes out.</summary>
    private static readonly HashSet<string> AboutOurToken =
        ["not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired", "missing_scope", "access_denied", "no_permission", "ekm_access_denied"];

    /// <summary>Tries it, once, and returns when its outcome is on the disk; or lets it wait until Slack allows it.</summary>
    public async Task TryAsync(OutboxRow row, CancellationToken ct)
    {
        if (pace.NotBefore(row.Id, CallsOf(row)) is { } allowed)
        {
            await marks.WaitsAsync(row, allowed);
            return;
        }
        var now = clock.GetUtcNow();
        var first = row.FirstAttemptAt ?? now;
        await marks.BegunAsync(row);
        try
        {
            var learned = await effects.CarryOutAsync(StoredShapes.Read<Effect>(row.Kind, row.Payload), new Attempt(row.Id, row.TeamId, row.InDoubt, first), ct);
            await marks.DoneAsync(row, learned);
        }
        catch (SlackRateLimitException slow)
        {
            await LaterAsync(row, slow.ErrorCode, slow.RetryAfter, inDoubt: row.InDoubt, first, ct);
        }
        catch (SlackUnreachableException unreachable)
        {
            if (unreachable.RetryAfter is { } broken)
                pace.BarAll(broken);
            await LaterAsync(row, "unreachable", unreachable.RetryAfter ?? Backoff(row), row.InDoubt || unreachable.MayHaveHappened, first, ct);
        }
        catch (SlackException no) when (no.IsTransient)
        {
            await LaterAsync(row, no.ErrorCode, Backoff(row), inDoubt: true, first, ct);
        }
        catch (SlackException no) when (AboutOurToken.Contains(no.ErrorCode))
        {
            access.Doubt();
            log.LogError("Slack refuses our token for {Effect}: {Error}. Nothing is lost; it is tried again", row.Kind, no.ErrorCode);
            await LaterAsync(row, no.ErrorCode, LongestWait, row.InDoubt, first, ct);
        }
        catch (SlackException no)
        {
            await GiveUpAsync(row, row.InDoubt, no.ErrorCode, ct);
        }
        catch (Exception bug) when (!ct.IsCancellationRequested && !StorageFault.Is(bug))
        {
            log.LogError(bug, "Effect out-{Id} {Effect} failed, attempt {Attempt}", row.Id, row.Kind, row.Attempts + 1);
            await (row.Attempts + 1 >= MostBugs
                ? GiveUpAsync(row, inDoubt: true, bug.GetType().Name, ct)
                : LaterAsync(row, bug.GetType().Name, Backoff(row), inDoubt: true, first, ct));
        }
    }

    /// <summary>What cannot be read fails in its try, where that is counted and in the end put aside.</summary>
    private static IReadOnlyList<SlackCall> CallsOf(OutboxRow row)
    {
        try
        {
            return StoredShapes.Read<Effect>(row.Kind, row.Payload).Calls(row.InDoubt);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException)
        {
            return [];
        }
    }

    private static TimeSpan Backoff(OutboxRow row) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, row.Attempts)));

    private async Task LaterAsync(OutboxRow row, string error, TimeSpan wait, bool inDoubt, DateTimeOffset first, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - (row.ReplayedAt ?? first) > GiveUpAfter)
        {
            await GiveUpAsync(row, inDoubt, error, ct);
            return;
        }
        var next = now + wait;
        log.LogInformation("Effect out-{Id} {Effect} waits {Wait} after {Error}", row.Id, row.Kind, wait, error);
        await marks.PostponedAsync(row, next, inDoubt, error, ct);
    }

    private async Task GiveUpAsync(OutboxRow row, bool inDoubt, string error, CancellationToken ct)
    {
        log.LogError("Effect out-{Id} {Effect} was given up: {Error}", row.Id, row.Kind, error);
        var learned = StoredShapes.Read<Effect>(row.Kind, row.Payload).WhenGivenUp(error);
        await marks.GivenUpAsync(row, inDoubt, error, learned is null ? [] : [learned], ct);
    }
}
