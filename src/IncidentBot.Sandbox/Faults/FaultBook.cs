namespace IncidentBot.Sandbox.Faults;

/// <summary>The faults still to come, in the order they were asked for.</summary>
internal sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Left)> _pending = [];

    public void Add(Fault fault, int times)
    {
        lock (_gate)
            _pending.Add((fault, times));
    }

    public void Clear()
    {
        lock (_gate)
            _pending.Clear();
    }

    /// <summary>The fault that strikes now, if any; it counts as used. Shuffling concerns several deliveries and is taken on its own.</summary>
    public Fault? Take(string on) => TakeFirst(fault => fault.On == on && fault.Kind is not (Fault.Shuffle or Fault.Lost or Fault.Delay));

    /// <summary>Whether the next event gets lost.</summary>
    public bool TakeLost() => TakeFirst(fault => fault.Kind == Fault.Lost) is not null;

    /// <summary>For how long the next event is to be held back.</summary>
    public TimeSpan? TakeDelay() => TakeFirst(fault => fault.Kind == Fault.Delay) is { } delay ? TimeSpan.FromSeconds(delay.RetryAfter) : null;

    /// <summary>Whether the next delivery is to be shuffled with its neighbours.</summary>
    public bool TakeShuffle() => TakeFirst(fault => fault.Kind == Fault.Shuffle) is not null;

    private Fault? TakeFirst(Predicate<Fault> fits)
    {
        lock (_gate)
        {
            var index = _pending.FindIndex(pending => fits(pending.Fault));
            if (index < 0)
                return null;
            var (fault, left) = _pending[index];
            if (left > 1)
                _pending[index] = (fault, left - 1);
            else
                _pending.RemoveAt(index);
            return fault;
        }
    }
}
