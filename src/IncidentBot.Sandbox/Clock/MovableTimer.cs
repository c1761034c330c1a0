namespace IncidentBot.Sandbox;

/// <summary>A timer of a <see cref="MovableClock"/>: a real timer that is set anew whenever the clock is moved.</summary>
internal sealed class MovableTimer : ITimer
{
    /// <summary>Real timers have an upper bound of some 49 days; longer waits are made of several.</summary>
    private static readonly TimeSpan LongestRealWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly MovableClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _real;
    private long? _due;
    private TimeSpan _period;
    private bool _disposed;

    public MovableTimer(MovableClock clock, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
        _real = TimeProvider.System.CreateTimer(
            static timer => ((MovableTimer)timer!).OnRealTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        RefuseNegative(dueTime, nameof(dueTime));
        RefuseNegative(period, nameof(period));
        lock (_gate)
        {
            if (_disposed)
                return false;
            _period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
                Disarm();
            else
                Arm(_clock.GetTimestamp() + MovableClock.ToTimestamp(dueTime));
            return true;
        }
    }

    public void LookAgain()
    {
        lock (_gate)
        {
            if (!_disposed && _due is { } due)
                SetReal(due);
        }
    }

    public void Dispose()
    {
        if (End())
            _real.Dispose();
    }

    public ValueTask DisposeAsync() => End() ? _real.DisposeAsync() : ValueTask.CompletedTask;

    private static void RefuseNegative(TimeSpan span, string name)
    {
        if (span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, span, "A timer's time is zero, positive or infinite.");
    }

    private void OnRealTimer()
    {
        lock (_gate)
        {
            if (_disposed || _due is not { } due)
                return;
            var now = _clock.GetTimestamp();
            if (due > now)
            {
                SetReal(due);
                return;
            }

            var period = _period > TimeSpan.Zero ? MovableClock.ToTimestamp(_period) : 0;
            if (period > 0)
                Arm(due + (((now - due) / period) + 1) * period);
            else
                Disarm();
        }

        _callback(_state);
    }

    private bool End()
    {
        lock (_gate)
        {
            if (_disposed)
                return false;
            _disposed = true;
            _due = null;
        }

        _clock.Forget(this);
        return true;
    }

    private void Arm(long due)
    {
        _due = due;
        _clock.Remember(this);
        SetReal(due);
    }

    private void Disarm()
    {
        _due = null;
        _clock.Forget(this);
        _real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void SetReal(long due)
    {
        var wait = _clock.GetElapsedTime(_clock.GetTimestamp(), due);
        if (wait <= TimeSpan.Zero)
            wait = TimeSpan.Zero;
        else if (wait > LongestRealWait)
            wait = LongestRealWait;
        else
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        _real.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
