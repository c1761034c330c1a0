using IncidentBot.Tests.Replays;

namespace IncidentBot.Tests.Crash;

/// <summary>
/// Killed between a commit and what follows from it, and where Slack did as asked and the process died before it knew.
/// </summary>
/// <remarks>
/// Seen red, each time by breaking the bot on purpose or by a fault it had:
/// <list type="bullet">
/// <item>The timeline written in a second transaction right after the turn's own (the rows kept in a list in
/// <c>TurnBatch.Record</c> and added by <c>InboxWorker</c> after its commit): 7 of 18 lines were missing here, and one in
/// <see cref="KilledAfterEveryStepTests"/>.</item>
/// <item>Forms recognised by their trigger instead of by the view: the form sent again after <see cref="Blow.AtStore"/>
/// declared a second incident.</item>
/// <item>Topics set again without looking: the channel was told of the topic twice.</item>
/// <item>Direct answers posted without looking: "Declared: …" stood there twice.</item>
/// </list>
/// </remarks>
public sealed class KilledAtTheWorstMomentsTests
{
    /// <summary>By what the act's name contains; every other act is struck when its commit can be seen.</summary>
    private static readonly (string Act, Blow[] Blows)[] Plan =
    [
        ("declare_from question, sending", [new Blow.AtStore(), new Blow.LostAnswer("conversations.create"), new Blow.LostAnswer("chat.postMessage", Times: 2), new Blow.LostAnswer("pins.add")]),
        ("react card", [new Blow.LostAnswer("chat.update")]),
        ("add_to_timeline deploy, sending", [new Blow.LostAnswer("chat.postMessage", Times: 2)]),
        ("add_to_timeline alert, opening", [new Blow.LostAnswer("views.open")]),
        ("add_to_timeline alert, sending", [new Blow.AtStore()]),
        ("react rollback", [new Blow.LostAnswer("reactions.add")]),
        ("/incident status monitoring", [new Blow.LostAnswer("conversations.setTopic")]),
        ("/incident update", [new Blow.LostAnswer("chat.postMessage")]),
        ("/incident resolve", [new Blow.AtCommit(), new Blow.AtCall(1)]),
        ("07-27", [new Blow.LostAnswer("chat.postMessage", Times: 2)]),
        ("07-28 15:50", [new Blow.AtCall(1)]),
    ];

    [Fact]
    public async Task Killed_when_it_hurts_most_it_loses_nothing_and_does_nothing_twice()
    {
        var (ending, kills) = await CrashRun.PlayAsync(BlowsFor);

        Assert.InRange(kills, 25, int.MaxValue);
        var more = Ending.AssertSameButMoreWhispers(await UninterruptedRun.EndingAsync(), ending);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills, {more} whispers heard again");
    }

    private static Blow[] BlowsFor(Act act) =>
        Plan.Where(each => act.Name.Contains(each.Act, StringComparison.Ordinal)).Select(each => each.Blows).FirstOrDefault() ?? [new Blow.AtCommit()];
}
