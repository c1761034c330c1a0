namespace IncidentBot.Sandbox.WebApi;

/// <summary>
/// Slack's published tiers: so many calls a minute per method, and about one message a second per channel (Slack docs: Rate
/// limits). Bursts are tolerated to an unpublished degree; ours are small.
/// </summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private const int Burst = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];
    private readonly Dictionary<string, DateTimeOffset> _nextFree = [];

    /// <summary>How long to wait before this call; null lets it pass.</summary>
    public TimeSpan? Wait(MethodFacts method, string? channel)
    {
        if (method.Name == "chat.postMessage")
            return OnePerSecond($"chat.postMessage {channel}");
        var perMinute = method.Tier switch
        {
            1 => 1,
            2 => 20,
            3 => 50,
            4 => 100,
            _ => 600,
        };
        return PerMinute(method.Name, perMinute + Burst);
    }

    /// <summary>A bucket that refills once a second and holds a small burst.</summary>
    public TimeSpan? OnePerSecond(string key)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var free = _nextFree.GetValueOrDefault(key, now);
            if (free < now)
                free = now;
            if (free - now > Second * (Burst - 1))
                return free - now - (Second * (Burst - 1));
            _nextFree[key] = free + Second;
            return null;
        }
    }

    /// <summary>One call a minute, without a burst.</summary>
    public TimeSpan? OncePerMinute(string key) => PerMinute(key, most: 1);

    private TimeSpan? PerMinute(string key, int most)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (!_calls.TryGetValue(key, out var calls))
                _calls.Add(key, calls = []);
            while (calls.TryPeek(out var oldest) && now - oldest >= Minute)
                calls.Dequeue();
            if (calls.Count >= most)
                return calls.Peek() + Minute - now;
            calls.Enqueue(now);
            return null;
        }
    }
}
