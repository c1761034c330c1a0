using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class TimelineEntryTests
{
    private static readonly DateTimeOffset Earlier = Some.Now.AddHours(-2);

    [Fact]
    public void A_line_stands_where_it_happened_not_where_it_was_recorded() =>
        Assert.Equal(Earlier, Entry(HappenedAt.Exactly(Earlier)).Position);

    [Fact]
    public void A_line_nobody_knows_the_time_of_stands_where_it_was_recorded() =>
        Assert.Equal(Some.Now, Entry(HappenedAt.Untimed).Position);

    [Fact]
    public void A_time_a_clock_vouches_for_is_exact_and_nobody_wrote_it() =>
        Assert.Equal(new HappenedAt(Earlier, "", TimePrecision.Exact), HappenedAt.Exactly(Earlier));

    [Fact]
    public void A_time_nobody_knows_has_no_instant() =>
        Assert.Equal(new HappenedAt(null, "", TimePrecision.Unknown), HappenedAt.Untimed);

    [Fact]
    public void A_line_written_by_hand_has_no_source()
    {
        var entry = Entry(HappenedAt.Untimed);
        Assert.Equal((null, "", null, ""), (entry.Author, entry.AuthorName, entry.Source, entry.Permalink));
    }

    private static TimelineEntry Entry(HappenedAt happened) =>
        new(Some.Id, EntryKind.Fix, "swapped the burner", happened, Some.Now, Some.Ben);
}
