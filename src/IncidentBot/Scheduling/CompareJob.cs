using IncidentBot.Messaging;
using Quartz;

namespace IncidentBot.Scheduling;

/// <summary>Every minute: it is noted that we are there, and the channels are compared whose turn it is.</summary>
[DisallowConcurrentExecution]
internal sealed class CompareJob(Comparisons comparisons) : IJob
{
    public static readonly JobKey Key = new("compare");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await comparisons.BeginSomeAsync(cancellationToken);
}

/// <summary>Does not wait for the minute: at start, and when a socket to Slack opens again.</summary>
internal sealed class ReturnWatch(Comparisons comparisons, Hearing hearing, WorkspaceIdentity identity) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await identity.KnownAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await comparisons.BeginSomeAsync(stoppingToken);
            await hearing.Nudge.WaitAsync(LookAgain, stoppingToken);
        }
    }
}
