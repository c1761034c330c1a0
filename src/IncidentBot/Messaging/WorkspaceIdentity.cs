using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>
/// Who the bot is and where, asked of Slack at start (Slack docs: auth.test) and remembered, so that a start while Slack
/// is away works from memory. Until it is known, requests are stored and acknowledged, and handled afterwards. Whenever
/// somebody doubts that Slack still accepts us, it is asked again.
/// </summary>
internal sealed class WorkspaceIdentity(
    ISlackApiClient slack,
    SlackAccess access,
    SingleWriter writer,
    IDbContextFactory<BotDbContext> contexts,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<WorkspaceIdentity> log) : BackgroundService
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(10);
    private readonly TaskCompletionSource<string> known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsKnown => known.Task.IsCompletedSuccessfully;

    /// <summary>The workspace's id; only once it is known.</summary>
    public string TeamId => known.Task.Result;

    public Task KnownAsync(CancellationToken ct) => known.Task.WaitAsync(ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!IsKnown)
                    await RememberAsync(stoppingToken);
                if (!await IsOursAsync(stoppingToken))
                {
                    lifetime.StopApplication();
                    return;
                }
                access.Confirm();
                await access.DoubtedAsync(stoppingToken);
                continue;
            }
            catch (SlackException no) when (!no.IsTransient && no is not SlackRateLimitException)
            {
                access.Lose(no.ErrorCode);
                log.LogError("Slack does not accept the bot token: {Error}. Check SLACK_BOT_TOKEN", no.ErrorCode);
            }
            catch (Exception away) when (away is SlackUnreachableException or SlackException)
            {
                log.LogWarning("Slack cannot be reached yet; asking again in {Seconds} s", AskAgain.TotalSeconds);
            }
            catch (Exception failure) when (StorageFault.Is(failure))
            {
                log.LogError("Who we are could not be written down ({Why}); asking again in {Seconds} s", StorageFault.Why(failure), AskAgain.TotalSeconds);
            }
            await Task.Delay(AskAgain, clock, stoppingToken);
        }
    }

    private async Task RememberAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Workspaces.AsNoTracking().OrderBy(row => row.TeamId).Take(2).ToListAsync(ct) is [var only])
            known.TrySetResult(only.TeamId);
    }

    /// <summary>Asks Slack whose token it is, and remembers what it says; a database of another workspace is left alone.</summary>
    private async Task<bool> IsOursAsync(CancellationToken ct)
    {
        var answer = await slack.Auth.Test(ct);
        if (IsKnown && TeamId != answer.TeamId)
        {
            log.LogCritical("SLACK_BOT_TOKEN belongs to workspace {Token}, but this database to {Database}. Set another DATABASE or the token of that workspace", answer.TeamId, TeamId);
            return false;
        }
        await writer.WriteAsync(
            async db =>
            {
                var row = await db.Workspaces.FindAsync([answer.TeamId], ct);
                if (row is null)
                    db.Workspaces.Add(row = new WorkspaceRow { TeamId = answer.TeamId });
                row.Url = answer.Url;
                row.BotUserId = answer.UserId;
                return await db.SaveChangesAsync(ct);
            },
            ct);
        log.LogInformation("In workspace {Team} as {BotUser}", answer.TeamId, answer.UserId);
        known.TrySetResult(answer.TeamId);
        return true;
    }
}
