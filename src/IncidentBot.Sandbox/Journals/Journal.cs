using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;

namespace IncidentBot.Sandbox.Journals;

/// <summary>One call or delivery. Tokens and secrets are left out of it.</summary>
internal sealed record JournalEntry
{
    public long N { get; init; }

    /// <summary>The workspace's time when it ended.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary><c>api</c>, <c>response_url</c> or <c>delivery</c>.</summary>
    public required string Direction { get; init; }

    public required string Method { get; init; }

    public JsonObject? Args { get; init; }

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int Status { get; init; }

    public string? Answer { get; init; }

    public double LatencyMs { get; init; }

    /// <summary>For deliveries: 0 for the first attempt, then the number of the retry.</summary>
    public int Attempt { get; init; }

    /// <summary>For retries: why, in the words of X-Slack-Retry-Reason.</summary>
    public string? Reason { get; init; }

    /// <summary><c>ok</c>, an error code, a fault, or how a delivery failed.</summary>
    public required string Outcome { get; init; }

    /// <summary>For deliveries of events: what was delivered, so that it can be sent again.</summary>
    public Delivery? Delivery { get; init; }
}

/// <summary>What was called and delivered, and what came back: the last 20,000 entries.</summary>
internal sealed class Journal(TimeProvider clock)
{
    private const int Kept = 20_000;

    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = [];
    private long _count;

    public void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry with { N = ++_count, At = clock.GetUtcNow() });
            if (_entries.Count > Kept)
                _entries.Dequeue();
        }
    }

    public IReadOnlyList<JournalEntry> After(long n)
    {
        lock (_gate)
            return [.. _entries.Where(entry => entry.N > n)];
    }

    public JournalEntry? Find(long n)
    {
        lock (_gate)
            return _entries.FirstOrDefault(entry => entry.N == n);
    }
}
