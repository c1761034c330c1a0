using IncidentBot.Delivery;
using IncidentBot.Reconciliation;
using IncidentBot.Slack.WebApi;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>A round reads so much and no more, and round after round reaches everything.</summary>
public sealed class BoundsTests
{
    private const int Reads = 4;
    private static readonly Comparing Why = new(1, "C1", Some.Moment, Some.Moment.AddHours(1), IsThorough: true, null);
    private static readonly ChannelReading Whole = new(Some.Moment.AddHours(1)) { HasMessages = true };

    [Fact]
    public void Round_after_round_reaches_everything_once()
    {
        IReadOnlyList<Wanted> all = [.. Enumerable.Range(0, 50).Select(i => new Wanted(Ts(i), i % 7 == 0 ? WantedKind.Thread : WantedKind.Message))];
        List<Wanted> read = [];

        string? stoppedAt = null;
        do
        {
            (var wanted, stoppedAt) = Bounds.Of(Why with { StoppedAt = stoppedAt }, Whole, [], all, Reads);
            Assert.InRange(wanted.Count, 1, Reads);
            read.AddRange(wanted);
        }
        while (stoppedAt is not null);

        Assert.Equal(all.Reverse(), read);
    }

    [Fact]
    public void What_is_in_doubt_leaves_room_for_the_rest_and_takes_what_the_rest_does_not_need()
    {
        IReadOnlyList<Wanted> doubtful = [.. Enumerable.Range(0, 9).Select(i => new Wanted(Ts(i), WantedKind.Message))];
        IReadOnlyList<Wanted> threads = [.. Enumerable.Range(20, 9).Select(i => new Wanted(Ts(i), WantedKind.Thread))];

        Assert.Equal([doubtful[0], doubtful[1], threads[8], threads[7]], Bounds.Of(Why, Whole, doubtful, threads, Reads).Wanted);
        Assert.Equal(doubtful.Take(3).Append(threads[8]), Bounds.Of(Why, Whole, doubtful, threads.Skip(8), Reads).Wanted);
        Assert.Equal(doubtful.Take(4), Bounds.Of(Why, Whole, doubtful, [], Reads).Wanted);
    }

    [Fact]
    public void Pages_are_read_until_the_absence_began_or_half_of_a_round_is_used_up()
    {
        var newest = Whole with { Oldest = Ts(30) };

        Assert.False(Bounds.WantsOlder(Why, Whole, Reads));
        Assert.True(Bounds.WantsOlder(Why, newest, Reads));
        Assert.True(Bounds.WantsOlder(Why, newest with { Older = new Stretch(Ts(30), Ts(20), 1) }, Reads));
        Assert.False(Bounds.WantsOlder(Why, newest with { Older = new Stretch(Ts(30), Ts(-1), 1) }, Reads));
        Assert.False(Bounds.WantsOlder(Why, newest with { Older = new Stretch(Ts(30), Ts(10), 2) }, Reads));
        Assert.Equal(Ts(10), Bounds.Of(Why, newest with { Older = new Stretch(Ts(30), Ts(10), 2) }, [], [new Wanted(Ts(5), WantedKind.Message)], Reads).StopsAt);
    }

    /// <summary>A message so many minutes after the absence began.</summary>
    private static string Ts(int minutes) => SlackTs.FromTime(Some.Moment.AddMinutes(minutes));
}
