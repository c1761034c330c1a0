using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>
/// Carries out what we owe. Effects of one stream go out one after the other; streams side by side. Each try is noted
/// before it is begun, so that after a crash we know what is in doubt and look before we do it again. What people wait
/// for has a lane and places of its own.
/// </summary>
internal sealed class OutboxDispatcher(OutboxLanes lanes, WorkspaceIdentity identity) : BackgroundService
{
    /// <summary>In each lane; what is noted about them shares commits, so more of them cost less each.</summary>
    public const int StreamsAtOnce = 32;

    private readonly LaneWorker urgent = lanes.Open(OutboxLane.Urgent, StreamsAtOnce);
    private readonly LaneWorker bulk = lanes.Open(OutboxLane.Bulk, StreamsAtOnce);

    public override void Dispose()
    {
        urgent.Dispose();
        bulk.Dispose();
        base.Dispose();
    }

    /// <summary>What is under way ends before the store is closed under it. A host may stop twice.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await urgent.EndAsync(cancellationToken);
        await bulk.EndAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await identity.KnownAsync(stoppingToken);
        await Task.WhenAll(urgent.RunAsync(stoppingToken), bulk.RunAsync(stoppingToken));
    }
}
