using System.Text;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>One try at one effect: noted, done, and its outcome written down together with what was learned.</summary>
internal sealed class OutboxAttempts(
    SingleWriter writer,
    EffectRouter effects,
    Nudges nudges,
    TimeProvider clock,
    ILogger<OutboxAttempts> log)
{
    private const int MostBugs = 8;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Answers about our token: an administrator mends them, and what we owe then still goes out.</summary>
    private static readonly HashSet<string> AboutOurToken =
        ["not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired", "missing_scope", "access_denied", "no_permission", "ekm_access_denied"];

    /// <summary>Tries it. True when the stream may go on: it is done, or given up.</summary>
    public async Task<bool> TryAsync(OutboxRow row, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var first = row.FirstAttemptAt ?? now;
        await writer.WriteAsync(db => db.Outbox.BeginAsync(row.Id, first, ct), ct);
        try
        {
            var learned = await effects.CarryOutAsync(row, new Attempt(row.Id, row.TeamId, row.InDoubt, first), ct);
            await EndAsync(row, OutboxState.Done, null, learned, ct);
            return true;
        }
        catch (SlackRateLimitException slow)
        {
            return await LaterAsync(row, slow.ErrorCode, slow.RetryAfter, inDoubt: row.InDoubt, first, ct);
        }
        catch (SlackUnreachableException unreachable)
        {
            return await LaterAsync(row, "unreachable", unreachable.RetryAfter ?? Backoff(row), row.InDoubt || unreachable.MayHaveHappened, first, ct);
        }
        catch (SlackException no) when (no.IsTransient)
        {
            return await LaterAsync(row, no.ErrorCode, Backoff(row), inDoubt: true, first, ct);
        }
        catch (SlackException no) when (AboutOurToken.Contains(no.ErrorCode))
        {
            log.LogError("Slack refuses our token for {Effect}: {Error}. Nothing is lost; it is tried again", row.Kind, no.ErrorCode);
            return await LaterAsync(row, no.ErrorCode, LongestWait, row.InDoubt, first, ct);
        }
        catch (SlackException no)
        {
            return await GiveUpAsync(row, no.ErrorCode, ct);
        }
        catch (Exception bug) when (!ct.IsCancellationRequested && !StorageFault.Is(bug))
        {
            log.LogError(bug, "Effect out-{Id} {Effect} failed, attempt {Attempt}", row.Id, row.Kind, row.Attempts + 1);
            return row.Attempts + 1 >= MostBugs
                ? await GiveUpAsync(row, bug.GetType().Name, ct)
                : await LaterAsync(row, bug.GetType().Name, Backoff(row), inDoubt: true, first, ct);
        }
    }

    private static TimeSpan Backoff(OutboxRow row) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, row.Attempts)));

    private async Task EndAsync(OutboxRow row, OutboxState state, string? error, IReadOnlyList<Fact> learned, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await writer.WriteAsync(
            async db =>
            {
                await db.Outbox.EndAsync(row.Id, state, error, now, ct);
                db.Inbox.AddRange(learned.Select((fact, i) => new InboxRow
                {
                    TeamId = row.TeamId,
                    Key = $"out-{row.Id}-{i}",
                    Source = InboxSource.Learned,
                    Kind = StoredShapes.NameOf(fact),
                    Body = Encoding.UTF8.GetBytes(StoredShapes.Write(fact)),
                    ReceivedAt = now,
                }));
                return await db.SaveChangesAsync(ct);
            },
            ct);
        if (learned.Count > 0)
            nudges.Inbox.Tap();
    }

    private async Task<bool> LaterAsync(OutboxRow row, string error, TimeSpan wait, bool inDoubt, DateTimeOffset first, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - first > GiveUpAfter)
            return await GiveUpAsync(row, error, ct);
        var next = now + wait;
        log.LogInformation("Effect out-{Id} {Effect} waits {Wait} after {Error}", row.Id, row.Kind, wait, error);
        await writer.WriteAsync(db => db.Outbox.PostponeAsync(row.Id, next, inDoubt, error, ct), ct);
        return false;
    }

    private async Task<bool> GiveUpAsync(OutboxRow row, string error, CancellationToken ct)
    {
        log.LogError("Effect out-{Id} {Effect} was given up: {Error}", row.Id, row.Kind, error);
        var learned = StoredShapes.Read<Effect>(row.Kind, row.Payload).WhenGivenUp(error);
        await EndAsync(row, OutboxState.Dead, error, learned is null ? [] : [learned], ct);
        return true;
    }
}
