namespace IncidentBot.Sandbox.Deliveries;

/// <summary>What happens to an event.</summary>
internal enum Admission
{
    Deliver,

    /// <summary>The app is over its hourly limit and is told so, once a minute; the event is lost.</summary>
    AnnounceRateLimit,

    /// <summary>The event is lost: over the limit, or subscriptions are disabled.</summary>
    Drop,
}

/// <summary>
/// Counts deliveries of the last 60 minutes: over 30,000 the app only hears app_rate_limited; when more than 95 % of
/// attempts fail its subscriptions are switched off, unless it gets fewer than 1,000 events an hour (Slack docs: Events API).
/// </summary>
internal sealed class DeliveryHealth(TimeProvider clock, SandboxOptions options)
{
    private const double FailuresTolerated = 0.95;
    private const int Minutes = 60;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Minute> _minutes = [];
    private long _announcedIn = -1;

    public bool IsDisabled { get; private set; }

    public Admission Admit()
    {
        lock (_gate)
        {
            if (IsDisabled)
                return Admission.Drop;
            var now = Current(out var number);
            if (_minutes.Values.Sum(minute => minute.Events) < options.EventsPerHour)
            {
                now.Events++;
                return Admission.Deliver;
            }

            if (_announcedIn == number)
                return Admission.Drop;
            _announcedIn = number;
            return Admission.AnnounceRateLimit;
        }
    }

    public void Note(bool succeeded)
    {
        lock (_gate)
        {
            var now = Current(out _);
            now.Attempts++;
            if (succeeded)
                return;
            now.Failures++;
            var attempts = _minutes.Values.Sum(minute => minute.Attempts);
            var failures = _minutes.Values.Sum(minute => minute.Failures);
            if (_minutes.Values.Sum(minute => minute.Events) >= options.DisableAfterEvents && failures > attempts * FailuresTolerated)
                IsDisabled = true;
        }
    }

    /// <summary>Somebody switched the subscriptions on again by hand.</summary>
    public void Enable()
    {
        lock (_gate)
        {
            IsDisabled = false;
            _minutes.Clear();
        }
    }

    private Minute Current(out long number)
    {
        number = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        var oldest = number - Minutes;
        foreach (var past in _minutes.Keys.Where(minute => minute <= oldest).ToList())
            _minutes.Remove(past);
        if (!_minutes.TryGetValue(number, out var current))
            _minutes.Add(number, current = new Minute());
        return current;
    }

    private sealed class Minute
    {
        public int Events { get; set; }

        public int Attempts { get; set; }

        public int Failures { get; set; }
    }
}
