using System.Diagnostics;
using System.Globalization;
using IncidentBot.Benchmarks.Outside;

namespace IncidentBot.Benchmarks;

/// <summary>How fast a subject acknowledged, and what its process spent on it.</summary>
internal readonly record struct Pace(int Requests, LoadResult Load, TimeSpan Spent)
{
    public double PerSecond => Requests / Stopwatch.GetElapsedTime(Load.Began, Load.Ended).TotalSeconds;

    public double MicrosecondsEach => Spent.TotalMicroseconds / Requests;
}

/// <summary>The bot under load. Moments are <see cref="Stopwatch"/> timestamps; what was spent covers everything until all was sent.</summary>
internal readonly record struct BotPace(Pace Acknowledged, long AppliedMeanwhile, long Applied, long Drained, TimeSpan Spent)
{
    private const int EffectsPerNote = 2;

    public double MicrosecondsEach => Spent.TotalMicroseconds / Acknowledged.Requests;

    /// <summary>From the first request to the last applied row.</summary>
    public double AppliedPerSecond => Acknowledged.Requests / Stopwatch.GetElapsedTime(Acknowledged.Load.Began, Applied).TotalSeconds;

    /// <summary>Answers and thread posts that reached Slack, from the first request to the last send written down.</summary>
    public double SentPerSecond => EffectsPerNote * Acknowledged.Requests / Stopwatch.GetElapsedTime(Acknowledged.Load.Began, Drained).TotalSeconds;
}

/// <summary>A ready backlog being worked off, with nothing coming in.</summary>
internal readonly record struct BacklogPace(int Requests, long Began, long Applied, long Drained)
{
    private const int EffectsPerNote = 2;

    public double AppliedPerSecond => Requests / Stopwatch.GetElapsedTime(Began, Applied).TotalSeconds;

    /// <summary>From a stored request to its committed entry, each.</summary>
    public double MicrosecondsEach => Stopwatch.GetElapsedTime(Began, Applied).TotalMicroseconds / Requests;

    public double SentPerSecond => EffectsPerNote * Requests / Stopwatch.GetElapsedTime(Began, Drained).TotalSeconds;
}

/// <summary>One round over all subjects.</summary>
internal sealed record Round(Pace Bare, Pace Durable, BotPace Bot, BacklogPace Backlog)
{
    public double OfDurable => Bot.Acknowledged.PerSecond / Durable.PerSecond;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"bare {Bare.PerSecond:F0}/s ({Bare.MicrosecondsEach:F0} us), durable {Durable.PerSecond:F0}/s p50 {Durable.Load.P50Milliseconds:F1} p99 {Durable.Load.P99Milliseconds:F1} ms ({Durable.MicrosecondsEach:F0} us), bot {Bot.Acknowledged.PerSecond:F0}/s = {OfDurable:F2} p50 {Bot.Acknowledged.Load.P50Milliseconds:F1} p99 {Bot.Acknowledged.Load.P99Milliseconds:F1} max {Bot.Acknowledged.Load.MaxMilliseconds:F1} ms, applied {Bot.AppliedPerSecond:F0}/s, {Bot.AppliedMeanwhile} meanwhile, sent {Bot.SentPerSecond:F0}/s ({Bot.Acknowledged.MicrosecondsEach:F0} us, {Bot.MicrosecondsEach:F0} us in all); backlog applied {Backlog.AppliedPerSecond:F0}/s, sent {Backlog.SentPerSecond:F0}/s");
}
