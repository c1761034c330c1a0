using System.Diagnostics;

namespace IncidentBot.Sandbox.Tests.Clock;

/// <summary>A clock in another process, here a second clock that knows the sandbox by its address only.</summary>
public sealed class FollowTests
{
    [Fact]
    public async Task A_follower_begins_where_the_sandbox_is_and_has_taken_a_move_when_it_is_answered()
    {
        await using var world = await World.StartAsync();
        world.Sandbox.Clock.Advance(TimeSpan.FromDays(10));
        using var clock = MovableClock.Follow(world.Sandbox.Url);
        Assert.Equal(world.Sandbox.Clock.Offset, clock.Offset);
        var alarm = Task.Delay(TimeSpan.FromHours(1), clock);
        for (var move = 0; move < 5; move++)
        {
            await world.Client.AdvanceAsync(TimeSpan.FromMinutes(13));
            Assert.Equal(world.Sandbox.Clock.Offset, clock.Offset);
        }

        await alarm.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Several_followers_are_waited_for()
    {
        await using var world = await World.StartAsync();
        using var one = MovableClock.Follow(world.Sandbox.Url, "one");
        using var two = MovableClock.Follow(world.Sandbox.Url, "two");
        var to = (await world.Client.NowAsync()).AddHours(30);
        await world.Client.MoveClockAsync(to);
        Assert.Equal(one.Offset, two.Offset);
        Assert.InRange(one.GetUtcNow() - to, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_follower_that_is_gone_holds_nobody_up_for_long()
    {
        await using var world = await World.StartAsync();
        MovableClock.Follow(world.Sandbox.Url, "gone").Dispose();
        var waited = Stopwatch.StartNew();
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Without_a_sandbox_there_is_nothing_to_follow() =>
        Assert.Throws<HttpRequestException>(() => MovableClock.Follow(new Uri("http://127.0.0.1:1/")));

    [Fact]
    public async Task The_clock_is_not_moved_backwards_over_http_either()
    {
        await using var world = await World.StartAsync();
        var refused = await Assert.ThrowsAsync<SandboxException>(() => world.Client.AdvanceAsync(TimeSpan.FromSeconds(-1)));
        Assert.Equal("backwards", refused.Code);
        var now = await world.Client.NowAsync();
        Assert.Equal("backwards", (await Assert.ThrowsAsync<SandboxException>(() => world.Client.MoveClockAsync(now.AddMinutes(-1)))).Code);
    }
}
