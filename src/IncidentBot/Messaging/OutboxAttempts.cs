using System.Text.Json;
using IncidentBot.Configuration;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>One try at one effect: noted, done, and its outcome written down together with what was learned.</summary>
internal sealed class OutboxAttempts(
    OutboxMarks marks,
    EffectRouter effects,
    Pace pace,
    CurrentOptions options,
    SlackAccess access,
    TimeProvider clock,
    ILogger<OutboxAttempts> log)
{
    private const int MostBugs = 8;

    /// <summary>Time in which nothing could be tried, because Slack refused our token, counts for nothing.</summary>
    private const int LeastAttempts = 10;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Answers about our token: an administrator mends them, and what we owe then still goes out.</summary>
    private static readonly HashSet<string> AboutOurToken =
        ["not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired", "missing_scope", "access_denied", "no_permission", "ekm_access_denied"];

    /// <summary>Tries it, once, and returns when its outcome is on the disk; or lets it wait until Slack allows it.</summary>
    public async Task TryAsync(OutboxRow row, CancellationToken ct)
    {
        var effect = Read(row.Kind, row.Payload);
        if (effect is not null && pace.NotBefore(row.Id, effect.Calls(row.InDoubt, clock.GetUtcNow())) is { } allowed)
        {
            await marks.WriteAsync(new OutboxMark.Waits(row, allowed));
            return;
        }
        var first = row.FirstAttemptAt ?? clock.GetUtcNow();
        if (await marks.BeginAsync(row) is var now && now != row.Payload)
            effect = Read(row.Kind, now);
        try
        {
            if (effect is null)
                throw new InvalidDataException($"No version of the bot that is running reads what is stored of {row.Kind}.");
            using var spoken = options.Value.Language.Workspace.Speak();
            var learned = await effects.CarryOutAsync(effect, new Attempt(row.Id, row.TeamId, row.InDoubt, first), ct);
            await marks.WriteAsync(new OutboxMark.Done(row, learned) { Keeps = Keeps(effect) });
        }
        catch (SlackRateLimitException slow)
        {
            await LaterAsync(row, effect, slow.ErrorCode, slow.RetryAfter, inDoubt: row.InDoubt, first);
        }
        catch (SlackUnreachableException unreachable)
        {
            if (unreachable.RetryAfter is { } broken)
                pace.BarAll(broken);
            await LaterAsync(row, effect, Replies.Unreachable, unreachable.RetryAfter ?? Backoff(row), row.InDoubt || unreachable.MayHaveHappened, first);
        }
        catch (SlackException no) when (no.IsTransient)
        {
            await LaterAsync(row, effect, no.ErrorCode, Backoff(row), inDoubt: true, first);
        }
        catch (SlackException no) when (AboutOurToken.Contains(no.ErrorCode))
        {
            access.Doubt();
            log.LogError("Slack refuses our token for {Effect}: {Error}. Nothing is lost; it is tried again", row.Kind, no.ErrorCode);
            await LaterAsync(row, effect, no.ErrorCode, LongestWait, row.InDoubt, first);
        }
        catch (SlackException no)
        {
            await GiveUpAsync(row, effect, row.InDoubt, no.ErrorCode);
        }
        catch (FileStoreException refused)
        {
            log.LogError(refused, "The copies of files cannot be written for out-{Id} {Effect}; is the disk of FILES full? It is tried again", row.Id, row.Kind);
            await LaterAsync(row, effect, "files_refused", Backoff(row), row.InDoubt, first);
        }
        catch (NotYetException early)
        {
            await LaterAsync(row, effect, "not_yet", early.Wait, row.InDoubt, first);
        }
        catch (Exception bug) when (!ct.IsCancellationRequested && !StorageFault.Is(bug))
        {
            log.LogError(bug, "Effect out-{Id} {Effect} failed, attempt {Attempt}", row.Id, row.Kind, row.Attempts + 1);
            await (row.Attempts + 1 >= MostBugs
                ? GiveUpAsync(row, effect, inDoubt: true, bug.GetType().Name)
                : LaterAsync(row, effect, bug.GetType().Name, Backoff(row), inDoubt: true, first));
        }
    }

    /// <summary>Null for what cannot be read: that fails in its try, where it is counted and in the end put aside.</summary>
    private static Effect? Read(string kind, string payload)
    {
        try
        {
            return StoredShapes.Read<Effect>(kind, payload);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static TimeSpan Backoff(OutboxRow row) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, row.Attempts)));

    private async Task LaterAsync(OutboxRow row, Effect? effect, string error, TimeSpan wait, bool inDoubt, DateTimeOffset first)
    {
        var now = clock.GetUtcNow();
        if (now - (row.ReplayedAt ?? first) > GiveUpAfter && row.Attempts >= LeastAttempts)
        {
            await GiveUpAsync(row, effect, inDoubt, error);
            return;
        }
        log.LogInformation("Effect out-{Id} {Effect} waits {Wait} after {Error}", row.Id, row.Kind, wait, error);
        await marks.WriteAsync(new OutboxMark.Postponed(row, now + wait, inDoubt, error));
    }

    private Task GiveUpAsync(OutboxRow row, Effect? effect, bool inDoubt, string error)
    {
        log.LogError("Effect out-{Id} {Effect} was given up: {Error}", row.Id, row.Kind, error);
        return marks.WriteAsync(new OutboxMark.GivenUp(row, inDoubt, error, Learned(row, effect, error)) { Keeps = Keeps(effect) });
    }

    private static string? Keeps(Effect? effect) => effect?.Afterwards is { } kept ? StoredShapes.Write(kept) : null;

    private static List<Fact> Learned(OutboxRow row, Effect? effect, string error)
    {
        List<Fact> learned = effect?.WhenGivenUp(error) is { } fact ? [fact] : [];
        if (effect is { IsMissed: true } && row.RequestId is { } request && !learned.Exists(each => each.TellsWhoAsked))
            learned.Add(new EffectGivenUp(row.Id, row.Kind, error, request));
        return learned;
    }
}
