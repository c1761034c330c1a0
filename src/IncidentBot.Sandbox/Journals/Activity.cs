namespace IncidentBot.Sandbox.Journals;

/// <summary>
/// Knows whether anything is being called or delivered, or is overdue on the workspace's clock, so that a test can wait for
/// quiet. Counts real time.
/// </summary>
internal sealed class Activity(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _due = [];
    private int _running;
    private long _last = TimeProvider.System.GetTimestamp();

    public void Begin()
    {
        lock (_gate)
        {
            _running++;
            _last = TimeProvider.System.GetTimestamp();
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _running--;
            _last = TimeProvider.System.GetTimestamp();
        }
    }

    /// <summary>Rests until a moment of the workspace's clock; until then it is quiet.</summary>
    public async Task RestAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var due = clock.GetUtcNow() + pause;
        lock (_gate)
        {
            _due.Add(due);
            _running--;
            _last = TimeProvider.System.GetTimestamp();
        }

        await Task.Delay(pause, clock, cancellationToken);
        lock (_gate)
        {
            _due.Remove(due);
            _running++;
            _last = TimeProvider.System.GetTimestamp();
        }
    }

    /// <summary>Waits until nothing happened for a while; false if that did not come about in time.</summary>
    public async Task<bool> QuietAsync(TimeSpan forLong, TimeSpan within, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var missing = Missing(forLong);
            if (missing <= TimeSpan.Zero)
                return true;
            if (TimeProvider.System.GetElapsedTime(started) > within)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(missing.TotalMilliseconds, 1, 20)), TimeProvider.System, cancellationToken);
        }
    }

    private TimeSpan Missing(TimeSpan forLong)
    {
        lock (_gate)
            return _running > 0 || _due.Exists(due => due <= clock.GetUtcNow()) ? TimeSpan.MaxValue : forLong - TimeProvider.System.GetElapsedTime(_last);
    }
}
