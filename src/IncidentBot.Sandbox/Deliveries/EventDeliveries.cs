using IncidentBot.Sandbox.Faults;
using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.SocketMode;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>
/// Delivers events: concurrently, in no promised order, and up to three more times when an attempt fails, at once, then a
/// minute and then five minutes later (Slack docs: Events API, error handling). Those pauses are the workspace's time.
/// </summary>
internal sealed class EventDeliveries(
    SlackWorkspace workspace, AppSender sender, InstalledApp app, SocketLinks sockets, FaultBook faults, Activity activity, CancellationToken stop) : IDisposable
{
    private const int AtOnce = 32;
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
    private static readonly TimeSpan ShuffleGathers = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _slots = new(AtOnce);
    private readonly Lock _gate = new();
    private readonly List<Delivery> _shuffled = [];

    public DeliveryHealth Health { get; } = new(workspace.Clock, workspace.Options);

    /// <summary>Sends events off; returns at once. Without an installed app nobody listens.</summary>
    public void Send(IReadOnlyList<EventCallback> events)
    {
        if (sockets.IsOn ? !sockets.WasUsed : app.Addresses is null)
            return;
        foreach (var each in events)
            Send(Delivery.Of(each));
    }

    /// <summary>Sends a recorded delivery off as if for the first time: same body and event_id, new signature.</summary>
    public void Send(Delivery delivery)
    {
        switch (Health.Admit())
        {
            case Admission.Deliver when faults.TakeLost():
                break;
            case Admission.Deliver when faults.TakeShuffle():
                Gather(delivery);
                break;
            case Admission.Deliver when faults.TakeDelay() is { } delay:
                activity.Begin();
                _ = Task.Run(() => StartLaterAsync(delivery, delay), stop);
                break;
            case Admission.Deliver:
                Start(delivery);
                break;
            // Not an event, so there is no envelope for it: over Socket Mode it is not said.
            case Admission.AnnounceRateLimit when !sockets.IsOn:
                Start(RateLimitNotice.For(workspace));
                break;
        }
    }

    public void Dispose() => _slots.Dispose();

    private void Start(Delivery delivery)
    {
        activity.Begin();
        _ = Task.Run(() => DeliverAsync(delivery), stop);
    }

    private async Task StartLaterAsync(Delivery delivery, TimeSpan delay)
    {
        await activity.RestAsync(delay, stop);
        Start(delivery);
        activity.End();
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        try
        {
            string? reason = null;
            for (var retry = 0; retry <= Pauses.Length; retry++)
            {
                if (retry > 0)
                    await activity.RestAsync(Pauses[retry - 1], stop);

                var attempt = await AttemptAsync(delivery, retry, reason);
                Health.Note(attempt.Succeeded);
                if (attempt.Succeeded || attempt.NoRetry)
                    break;
                reason = attempt.Failure;
            }
        }
        finally
        {
            activity.End();
        }
    }

    private async Task<Attempt> AttemptAsync(Delivery delivery, int retry, string? reason)
    {
        await _slots.WaitAsync(stop);
        try
        {
            return await sender.SendAsync(delivery, retry, reason, stop);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Holds deliveries back for a moment, then sends them in another order.</summary>
    private void Gather(Delivery delivery)
    {
        lock (_gate)
        {
            _shuffled.Add(delivery);
            if (_shuffled.Count > 1)
                return;
        }

        activity.Begin();
        _ = Task.Run(ReleaseAsync, stop);
    }

    private async Task ReleaseAsync()
    {
        await Task.Delay(ShuffleGathers, TimeProvider.System, stop);
        List<Delivery> gathered;
        lock (_gate)
        {
            gathered = [.. _shuffled];
            _shuffled.Clear();
        }

        var order = workspace.Read(() => workspace.Ids.Shuffled(gathered.Count));
        foreach (var index in order)
            Start(gathered[index]);
        activity.End();
    }
}
