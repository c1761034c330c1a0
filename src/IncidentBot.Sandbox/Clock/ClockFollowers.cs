namespace IncidentBot.Sandbox;

/// <summary>A process that follows the clock, as it shows itself in one request.</summary>
/// <param name="Name">What it calls itself.</param>
/// <param name="Connection">The connection it asks on; a follower keeps one open as long as it lives.</param>
/// <param name="Closed">Signals that the connection is gone, and so the process.</param>
internal sealed record FollowerLink(string Name, string Connection, CancellationToken Closed);

/// <summary>Knows which other processes follow the clock, and waits until they have taken a move.</summary>
internal sealed class ClockFollowers(MovableClock clock)
{
    /// <summary>A follower that has not asked for this long is stuck, and not waited for.</summary>
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Follower> _followers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A follower has read the clock for the first time and will wait for moves from now on.</summary>
    public void Welcome(FollowerLink link, long taken) => Note(link, taken, waiting: 0);

    /// <summary>A follower says which revision it has taken and waits for a later one, at most for <paramref name="patience"/> of real time.</summary>
    public async Task WaitForMoveAsync(FollowerLink link, long taken, TimeSpan patience)
    {
        Note(link, taken, waiting: 1);
        try
        {
            await clock.WaitForMoveAfterAsync(taken, link.Closed).WaitAsync(patience, TimeProvider.System, link.Closed);
        }
        catch (TimeoutException)
        {
            // Nothing moved; the follower is told so and asks again.
        }
        finally
        {
            Note(link, taken, waiting: -1);
        }
    }

    /// <summary>Waits until every live follower has taken a revision, at most for <paramref name="patience"/> of real time.</summary>
    public async Task WaitUntilTakenAsync(long revision, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) is var waited && waited < patience)
        {
            Task changed;
            lock (_gate)
            {
                if (!_followers.Values.Any(follower => follower.Taken < revision && IsLive(follower)))
                    return;
                changed = _changed.Task;
            }

            await Task.WhenAny(changed, Task.Delay(patience - waited, TimeProvider.System, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static bool IsLive(Follower follower) =>
        follower.Waiting > 0 || TimeProvider.System.GetElapsedTime(follower.Seen) < StuckAfter;

    private void Note(FollowerLink link, long taken, int waiting)
    {
        var isNew = false;
        Change(() =>
        {
            var known = _followers.GetValueOrDefault(link.Name);
            isNew = known?.Connection != link.Connection;
            if (isNew && waiting < 0)
                return;
            _followers[link.Name] = isNew
                ? new Follower(link.Connection, taken, waiting, TimeProvider.System.GetTimestamp())
                : known! with { Taken = Math.Max(known.Taken, taken), Waiting = known.Waiting + waiting, Seen = TimeProvider.System.GetTimestamp() };
        });
        if (isNew && waiting >= 0)
            link.Closed.Register(() => Forget(link));
    }

    private void Forget(FollowerLink link) => Change(() =>
    {
        if (_followers.GetValueOrDefault(link.Name)?.Connection == link.Connection)
            _followers.Remove(link.Name);
    });

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    private sealed record Follower(string Connection, long Taken, int Waiting, long Seen);
}
