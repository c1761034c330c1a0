using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class WhatChangedTests
{
    [Fact]
    public void What_changed_the_course_of_things_comes_before_what_was_only_noted_in_the_order_it_happened()
    {
        var changed = WhatChanged.Of([Entry(1, EntryKind.Note, 5), Entry(2, EntryKind.Fix, 4), Entry(3, EntryKind.Note, 3), Entry(4, EntryKind.Severity, 2), Entry(5, EntryKind.Alert, 1)], 3);

        Assert.Equal([5, 4, 2], changed.Lines.Select(entry => entry.Number));
        Assert.Equal(2, changed.Others);
    }

    [Fact]
    public void Of_equals_the_later_ones_are_told() =>
        Assert.Equal([3, 2], WhatChanged.Of([Entry(1, EntryKind.Note, 1), Entry(2, EntryKind.Note, 3), Entry(3, EntryKind.Note, 2)], 2).Lines.Select(entry => entry.Number));

    [Fact]
    public void What_has_a_line_of_its_own_is_not_told_twice()
    {
        var changed = WhatChanged.Of([Entry(1, EntryKind.Task, 1), Entry(2, EntryKind.DeadEnd, 2)], 5);

        Assert.Equal((0, 0), (changed.Lines.Count, changed.Others));
    }

    [Fact]
    public void The_same_entries_in_any_order_give_the_same_lines() => Seeds.Each(200, random =>
    {
        var kinds = Enum.GetValues<EntryKind>();
        var entries = Enumerable.Range(1, 12).Select(i => Entry(i, random.OneOf(kinds), random.Next(4))).ToArray();
        var first = WhatChanged.Of(entries, 5);
        random.Shuffle(entries);

        Assert.Equal(first.Lines, WhatChanged.Of(entries, 5).Lines);
        Assert.True(first.Lines.Count <= 5);
    });

    private static TimelineEntry Entry(int number, EntryKind kind, int minute) =>
        new(Some.Id, kind, "it", HappenedAt.Exactly(Some.Start.AddMinutes(minute)), Some.Now, Some.Ana) { Number = number };
}
