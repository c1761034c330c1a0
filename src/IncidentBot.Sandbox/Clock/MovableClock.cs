namespace IncidentBot.Sandbox;

/// <summary>
/// Real time plus an offset that only grows: it ticks like a clock on the wall and can be moved forward. Everything that
/// takes a <see cref="TimeProvider"/> can run on it. A timer whose due time a move reaches or passes fires at once, one
/// time: a periodic timer is like one on a computer that woke from sleep, and goes on from the next multiple of its period.
/// </summary>
public sealed class MovableClock : TimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<MovableTimer> _armed = [];
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClockFollower? _follower;
    private long _origin;
    private long _offset;
    private long _revision;

    /// <summary>A clock that shows real time until it is moved.</summary>
    public MovableClock()
    {
    }

    /// <summary>A clock that begins at a moment of its own, past or future.</summary>
    /// <param name="start">What it shows first.</param>
    public MovableClock(DateTimeOffset start) => StartFrom(start - System.GetUtcNow());

    /// <summary>How far this clock runs ahead of real time; negative when it was started in the past. Never shrinks.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    /// <summary>Grows with every move; two equal revisions of one clock mean it was not moved in between.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <inheritdoc />
    public override long TimestampFrequency => System.TimestampFrequency;

    /// <summary>
    /// A clock that follows the clock of a sandbox in another process on the same machine: it takes over the offset before
    /// this method returns, then hears of every move in the background until it is disposed of.
    /// </summary>
    /// <param name="sandboxUrl">The root address of the sandbox (<see cref="SandboxServer.Url"/>).</param>
    /// <param name="follower">A name for this process, shown nowhere; any text that no other follower uses.</param>
    /// <exception cref="HttpRequestException">No sandbox answers at that address.</exception>
    public static MovableClock Follow(Uri sandboxUrl, string? follower = null)
    {
        ArgumentNullException.ThrowIfNull(sandboxUrl);
        var clock = new MovableClock();
        clock._follower = ClockFollower.Start(clock, sandboxUrl, follower ?? $"process-{Environment.ProcessId}");
        return clock;
    }

    /// <summary>The present moment, UTC: real time plus <see cref="Offset"/>.</summary>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <inheritdoc />
    public override long GetTimestamp() => System.GetTimestamp() + ToTimestamp(Offset - new TimeSpan(Interlocked.Read(ref _origin)));

    /// <summary>Moves the clock forward and fires the timers that became due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            Interlocked.Add(ref _offset, by.Ticks);
        }

        Announce();
    }

    /// <summary>Moves the clock forward to a moment and fires the timers that became due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment is already past.</exception>
    public void MoveTo(DateTimeOffset to)
    {
        lock (_gate)
        {
            var by = to - GetUtcNow();
            if (by < TimeSpan.Zero)
                throw new ArgumentOutOfRangeException(nameof(to), to, "The clock only moves forward.");
            Interlocked.Add(ref _offset, by.Ticks);
        }

        Announce();
    }

    /// <summary>Creates a timer that counts this clock's time.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new MovableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Stops following another clock, if it did. Timers go on.</summary>
    public void Dispose() => _follower?.Dispose();

    /// <summary>Before anybody reads it: where this clock begins is no move, so its timestamps stay near those of the machine.</summary>
    internal void StartFrom(TimeSpan offset)
    {
        Interlocked.Exchange(ref _origin, offset.Ticks);
        Interlocked.Exchange(ref _offset, offset.Ticks);
    }

    internal void CatchUp(TimeSpan offset)
    {
        lock (_gate)
        {
            if (offset <= Offset)
                return;
            Interlocked.Exchange(ref _offset, offset.Ticks);
        }

        Announce();
    }

    internal async Task WaitForMoveAfterAsync(long revision, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            lock (_gate)
            {
                if (_revision > revision)
                    return;
                moved = _moved.Task;
            }

            await moved.WaitAsync(cancellationToken);
        }
    }

    internal void Remember(MovableTimer timer)
    {
        lock (_gate)
            _armed.Add(timer);
    }

    internal void Forget(MovableTimer timer)
    {
        lock (_gate)
            _armed.Remove(timer);
    }

    internal static long ToTimestamp(TimeSpan span)
    {
        var (seconds, rest) = Math.DivRem(span.Ticks, TimeSpan.TicksPerSecond);
        return (seconds * System.TimestampFrequency) + (rest * System.TimestampFrequency / TimeSpan.TicksPerSecond);
    }

    private void Announce()
    {
        MovableTimer[] armed;
        TaskCompletionSource moved;
        lock (_gate)
        {
            Interlocked.Increment(ref _revision);
            armed = [.. _armed];
            moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        foreach (var timer in armed)
            timer.LookAgain();
        moved.SetResult();
    }
}
