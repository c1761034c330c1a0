using IncidentBot.Storage;

namespace IncidentBot.Tests.Storage;

public sealed class RightOfWayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly StillClock clock = new();
    private readonly RightOfWay way;

    public RightOfWayTests() => way = new RightOfWay(clock);

    [Fact]
    public void Nobody_waits_in_a_lull() => Assert.True(way.LetPassAsync(CancellationToken.None).IsCompletedSuccessfully);

    [Fact]
    public async Task While_acknowledgements_are_due_others_wait_until_they_are_through()
    {
        way.OtherEnds(clock.GetTimestamp() - clock.TimestampFrequency);
        way.FirstBegins();
        var waiting = way.LetPassAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        way.FirstEnds();
        clock.Advance(TimeSpan.FromMilliseconds(5));
        await waiting.WaitAsync(Patience, TimeProvider.System);
    }

    [Fact]
    public async Task A_flood_that_never_ends_holds_others_up_for_a_second_at_most()
    {
        way.OtherEnds(clock.GetTimestamp() - (10 * clock.TimestampFrequency));
        way.FirstBegins();
        var waiting = way.LetPassAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.False(way.LetPassAsync(CancellationToken.None).IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await waiting.WaitAsync(Patience, TimeProvider.System);
    }

    /// <summary>Time passes when it is told to; who sleeps wakes in real time and looks.</summary>
    private sealed class StillClock : TimeProvider
    {
        private long timestamp = TimeSpan.TicksPerDay;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Volatile.Read(ref timestamp);

        public void Advance(TimeSpan by) => Interlocked.Add(ref timestamp, by.Ticks);
    }
}
