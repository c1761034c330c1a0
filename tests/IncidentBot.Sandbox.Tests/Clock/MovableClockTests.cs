using System.Diagnostics;

namespace IncidentBot.Sandbox.Tests.Clock;

public sealed class MovableClockTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public void It_shows_real_time_until_it_is_moved_and_never_goes_back()
    {
        using var clock = new MovableClock();
        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(119.9), TimeSpan.FromMinutes(120.1));
        var to = clock.GetUtcNow().AddDays(1);
        clock.MoveTo(to);
        Assert.InRange(clock.GetUtcNow() - to, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(2, clock.Revision);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.MoveTo(to.AddHours(-1)));
    }

    [Fact]
    public void Elapsed_time_counts_the_moves()
    {
        using var clock = new MovableClock();
        var started = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromMinutes(90));
        Assert.InRange(clock.GetElapsedTime(started), TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(90.1));
    }

    [Fact]
    public async Task A_delay_ends_at_once_when_the_clock_is_moved_past_it()
    {
        using var clock = new MovableClock();
        var delay = Task.Delay(TimeSpan.FromHours(1), clock);
        clock.Advance(TimeSpan.FromMinutes(59));
        await Task.Delay(50);
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1.1));
        await delay.WaitAsync(Soon);
    }

    [Fact]
    public async Task A_delay_ends_by_itself_when_the_clock_is_not_moved()
    {
        using var clock = new MovableClock();
        var real = Stopwatch.StartNew();
        await Task.Delay(TimeSpan.FromMilliseconds(120), clock).WaitAsync(Soon);
        Assert.InRange(real.ElapsedMilliseconds, 115, 2000);
    }

    [Fact]
    public async Task A_wait_longer_than_real_timers_allow_is_possible()
    {
        using var clock = new MovableClock();
        var delay = Task.Delay(TimeSpan.FromDays(49), clock);
        using var yearly = clock.CreateTimer(_ => { }, null, TimeSpan.FromDays(365), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromDays(50));
        await delay.WaitAsync(Soon);
    }

    [Fact]
    public async Task A_periodic_timer_fires_once_for_a_long_move_and_goes_on_in_its_rhythm()
    {
        using var clock = new MovableClock();
        var fired = new SemaphoreSlim(0);
        using var timer = clock.CreateTimer(_ => fired.Release(), null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        clock.Advance(TimeSpan.FromMinutes(35));
        Assert.True(await fired.WaitAsync(Soon));
        Assert.False(await fired.WaitAsync(60));
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(await fired.WaitAsync(60));
        clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.True(await fired.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_timer_can_be_changed_stopped_and_disposed_of()
    {
        using var clock = new MovableClock();
        var fired = new SemaphoreSlim(0);
        var timer = clock.CreateTimer(_ => fired.Release(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.False(await fired.WaitAsync(60));
        Assert.True(timer.Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan));
        clock.Advance(TimeSpan.FromHours(1.1));
        Assert.True(await fired.WaitAsync(Soon));
        Assert.True(timer.Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan));
        await timer.DisposeAsync();
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.False(await fired.WaitAsync(60));
    }

    [Fact]
    public async Task Cancellation_and_periodic_timers_of_the_framework_run_on_it()
    {
        using var clock = new MovableClock();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3), clock);
        using var ticks = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        var tick = ticks.WaitForNextTickAsync();
        clock.Advance(TimeSpan.FromMinutes(1.5));
        Assert.True(await tick.AsTask().WaitAsync(Soon));
        Assert.False(patience.IsCancellationRequested);
        var cancelled = new TaskCompletionSource();
        patience.Token.Register(cancelled.SetResult);
        clock.Advance(TimeSpan.FromMinutes(2));
        await cancelled.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task Timers_armed_while_the_clock_moves_are_not_missed()
    {
        using var clock = new MovableClock();
        var moving = Task.Run(() =>
        {
            for (var move = 0; move < 2000; move++)
                clock.Advance(TimeSpan.FromSeconds(1));
        });
        var delays = Enumerable.Range(0, 500).Select(_ => Task.Run(() => Task.Delay(TimeSpan.FromSeconds(2), clock))).ToList();
        await moving;
        clock.Advance(TimeSpan.FromSeconds(3));
        await Task.WhenAll(delays).WaitAsync(Soon);
    }
}
