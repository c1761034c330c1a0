namespace IncidentBot.Sandbox;

/// <summary>Knows which other processes follow the clock, and waits until they have taken a move.</summary>
internal sealed class ClockFollowers(MovableClock clock)
{
    /// <summary>A follower that has not asked for this long is gone (its process ended, or was killed by a test).</summary>
    private static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Follower> _followers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A follower has read the clock for the first time and will wait for moves from now on.</summary>
    public void Welcome(string name, long taken) => Note(name, follower => follower with { Taken = Math.Max(follower.Taken, taken) });

    /// <summary>A follower says which revision it has taken and waits for a later one, at most for <paramref name="patience"/> of real time.</summary>
    public async Task WaitForMoveAsync(string name, long taken, TimeSpan patience, CancellationToken cancellationToken)
    {
        Note(name, follower => follower with { Taken = Math.Max(follower.Taken, taken), Waiting = follower.Waiting + 1 });
        try
        {
            await clock.WaitForMoveAfterAsync(taken, cancellationToken).WaitAsync(patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing moved; the follower is told so and asks again.
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
                Forget(name);
            else
                Note(name, follower => follower with { Waiting = follower.Waiting - 1 });
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
        follower.Waiting > 0 || TimeProvider.System.GetElapsedTime(follower.Seen) < GoneAfter;

    private void Note(string name, Func<Follower, Follower> change) => Change(() =>
    {
        var known = _followers.GetValueOrDefault(name) ?? new Follower(-1, 0, 0);
        _followers[name] = change(known) with { Seen = TimeProvider.System.GetTimestamp() };
        foreach (var (gone, _) in _followers.Where(each => !IsLive(each.Value)).ToList())
            _followers.Remove(gone);
    });

    /// <summary>A follower whose connection was cut while it waited is gone; no move need wait for it.</summary>
    private void Forget(string name) => Change(() => _followers.Remove(name));

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

    private sealed record Follower(long Taken, int Waiting, long Seen);
}
