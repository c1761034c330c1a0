using IncidentBot.Sandbox;
using IncidentBot.Storage;

namespace IncidentBot.Tests.Storage;

public sealed class RightOfWayTests : IDisposable
{
    private readonly MovableClock clock = new();
    private readonly RightOfWay way;

    public RightOfWayTests() => way = new RightOfWay(clock);

    public void Dispose() => clock.Dispose();

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
        await waiting.WaitAsync(TimeSpan.FromMilliseconds(900), CancellationToken.None);
    }

    [Fact]
    public async Task A_flood_that_never_ends_holds_others_up_for_a_second_at_most()
    {
        way.OtherEnds(clock.GetTimestamp() - (10 * clock.TimestampFrequency));
        way.FirstBegins();
        var waiting = way.LetPassAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
    }
}
