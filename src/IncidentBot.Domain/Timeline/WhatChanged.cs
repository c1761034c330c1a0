namespace IncidentBot.Domain.Timeline;

/// <summary>What somebody who was away should read first. The same entries always give the same lines.</summary>
/// <param name="Lines">The entries that say most, in the order they happened.</param>
/// <param name="Others">How many more there are.</param>
public sealed record WhatChanged(IReadOnlyList<TimelineEntry> Lines, int Others)
{
    /// <summary>Picks what says most: what changed the course of things before what was only noted, and of equals the later.</summary>
    /// <param name="entries">What was recorded meanwhile, in any order.</param>
    /// <param name="most">How many lines there is room for.</param>
    public static WhatChanged Of(IEnumerable<TimelineEntry> entries, int most)
    {
        List<TimelineEntry> told = [.. entries.Where(entry => Weight(entry.Kind) > 0)];
        return new WhatChanged(
            [
                .. told.OrderByDescending(entry => Weight(entry.Kind)).ThenByDescending(entry => entry.Position).ThenByDescending(entry => entry.Number)
                    .Take(most).OrderBy(entry => entry.Position).ThenBy(entry => entry.Number),
            ],
            Math.Max(0, told.Count - most));
    }

    /// <summary>The same where there is room for fewer lines: what says most stays.</summary>
    /// <param name="most">How many lines there is room for.</param>
    public WhatChanged Within(int most)
    {
        var kept = Of(Lines, most);
        return kept with { Others = kept.Others + Others };
    }

    /// <summary>Nothing for what has a line of its own in a catch-up: tasks, and what was ruled out.</summary>
    private static int Weight(EntryKind kind) => kind switch
    {
        EntryKind.Task or EntryKind.DeadEnd => 0,
        EntryKind.RootCause or EntryKind.Fix or EntryKind.Mitigation => 4,
        EntryKind.Severity or EntryKind.Status or EntryKind.Role or EntryKind.Decision or EntryKind.Impact or EntryKind.Escalation or EntryKind.Communication => 3,
        EntryKind.Hypothesis or EntryKind.Verification or EntryKind.Deploy or EntryKind.Alert or EntryKind.Detection => 2,
        _ => 1,
    };
}
