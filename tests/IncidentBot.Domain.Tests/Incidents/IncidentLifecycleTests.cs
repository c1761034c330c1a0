using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Times;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class IncidentLifecycleTests
{
    private static readonly DateTimeOffset Sev1Due = Some.Now + Some.Policy.TimeFor(Severity.Sev1);

    [Fact]
    public void Moving_between_live_states_says_both()
    {
        var incident = Some.Incident(IncidentStatus.Monitoring);

        Accepted(
            MoveTo(incident, IncidentStatus.Investigating),
            incident with { Status = IncidentStatus.Investigating, Times = IncidentTimes.None },
            new StatusChanged(IncidentStatus.Monitoring, IncidentStatus.Investigating, Some.Ben, Some.Now));
    }

    [Fact]
    public void Resolving_opens_the_review_in_the_same_breath()
    {
        var incident = Some.Incident(IncidentStatus.Identified, Severity.Sev1, commander: Some.Cleo);

        Accepted(
            MoveTo(incident, IncidentStatus.Resolved),
            incident with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Now, Review = new Review(Some.Cleo, Some.Now, Sev1Due) },
            new IncidentResolved(IncidentStatus.Identified, Some.Ben, Some.Now),
            new ReviewOpened(Some.Cleo, Sev1Due, Some.Ben, Some.Now));
    }

    [Fact]
    public void Closing_a_live_incident_resolves_it_first_as_one_version()
    {
        var incident = Some.Incident(IncidentStatus.Triage, Severity.Sev1);

        Accepted(
            MoveTo(incident, IncidentStatus.Closed),
            incident with { Status = IncidentStatus.Closed, ResolvedAt = Some.Now, ClosedAt = Some.Now, Review = new Review(Some.Ben, Some.Now, Sev1Due) },
            new IncidentResolved(IncidentStatus.Triage, Some.Ben, Some.Now),
            new ReviewOpened(Some.Ben, Sev1Due, Some.Ben, Some.Now),
            new IncidentClosed(Some.Ben, Some.Now));
    }

    [Fact]
    public void Closing_a_resolved_incident_keeps_its_review_and_the_time_it_was_resolved()
    {
        var incident = Some.Incident(IncidentStatus.Resolved);

        Accepted(
            MoveTo(incident, IncidentStatus.Closed),
            incident with { Status = IncidentStatus.Closed, ClosedAt = Some.Now },
            new IncidentClosed(Some.Ben, Some.Now));
        Assert.Equal(Some.Start, incident.ResolvedAt);
    }

    [Theory]
    [InlineData("resolved")]
    [InlineData("closed")]
    public void Reopening_goes_on_investigating_and_withdraws_the_review_that_was_owed(string key)
    {
        var from = Some.StatusOf(key);
        var incident = Some.Incident(from, Severity.Sev2, commander: Some.Cleo);

        Accepted(
            Reopen(incident),
            incident with { Status = IncidentStatus.Investigating, ResolvedAt = null, ClosedAt = null, Review = null },
            new IncidentReopened(from, IncidentStatus.Investigating, Some.Ben, Some.Now),
            new ReviewWithdrawn(Some.Ben, Some.Now));
    }

    [Fact]
    public void Reopening_keeps_a_review_that_was_held()
    {
        var held = Accepted(PostIncidentReview.Complete(Some.Incident(IncidentStatus.Closed), "https://docs.example/7", Some.Ana, Some.Start)).After;

        Accepted(
            Reopen(held),
            held with { Status = IncidentStatus.Investigating, ResolvedAt = null, ClosedAt = null },
            new IncidentReopened(IncidentStatus.Closed, IncidentStatus.Investigating, Some.Ben, Some.Now));
    }

    [Fact]
    public void What_is_resolved_again_keeps_the_review_that_was_held()
    {
        var held = Accepted(PostIncidentReview.Complete(Some.Incident(IncidentStatus.Resolved, Severity.Sev1), "https://docs.example/7", Some.Ana, Some.Start)).After;
        var reopened = Accepted(IncidentLifecycle.Reopen(held, IncidentStatus.Investigating, Some.Ben, Some.Start)).After;

        Accepted(
            MoveTo(reopened, IncidentStatus.Resolved),
            reopened with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Now },
            new IncidentResolved(IncidentStatus.Investigating, Some.Ben, Some.Now));
    }

    [Fact]
    public void What_is_resolved_again_owes_anew_the_review_that_was_withdrawn()
    {
        var reopened = Accepted(IncidentLifecycle.Reopen(Some.Incident(IncidentStatus.Resolved, Severity.Sev1), IncidentStatus.Investigating, Some.Ben, Some.Start)).After;

        Assert.Equal(new Review(Some.Ben, Some.Now, Sev1Due), Accepted(MoveTo(reopened, IncidentStatus.Resolved)).After.Review);
    }

    [Theory]
    [InlineData("triage")]
    [InlineData("investigating")]
    [InlineData("identified")]
    [InlineData("monitoring")]
    public void Reopening_goes_where_it_is_asked_to(string key)
    {
        var to = Some.StatusOf(key);
        var accepted = Accepted(IncidentLifecycle.Reopen(Some.Incident(IncidentStatus.Closed), to, Some.Ben, Some.Now));

        Assert.Equal(to, accepted.After.Status);
        Assert.Contains(new IncidentReopened(IncidentStatus.Closed, to, Some.Ben, Some.Now), accepted.Events);
    }

    [Fact]
    public void Nobody_reopens_into_an_end() =>
        Assert.Throws<ArgumentException>(() => IncidentLifecycle.Reopen(Some.Incident(IncidentStatus.Closed), IncidentStatus.Resolved, Some.Ben, Some.Now));

    [Theory]
    [InlineData("triage")]
    [InlineData("monitoring")]
    public void Declining_a_live_incident_ends_it_and_owes_nothing(string key)
    {
        var incident = Some.Incident(Some.StatusOf(key), Severity.Sev1);

        Accepted(
            IncidentLifecycle.Decline(incident, IncidentStatus.Declined, "only a test", Some.Ben, Some.Now),
            incident with { Status = IncidentStatus.Declined },
            new IncidentDeclined(incident.Status, "only a test", Some.Ben, Some.Now));
    }

    [Fact]
    public void Declining_a_resolved_incident_withdraws_the_review_it_owed()
    {
        var incident = Some.Incident(IncidentStatus.Resolved);

        Accepted(
            MoveTo(incident, IncidentStatus.Declined),
            incident with { Status = IncidentStatus.Declined, ResolvedAt = null, Review = null },
            new IncidentDeclined(IncidentStatus.Resolved, "", Some.Ben, Some.Now),
            new ReviewWithdrawn(Some.Ben, Some.Now));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("merged")]
    public void What_ended_otherwise_is_not_declined(string over) =>
        Refused(new IncidentIsOver(Some.StatusOf(over)), IncidentLifecycle.Decline(Some.Incident(Some.StatusOf(over)), IncidentStatus.Declined, "", Some.Ben, Some.Now));

    [Fact]
    public void Merging_takes_another_incident() => Refused(new MergedOnlyIntoAnother(), MoveTo(Some.Incident(), IncidentStatus.Merged));

    [Fact]
    public void A_state_of_ones_own_moves_like_those_of_its_phase()
    {
        var (waiting, cancelled) = (new IncidentStatus("waiting", "Waiting for the vendor", IncidentPhase.Live), new IncidentStatus("cancelled", "Cancelled", IncidentPhase.Declined));
        var incident = Some.Incident(IncidentStatus.Investigating);

        Accepted(MoveTo(incident, waiting), incident with { Status = waiting }, new StatusChanged(IncidentStatus.Investigating, waiting, Some.Ben, Some.Now));
        Assert.True(Accepted(MoveTo(incident, cancelled)).After.IsOver);
        Refused(new AlreadyAtStatus(waiting with { Name = "Waiting" }), MoveTo(incident with { Status = waiting }, waiting with { Name = "Waiting" }));
    }

    [Theory]
    [InlineData("triage")]
    [InlineData("monitoring")]
    public void A_live_incident_is_not_reopened(string status) =>
        Refused(new IncidentIsLive(Some.StatusOf(status)), Reopen(Some.Incident(Some.StatusOf(status))));

    [Theory]
    [InlineData("resolved")]
    [InlineData("closed")]
    public void What_is_over_moves_on_only_by_reopening(string over) =>
        Refused(new IncidentIsOver(Some.StatusOf(over)), MoveTo(Some.Incident(Some.StatusOf(over)), IncidentStatus.Monitoring));

    [Fact]
    public void What_is_closed_is_not_resolved_again() =>
        Refused(new IncidentIsOver(IncidentStatus.Closed), MoveTo(Some.Incident(IncidentStatus.Closed), IncidentStatus.Resolved));

    [Theory]
    [InlineData("triage")]
    [InlineData("resolved")]
    [InlineData("closed")]
    public void Where_it_stands_already_is_refused_as_such(string key)
    {
        var status = Some.StatusOf(key);

        Refused(new AlreadyAtStatus(status), MoveTo(Some.Incident(status), status));
    }

    [Theory]
    [InlineData("resolved")]
    [InlineData("closed")]
    [InlineData("declined")]
    public void An_offer_of_command_does_not_outlive_the_incident(string over)
    {
        var offered = Accepted(Handover.Offer(Some.Incident(), Some.Cleo, TimeSpan.FromMinutes(10), Some.Ana, Some.Start)).After;

        var after = Accepted(MoveTo(offered, Some.StatusOf(over))).After;

        Assert.Null(after.Offer);
        Assert.False(after.IsAnsweredForBy(Some.Cleo));
    }

    [Fact]
    public void A_change_of_state_taken_back_leaves_when_it_had_come_to_what()
    {
        var watched = Accepted(MoveTo(Some.Incident(), IncidentStatus.Monitoring)).After;
        var slip = Accepted(IncidentLifecycle.MoveTo(watched, IncidentStatus.Identified, Some.Policy, Some.Ben, Some.Now.AddHours(1))).After;

        Accepted(
            IncidentLifecycle.TakeBack(slip, IncidentStatus.Monitoring, watched.Times.Stamps, Some.Ben, Some.Now.AddHours(2)),
            slip with { Status = IncidentStatus.Monitoring, Times = watched.Times },
            new StatusChanged(IncidentStatus.Identified, IncidentStatus.Monitoring, Some.Ben, Some.Now.AddHours(2)));
        Refused(new IncidentIsOver(IncidentStatus.Resolved), IncidentLifecycle.TakeBack(Some.Incident(IncidentStatus.Resolved), IncidentStatus.Triage, [], Some.Ben, Some.Now));
    }

    private static Decision MoveTo(Incident incident, IncidentStatus to) =>
        IncidentLifecycle.MoveTo(incident, to, Some.Policy, Some.Ben, Some.Now);

    private static Decision Reopen(Incident incident) => IncidentLifecycle.Reopen(incident, IncidentStatus.Investigating, Some.Ben, Some.Now);
}
