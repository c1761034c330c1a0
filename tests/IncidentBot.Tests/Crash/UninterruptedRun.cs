using IncidentBot.Tests.Replays;

namespace IncidentBot.Tests.Crash;

/// <summary>How it ends when the bot is never killed; played once, for all crash tests to compare with.</summary>
internal static class UninterruptedRun
{
    private static readonly Lazy<Task<Ending>> Played = new(PlayAsync);

    public static Task<Ending> EndingAsync() => Played.Value;

    private static async Task<Ending> PlayAsync()
    {
        var (ending, kills) = await CrashRun.PlayAsync(_ => []);
        Assert.Equal(0, kills);
        return ending;
    }
}
