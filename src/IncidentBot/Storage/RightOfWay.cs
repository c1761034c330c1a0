namespace IncidentBot.Storage;

/// <summary>
/// Who goes first when all want to write at once. Slack waits three seconds for an acknowledgement (Slack docs: Slash
/// commands) and people wait for us afterwards. So while requests stream in, everybody else lets them pass; but a flood
/// only slows them down: together they keep about a fiftieth of the time, and none waits longer than a second.
/// </summary>
internal sealed class RightOfWay(TimeProvider clock)
{
    private const int Share = 50;
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(1);
    private readonly long longest = clock.TimestampFrequency;
    private int first;
    private long firstEnded = clock.GetTimestamp() - clock.TimestampFrequency;
    private long othersMayGo = clock.GetTimestamp();

    private bool IsLull => Volatile.Read(ref first) == 0 && clock.GetElapsedTime(Volatile.Read(ref firstEnded)) >= Lull;

    private bool IsOthersTurn => clock.GetTimestamp() >= Volatile.Read(ref othersMayGo);

    public void FirstBegins() => Interlocked.Increment(ref first);

    public void FirstEnds()
    {
        Volatile.Write(ref firstEnded, clock.GetTimestamp());
        Interlocked.Decrement(ref first);
    }

    /// <summary>Returns in a lull, or when those who let others pass have waited long enough.</summary>
    public async Task LetPassAsync(CancellationToken ct)
    {
        while (!IsLull && !IsOthersTurn)
            await Task.Delay(Lull, clock, ct);
    }

    /// <summary>Somebody who had let others pass has written since <paramref name="began"/>.</summary>
    public void OtherEnds(long began)
    {
        var now = clock.GetTimestamp();
        var mayGo = now + Math.Min(longest, (Share - 1) * (now - began));
        // Those who waited together end one after the other: a short write does not take back what a long one owes.
        if (mayGo > Volatile.Read(ref othersMayGo))
            Volatile.Write(ref othersMayGo, mayGo);
    }
}
