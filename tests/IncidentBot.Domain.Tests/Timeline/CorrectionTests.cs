using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class CorrectionTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly UserId By = new("U2");
    private static readonly Correction Because = new(By, "a slip", Now.AddHours(1));

    private static readonly TimelineEntry Entry =
        new(new IncidentId(new TeamId("T1"), 7), EntryKind.Note, "the cache", HappenedAt.Exactly(Now), Now, new UserId("U1")) { Number = 12, Author = new UserId("U1") };

    private static readonly TimelineEntry Fact = Entry with { Author = null };

    [Fact]
    public void A_correction_changes_one_thing_and_says_who_why_and_when()
    {
        Assert.Equal(Revised(Entry with { Text = "the queue" }, EntryChange.Reworded), Because.Reword(Entry, "the queue"));
        Assert.Equal(Revised(Entry with { Kind = EntryKind.Fix }, EntryChange.Rekinded), Because.Rekind(Entry, EntryKind.Fix));
        Assert.Equal(Revised(Entry with { Happened = HappenedAt.Untimed }, EntryChange.Retimed), Because.Retime(Entry, HappenedAt.Untimed));
        Assert.Equal(Revised(Entry with { State = EntryState.Hidden }, EntryChange.Hidden), Because.Hide(Entry));
        Assert.Equal(Revised(Entry, EntryChange.Shown), Because.Show(Entry with { State = EntryState.Hidden }));
    }

    [Fact]
    public void What_the_incident_itself_did_can_only_be_hidden()
    {
        var refused = new EntryDecision.Refused(new FactsStayAsTheyAre(12));
        Assert.Equal([refused, refused, refused], new[] { Because.Reword(Fact, "x"), Because.Rekind(Fact, EntryKind.Fix), Because.Retime(Fact, HappenedAt.Untimed) });
        Assert.IsType<EntryDecision.Accepted>(Because.Hide(Fact));
    }

    [Fact]
    public void What_changes_nothing_is_refused()
    {
        Assert.Equal(Refused(new NothingToChange(12, EntryChange.Reworded)), Because.Reword(Entry, "the cache"));
        Assert.Equal(Refused(new NothingToChange(12, EntryChange.Hidden)), Because.Hide(Entry with { State = EntryState.Hidden }));
        Assert.Equal(Refused(new NothingToChange(12, EntryChange.Shown)), Because.Show(Entry));
        Assert.Equal(Refused(new WithdrawnNotHidden(12)), Because.Show(Entry with { State = EntryState.Withdrawn }));
        Assert.Equal(Refused(new MessageDeletedSaysOnlyThat(12)), Because.Reword(Entry with { State = EntryState.SourceDeleted }, "the queue"));
        Assert.Equal(Refused(new EntryTextMissing(12)), Because.Reword(Entry, "  "));
    }

    [Fact]
    public void Hiding_and_showing_leave_the_other_reasons_alone()
    {
        var hidden = Assert.IsType<EntryDecision.Accepted>(Because.Hide(Entry with { State = EntryState.SourceDeleted })).Revision.After;
        Assert.Equal(EntryState.SourceDeleted | EntryState.Hidden, hidden.State);
        Assert.Equal(EntryState.SourceDeleted, Assert.IsType<EntryDecision.Accepted>(Because.Show(hidden)).Revision.After.State);
    }

    [Fact]
    public void Undo_gives_back_what_the_correction_took_and_leaves_the_rest()
    {
        var now = Entry with { Text = "the queue", Kind = EntryKind.Fix, Happened = HappenedAt.Untimed, Version = 2 };
        var before = EntryVersion.Of(Entry, EntryChange.Recorded, By, "", Now);

        Assert.Equal(Revised(now with { Text = "the cache" }, EntryChange.Reworded), Because.Undo(now, EntryChange.Reworded, before, wasKindChosen: false));
        Assert.Equal(Revised(now with { Text = "the cache" }, EntryChange.Reworded), Because.Undo(now, EntryChange.MessageEdited, before, wasKindChosen: false));
        Assert.Equal(Revised(now with { Kind = EntryKind.Note }, EntryChange.KindGivenBack), Because.Undo(now, EntryChange.Rekinded, before, wasKindChosen: false));
        Assert.Equal(Revised(now with { Kind = EntryKind.Note }, EntryChange.Rekinded), Because.Undo(now, EntryChange.Rekinded, before, wasKindChosen: true));
        Assert.Equal(Revised(now with { Kind = EntryKind.Note }, EntryChange.Rekinded), Because.Undo(now, EntryChange.KindGivenBack, before, wasKindChosen: false));
        Assert.Equal(Revised(now with { Happened = HappenedAt.Exactly(Now) }, EntryChange.Retimed), Because.Undo(now, EntryChange.Retimed, before, wasKindChosen: false));
        Assert.Equal(Revised(now with { State = EntryState.Hidden }, EntryChange.Hidden), Because.Undo(now, EntryChange.Shown, before, wasKindChosen: false));
        Assert.Equal(Refused(new EntryCorrectedSince(12)), Because.Undo(now, EntryChange.CapturedAgain, before, wasKindChosen: false));
    }

    private static EntryDecision.Accepted Revised(TimelineEntry after, EntryChange change) => new(new EntryRevision(after, change, By, "a slip", Now.AddHours(1)));

    private static EntryDecision.Refused Refused(Refusal why) => new(why);
}
