using IncidentBot.Tests.Replays;

namespace IncidentBot.Tests.Crash;

public sealed class KilledAfterEveryStepTests
{
    [Fact]
    public async Task Killed_as_soon_as_Slack_has_its_answer_it_ends_as_if_never_killed()
    {
        var (ending, kills) = await CrashRun.PlayAsync(_ => [new Blow.After(TimeSpan.Zero)]);

        Assert.InRange(kills, 20, int.MaxValue);
        var more = Ending.AssertSameButMoreWhispers(await UninterruptedRun.EndingAsync(), ending);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills, {more} whispers heard again");
    }
}
