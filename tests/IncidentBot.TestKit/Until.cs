namespace IncidentBot.TestKit;

/// <summary>Waits for what nobody announces: in real time, and longer than it takes on the busiest machine.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    /// <summary>Looks again and again until it is so.</summary>
    /// <exception cref="TimeoutException">It did not come about; the message is what <paramref name="otherwise"/> says then.</exception>
    public static async Task ItIsAsync(Func<Task<bool>> so, Func<Task<string>>? otherwise = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await so())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new TimeoutException(otherwise is null ? "It did not come about." : await otherwise());
            await Task.Delay(LookAgain, TimeProvider.System);
        }
    }
}
