namespace IncidentBot.Sandbox.Tests.Clock;

/// <summary>A clock may begin at a moment of its own, so that an incident of the past can be played on it.</summary>
public sealed class StartingClockTests
{
    private static readonly DateTimeOffset Past = new(2025, 7, 21, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1998)]
    [InlineData(2095)]
    public void A_clock_begins_at_the_moment_it_is_given_and_ticks_on(int year)
    {
        var start = new DateTimeOffset(year, 3, 1, 0, 0, 0, TimeSpan.Zero);
        using var clock = new MovableClock(start);

        Assert.InRange(clock.GetUtcNow(), start, start.AddMinutes(1));

        clock.Advance(TimeSpan.FromDays(2));

        Assert.InRange(clock.GetUtcNow(), start.AddDays(2), start.AddDays(2).AddMinutes(1));
    }

    [Fact]
    public void Where_it_begins_is_no_elapsed_time_and_where_it_is_moved_is()
    {
        using var clock = new MovableClock(Past);
        var before = clock.GetTimestamp();

        clock.MoveTo(Past.AddHours(5));

        Assert.InRange(clock.GetElapsedTime(before), TimeSpan.FromHours(5) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(5) + TimeSpan.FromMinutes(1));
        Assert.InRange(clock.GetElapsedTime(TimeProvider.System.GetTimestamp(), before), TimeSpan.FromMinutes(-1), TimeSpan.Zero);
    }

    [Fact]
    public async Task A_workspace_of_the_past_is_followed_into_the_past()
    {
        using var clock = new MovableClock(Past);
        await using var world = await World.StartAsync(new SandboxOptions { Clock = clock });
        using var follower = MovableClock.Follow(world.Sandbox.Url);

        Assert.InRange(follower.GetUtcNow(), Past, Past.AddMinutes(1));
        Assert.InRange(await world.Client.NowAsync(TestContext.Current.CancellationToken), Past, Past.AddMinutes(1));

        await world.Client.MoveClockAsync(Past.AddDays(1), TestContext.Current.CancellationToken);

        Assert.InRange(follower.GetUtcNow(), Past.AddDays(1), Past.AddDays(1).AddMinutes(1));
    }
}
