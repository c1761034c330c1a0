using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Updates;

public sealed class UpdatesToCorrectTests
{
    private static readonly Incident Run = IncidentChannel.Made(Some.Incident(), new ChannelId("C0OVENS"), "inc-7-ovens");

    [Fact]
    public void Updates_of_the_same_instant_each_have_a_moment_of_their_own()
    {
        var first = Posted(Run, "one oven is cold");
        var second = Posted(first, "one oven is cold");

        Assert.Equal(Some.Now, first.LastUpdate!.At);
        Assert.Equal(Some.Now.AddTicks(1), second.LastUpdate!.At);
        Assert.Equal(Some.Now.AddTicks(2), Posted(second, "one oven is cold").LastUpdate!.At);
    }

    [Fact]
    public void Its_message_stands_is_said_of_the_update_of_that_moment_and_of_no_other()
    {
        var second = Posted(Posted(Run, "one oven is cold"), "both ovens are cold");

        Assert.Null(Domain.Updates.Updates.Stands(second, Some.Now, "1.1"));
        var (after, update) = Domain.Updates.Updates.Stands(second, Some.Now.AddTicks(1), "1.2")!.Value;
        Assert.Equal(second.LastUpdate! with { PostTs = "1.2" }, update);
        Assert.Equal(second with { LastUpdate = update }, after);
    }

    [Fact]
    public void Corrected_before_its_message_stands_it_is_remembered_until_it_does_though_another_came_since()
    {
        var second = Posted(Corrected(Posted(Run, "one oven is cold"), "no oven is cold"), "all is well");

        Assert.Equal("no oven is cold", Assert.Single(second.UpdatesToCorrect).Text);
        var (after, update) = Domain.Updates.Updates.Stands(second, Some.Now, "1.1")!.Value;
        Assert.Equal(("no oven is cold", "1.1"), (update.Text, update.PostTs));
        Assert.Equal(second with { UpdatesToCorrect = [] }, after);
    }

    [Fact]
    public void Nothing_is_remembered_of_one_that_stands_as_it_should()
    {
        Assert.Empty(Posted(Posted(Run, "one oven is cold"), "all is well").UpdatesToCorrect);
        Assert.Empty(Posted(Corrected(Stands(Posted(Run, "one oven is cold")), "no oven is cold"), "all is well").UpdatesToCorrect);
        Assert.Empty(Posted(Corrected(Posted(Some.Incident(), "one oven is cold"), "no oven is cold"), "all is well").UpdatesToCorrect);
    }

    [Fact]
    public void While_nobody_can_write_in_the_channel_corrections_are_behind()
    {
        var archived = Corrected(Stands(Posted(Run, "one oven is cold")) with { Standing = ChannelStanding.Fresh with { IsArchived = true } }, "no oven is cold");

        Assert.Equal(["no oven is cold"], Domain.Updates.Updates.Behind(archived).Select(update => update.Text));
        Assert.Equal(["no oven is cold"], Domain.Updates.Updates.Behind(Posted(archived, "all is well")).Select(update => update.Text));
        Assert.Empty(Domain.Updates.Updates.Behind(Stands(Posted(Run, "one oven is cold"))));
    }

    [Fact]
    public void A_new_channel_holds_none_of_them()
    {
        var second = Posted(Corrected(Posted(Run, "one oven is cold"), "no oven is cold"), "all is well");

        Assert.Empty(IncidentChannel.Made(second, new ChannelId("C0OTHER"), "inc-7-again").UpdatesToCorrect);
    }

    [Fact]
    public void The_newest_ten_are_remembered()
    {
        var many = Enumerable.Range(1, 12).Aggregate(Run, (incident, number) => Corrected(Posted(incident, $"first {number}"), $"then {number}"));

        Assert.Equal(Enumerable.Range(3, 10).Select(number => $"then {number}"), Posted(many, "all is well").UpdatesToCorrect.Select(update => update.Text));
    }

    [Fact]
    public void Redacted_words_are_forgotten_there_too()
    {
        var second = Posted(Corrected(Posted(Run, "one oven is cold"), "the key is under the mat"), "all is well");
        var entry = new TimelineEntry(second.Id, EntryKind.Communication, "the key is under the mat", HappenedAt.Exactly(Some.Now), Some.Now, Some.Ana);

        var after = Redaction.Forget(second, entry);

        Assert.Equal((Redaction.Mark, "all is well"), (Assert.Single(after.UpdatesToCorrect).Text, after.LastUpdate!.Text));
    }

    [Fact]
    public void Redacted_the_line_of_a_correction_takes_the_words_of_the_update_too()
    {
        var corrected = Corrected(Posted(Run, "one oven is cold"), "the key is under the mat");
        var entry = new TimelineEntry(corrected.Id, EntryKind.Communication, "Correction\n*It says now* the key is under the mat", HappenedAt.Exactly(Some.Now), Some.Now, Some.Ana);

        Assert.Equal(Redaction.Mark, Redaction.Forget(corrected, entry).LastUpdate!.Text);
    }

    private static Incident Posted(Incident incident, string text) => Accepted(Domain.Updates.Updates.Post(incident, text, Some.Ana, Some.Now)).After;

    private static Incident Corrected(Incident incident, string text) => Accepted(Domain.Updates.Updates.Correct(incident, text, null, Some.Ana, Some.Now)).After;

    private static Incident Stands(Incident incident) => Domain.Updates.Updates.Stands(incident, incident.LastUpdate!.At, "1.1")!.Value.After;
}
