using IncidentBot.Tests.Replays;

namespace IncidentBot.Tests.Crash;

/// <summary>
/// Killed at moments nobody chose: before, while and after people act, and again while it comes back. Each seed is a run
/// that can be had again, as far as two processes can; most seeds run only with <c>INCIDENTBOT_LONG_TESTS=1</c>.
/// </summary>
public sealed class KilledAnywhereTests
{
    /// <summary>In milliseconds: about what a process that has just begun takes for its first request.</summary>
    private const int LongestWait = 600;

    /// <summary>More than any act here makes it call.</summary>
    private const int MostCalls = 8;

    [Fact]
    public Task Killed_at_some_moments_it_ends_as_if_never_killed() => PlayAsync(seed: 1, oneIn: 4);

    [LongTheory("some minutes")]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public Task Killed_at_many_moments_it_ends_as_if_never_killed(int seed) => PlayAsync(seed, oneIn: 1);

    private static async Task PlayAsync(int seed, int oneIn)
    {
        var chance = new Random(seed);
        var log = TestContext.Current.TestOutputHelper!;
        log.WriteLine($"seed {seed}");
        var (ending, kills) = await CrashRun.PlayAsync(act =>
        {
            IReadOnlyList<Blow> blows = chance.Next(oneIn) > 0 ? []
                : chance.Next(3) > 0 ? [Some(chance)]
                : [Some(chance), chance.Next(2) == 0 ? new Blow.After(Wait(chance)) : new Blow.AtCall(1 + chance.Next(MostCalls))];
            log.WriteLine($"{act.Name}: {string.Join(", then ", blows)}");
            return blows;
        });

        var more = Ending.AssertSameButMoreWhispers(await UninterruptedRun.EndingAsync(), ending);
        log.WriteLine($"{kills} kills, {more} whispers heard again");
    }

    private static Blow Some(Random chance) => chance.Next(8) switch
    {
        0 => new Blow.Before(),
        1 => new Blow.During(Wait(chance)),
        2 => new Blow.After(Wait(chance)),
        3 => new Blow.AtStore(),
        4 => new Blow.AtCommit(),
        _ => new Blow.AtCall(1 + chance.Next(MostCalls)),
    };

    private static TimeSpan Wait(Random chance) => TimeSpan.FromMilliseconds(chance.Next(LongestWait));
}
