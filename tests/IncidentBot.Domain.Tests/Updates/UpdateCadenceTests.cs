using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Updates;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Updates;

public sealed class UpdateCadenceTests
{
    private static readonly TimeSpan Half = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);
    private static readonly SeverityScale Scale = new([new SeverityLevel(Severity.Sev1) { UpdateEvery = Half }, new SeverityLevel(Severity.Sev3)]);
    private static readonly Incident Bad = Some.Incident(severity: Severity.Sev1);

    [Fact]
    public void An_update_is_due_so_long_after_the_last_one_or_after_declaring()
    {
        Assert.Equal(Some.Start + Half, UpdateCadence.DueAt(Bad, Scale));
        Assert.Equal(Some.Now + Half, UpdateCadence.DueAt(Accepted(Domain.Updates.Updates.Post(Bad, "as it stands", Some.Ana, Some.Now)).After, Scale));
    }

    [Fact]
    public void A_raise_promises_from_then_on_and_so_does_a_reopening()
    {
        var raised = Accepted(IncidentSeverity.Change(Some.Incident(severity: Severity.Sev3), Severity.Sev1, "", Some.Policy, Some.Ana, Some.Now)).After;
        Assert.Equal(Some.Now + Half, UpdateCadence.DueAt(raised, Scale));

        var reopened = Accepted(IncidentLifecycle.Reopen(Some.Incident(IncidentStatus.Resolved, Severity.Sev1), IncidentStatus.Investigating, Some.Ana, Some.Now)).After;
        Assert.Equal(Some.Now + Half, UpdateCadence.DueAt(reopened, Scale));
        var told = Accepted(Domain.Updates.Updates.Post(reopened, "as it stands", Some.Ana, Some.Now.AddMinutes(5))).After;
        Assert.Equal(Some.Now.AddMinutes(35), UpdateCadence.DueAt(told, Scale));
    }

    [Fact]
    public void Where_nothing_is_promised_nothing_is_due()
    {
        Assert.All(
            new[] { Some.Incident(severity: Severity.Sev3), Some.Incident(severity: Severity.Sev2), Some.Incident(), Some.Incident(IncidentStatus.Resolved, Severity.Sev1) },
            incident => Assert.Null(UpdateCadence.Next(incident, Scale, Ten)));
    }

    [Fact]
    public void The_thread_hears_first_then_the_channel_the_commander_and_their_deputy_and_then_the_channel_at_its_own_pace()
    {
        var (incident, given) = (Bad, new List<(int Minutes, UpdateNudge? To)>());
        while (given.Count < 6)
        {
            var now = UpdateCadence.Next(incident, Scale, Ten)!.Value;
            given.Add(((int)(now - Some.Start).TotalMinutes, UpdateCadence.Now(incident, Scale, Ten, now)));
            incident = UpdateCadence.Reminded(incident, Scale, now);
        }

        Assert.Equal(
            [(30, UpdateNudge.Thread), (40, UpdateNudge.Channel), (50, UpdateNudge.Commander), (60, UpdateNudge.Deputy), (90, UpdateNudge.Channel), (120, UpdateNudge.Channel)],
            given);
    }

    [Fact]
    public void However_late_each_comes_none_is_left_out_and_the_next_one_leaves_time_to_answer() => Seeds.Each(3_000, random =>
    {
        var (every, step) = (random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(5)), random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)));
        var scale = new SeverityScale([new SeverityLevel(Severity.Sev1) { UpdateEvery = every }]);
        var (incident, given, now) = (Bad, new List<UpdateNudge?>(), Some.Start);
        for (var i = 0; i < 6; i++)
        {
            var next = UpdateCadence.Next(incident, scale, step)!.Value;
            Assert.True(i == 0 || next - now >= (i < 4 ? step : every) / 2);
            Assert.Null(UpdateCadence.Now(incident, scale, step, next.AddTicks(-1)));
            now = next + random.Between(TimeSpan.Zero, TimeSpan.FromHours(random.Next(2) * 20));
            given.Add(UpdateCadence.Now(incident, scale, step, now));
            incident = UpdateCadence.Reminded(incident, scale, now);
        }

        Assert.Equal([UpdateNudge.Thread, UpdateNudge.Channel, UpdateNudge.Commander, UpdateNudge.Deputy, UpdateNudge.Channel, UpdateNudge.Channel], given);
    });

    [Fact]
    public void Another_update_that_is_due_begins_with_the_thread_again()
    {
        var chased = UpdateCadence.Reminded(UpdateCadence.Reminded(Bad, Scale, Some.Start + Half), Scale, Some.Start + Half + Ten);
        var told = Accepted(Domain.Updates.Updates.Post(chased, "as it stands", Some.Ana, Some.Start.AddMinutes(45))).After;

        Assert.Equal(UpdateNudge.Commander, UpdateCadence.Now(chased, Scale, Ten, Some.Start.AddMinutes(50)));
        Assert.Equal(Some.Start.AddMinutes(75), UpdateCadence.Next(told, Scale, Ten));
        Assert.Equal(UpdateNudge.Thread, UpdateCadence.Now(told, Scale, Ten, Some.Start.AddMinutes(75)));
    }

    [Fact]
    public void Put_off_it_is_due_later_once_and_an_update_ends_that()
    {
        var snoozed = Accepted(Domain.Updates.Updates.Snooze(Bad, Scale, Some.Ana, Some.Start, TimeSpan.FromHours(2)));

        Assert.Equal([new UpdateSnoozed(Some.Start.AddHours(2), Some.Ana, Some.Start)], snoozed.Events);
        Assert.Equal(Some.Start.AddHours(2), UpdateCadence.DueAt(snoozed.After, Scale));
        var told = Accepted(Domain.Updates.Updates.Post(snoozed.After, "as it stands", Some.Ana, Some.Start.AddMinutes(5))).After;
        Assert.Equal(Some.Start.AddMinutes(35), UpdateCadence.DueAt(told, Scale));
    }

    [Fact]
    public void Put_off_too_long_it_is_a_day_and_too_short_is_refused()
    {
        Assert.Equal(Some.Start.AddDays(1), UpdateCadence.DueAt(Accepted(Domain.Updates.Updates.Snooze(Bad, Scale, Some.Ana, Some.Start, TimeSpan.FromDays(9))).After, Scale));
        Refused(new UpdateIsDueLater(Some.Start + Half), Domain.Updates.Updates.Snooze(Bad, Scale, Some.Ana, Some.Start, TimeSpan.FromMinutes(1)));
        Refused(new NoUpdateIsDue(), Domain.Updates.Updates.Snooze(Some.Incident(), Scale, Some.Ana, Some.Start, Half));
    }

    [Fact]
    public void A_reminder_is_to_come_only_while_it_lies_ahead()
    {
        var step = TimeSpan.FromMinutes(10);
        var next = UpdateCadence.Next(Bad, Scale, step)!.Value;

        Assert.Equal(next, UpdateCadence.Ahead(Bad, Scale, step, next.AddTicks(-1)));
        Assert.Null(UpdateCadence.Ahead(Bad, Scale, step, next));
        Assert.Null(UpdateCadence.Ahead(Some.Incident(), Scale, step, next));
    }

    [Fact]
    public void A_correction_changes_the_words_and_neither_who_nor_when()
    {
        var told = Accepted(Domain.Updates.Updates.Post(Bad, "as it stands", Some.Ana, Some.Now)).After;
        var parts = new UpdateParts("as it stood", "", "");

        var corrected = Accepted(Domain.Updates.Updates.Correct(told, "as it stood", parts, Some.Ben, Some.Now.AddMinutes(5))).After;

        Assert.Equal(new StatusUpdate("as it stood", Some.Ana, Some.Now) { Parts = parts, CorrectedBy = Some.Ben, CorrectedAt = Some.Now.AddMinutes(5), IsCorrected = true }, corrected.LastUpdate);
        Refused(new UpdateSaysSo(), Domain.Updates.Updates.Correct(corrected, "as it stood", parts, Some.Ben, Some.Now));
        Refused(new NoUpdateYet(), Domain.Updates.Updates.Correct(Bad, "as it stood", parts, Some.Ben, Some.Now));
    }

    [Fact]
    public void Whom_it_is_for_can_be_corrected_with_the_words_and_without()
    {
        var told = Accepted(Domain.Updates.Updates.Post(Bad, "as it stands", Some.Ana, Some.Now)).After;

        var alone = Accepted(Domain.Updates.Updates.Correct(told, "as it stands", null, Some.Ben, Some.Now, audience: UpdateAudience.External));
        Assert.Equal([new UpdateAudienceCorrected(UpdateAudience.External, Some.Ben, Some.Now)], alone.Events);
        Assert.Equal(told.LastUpdate! with { Audience = UpdateAudience.External, IsCorrected = true }, alone.After.LastUpdate);

        var both = Accepted(Domain.Updates.Updates.Correct(alone.After, "as it stood", null, Some.Ben, Some.Now, audience: UpdateAudience.Internal));
        Assert.Equal([new UpdateCorrected("as it stood", Some.Ben, Some.Now) { ToldAt = Some.Now }, new UpdateAudienceCorrected(UpdateAudience.Internal, Some.Ben, Some.Now) { IsBesideWords = true }], both.Events);
        Refused(new UpdateSaysSo(), Domain.Updates.Updates.Correct(both.After, "as it stood", null, Some.Ben, Some.Now, audience: UpdateAudience.Internal));
    }
}
