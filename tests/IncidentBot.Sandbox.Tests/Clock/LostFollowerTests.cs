namespace IncidentBot.Sandbox.Tests.Clock;

/// <summary>A killed process must not hold up the clock it followed: crash tests kill and move by turns.</summary>
public sealed class LostFollowerTests
{
    private static readonly TimeSpan FarLessThanTheWaitForTheLiving = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_move_does_not_wait_for_a_follower_whose_connection_was_cut()
    {
        await using var world = await World.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Sandbox.Url };
        using var killed = new CancellationTokenSource();
        var poll = http.GetAsync(new Uri("/_sandbox/clock?after=0&follower=killed", UriKind.Relative), killed.Token);
        await world.Client.NowAsync(TestContext.Current.CancellationToken);

        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        var started = TimeProvider.System.GetTimestamp();
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < FarLessThanTheWaitForTheLiving);
    }
}
