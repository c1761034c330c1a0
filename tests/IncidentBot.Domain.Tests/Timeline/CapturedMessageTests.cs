using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class CapturedMessageTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly UserId Alice = new("U1");
    private static readonly UserId Bob = new("U2");

    private static readonly TimelineEntry Entry =
        new(new IncidentId(new TeamId("T1"), 7), EntryKind.Note, "one", HappenedAt.Exactly(Now), Now, Alice) { Number = 12, Author = Bob, Capturers = Capturers.Of(Alice) };

    [Fact]
    public void Its_kind_is_what_those_who_hold_it_say_and_what_nobody_holds_stays_what_it_was()
    {
        Assert.Equal(EntryKind.Fix, CapturedMessage.Again(Entry, Capturers.Of(Alice, Bob), EntryKind.Fix, Bob, Now).After.Kind);
        Assert.Equal(EntryKind.Fix, CapturedMessage.TakenBack(Entry, Capturers.Of(Bob), EntryKind.Fix, Alice, Now).After.Kind);
        Assert.Equal(EntryKind.Note, CapturedMessage.TakenBack(Entry, Capturers.Nobody, EntryKind.Fix, Alice, Now).After.Kind);
    }

    [Fact]
    public void Only_the_last_one_to_take_it_back_withdraws_it_and_capturing_again_restores_it()
    {
        var held = CapturedMessage.TakenBack(Entry, Capturers.Of(Bob), EntryKind.Note, Alice, Now);
        Assert.Equal((EntryChange.CaptureTakenBack, EntryState.Shown), (held.Change, held.After.State));
        var gone = CapturedMessage.TakenBack(held.After, Capturers.Nobody, EntryKind.Note, Bob, Now);
        Assert.Equal((EntryChange.Withdrawn, EntryState.Withdrawn), (gone.Change, gone.After.State));
        var back = CapturedMessage.Again(gone.After, Capturers.Of(Bob), EntryKind.Note, Bob, Now);
        Assert.Equal((EntryChange.Restored, EntryState.Shown, Capturers.Of(Bob)), (back.Change, back.After.State, back.After.Capturers));
    }

    [Fact]
    public void The_same_words_and_older_edits_change_nothing()
    {
        var edited = CapturedMessage.Edited(Entry, "two", Now.AddSeconds(20), Bob, Now)!.After;
        Assert.Equal(("two", Now.AddSeconds(20)), (edited.Text, edited.SourceEditedAt));
        Assert.Null(CapturedMessage.Edited(edited, "two", Now.AddSeconds(30), Bob, Now));
        Assert.Null(CapturedMessage.Edited(edited, "older", Now.AddSeconds(10), Bob, Now));
    }

    [Fact]
    public void The_same_edit_told_again_undoes_no_correction()
    {
        var edited = CapturedMessage.Edited(Entry, "two", Now.AddSeconds(20.5), Bob, Now)!.After;
        var corrected = edited with { Text = "two, at the database" };

        Assert.Null(CapturedMessage.Edited(corrected, "two", Now.AddSeconds(20.5), Bob, Now));
        Assert.Null(CapturedMessage.Edited(corrected, "two", Now.AddSeconds(20), Bob, Now));
        Assert.Equal("three", CapturedMessage.Edited(corrected, "three", Now.AddSeconds(20.7), Bob, Now)?.After.Text);
    }

    [Fact]
    public void A_message_that_was_never_edited_brings_no_news()
    {
        Assert.Null(CapturedMessage.Edited(Entry with { Text = "one, at the database" }, "one", null, Bob, Now));
        Assert.False(CapturedMessage.IsNews(Entry, null));
    }

    [Fact]
    public void What_was_read_covers_the_second_of_its_last_edit()
    {
        var read = Entry with { SourceEditedAt = Now.AddSeconds(20) };

        Assert.False(CapturedMessage.IsNews(read, Now.AddSeconds(20.9)));
        Assert.True(CapturedMessage.IsNews(read, Now.AddSeconds(21)));
    }

    [Fact]
    public void A_message_is_deleted_once_and_its_words_stay()
    {
        var gone = CapturedMessage.Deleted(Entry, Now)!.After;
        Assert.Equal((EntryState.SourceDeleted, "one"), (gone.State, gone.Text));
        Assert.Null(CapturedMessage.Deleted(gone, Now));
        Assert.Equal(UserId.Unsaid, CapturedMessage.Deleted(Entry, Now)!.By);
    }

    [Fact]
    public void The_same_people_in_the_same_order_are_equal_and_each_counts_once()
    {
        Assert.Equal(Capturers.Of(Alice, Bob), Capturers.Of(Alice, Bob, Alice));
        Assert.NotEqual(Capturers.Of(Alice, Bob), Capturers.Of(Bob, Alice));
        Assert.True(Capturers.Nobody.IsNobody);
        Assert.Equal("U1 U2", Capturers.Of(Alice, Bob).ToString());
    }
}
