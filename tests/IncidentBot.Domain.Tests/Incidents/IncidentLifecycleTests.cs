using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
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
            incident with { Status = IncidentStatus.Investigating },
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
    [InlineData(IncidentStatus.Resolved)]
    [InlineData(IncidentStatus.Closed)]
    public void Reopening_goes_on_investigating_and_withdraws_the_review_that_was_owed(IncidentStatus from)
    {
        var incident = Some.Incident(from, Severity.Sev2, commander: Some.Cleo);

        Accepted(
            IncidentLifecycle.Reopen(incident, Some.Ben, Some.Now),
            incident with { Status = IncidentStatus.Investigating, ResolvedAt = null, ClosedAt = null, Review = null },
            new IncidentReopened(from, Some.Ben, Some.Now),
            new ReviewWithdrawn(Some.Ben, Some.Now));
    }

    [Fact]
    public void Reopening_keeps_a_review_that_was_held()
    {
        var held = Accepted(PostIncidentReview.Complete(Some.Incident(IncidentStatus.Closed), "https://docs.example/7", Some.Ana, Some.Start)).After;

        Accepted(
            IncidentLifecycle.Reopen(held, Some.Ben, Some.Now),
            held with { Status = IncidentStatus.Investigating, ResolvedAt = null, ClosedAt = null },
            new IncidentReopened(IncidentStatus.Closed, Some.Ben, Some.Now));
    }

    [Fact]
    public void What_is_resolved_again_keeps_the_review_that_was_held()
    {
        var held = Accepted(PostIncidentReview.Complete(Some.Incident(IncidentStatus.Resolved, Severity.Sev1), "https://docs.example/7", Some.Ana, Some.Start)).After;
        var reopened = Accepted(IncidentLifecycle.Reopen(held, Some.Ben, Some.Start)).After;

        Accepted(
            MoveTo(reopened, IncidentStatus.Resolved),
            reopened with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Now },
            new IncidentResolved(IncidentStatus.Investigating, Some.Ben, Some.Now));
    }

    [Fact]
    public void What_is_resolved_again_owes_anew_the_review_that_was_withdrawn()
    {
        var reopened = Accepted(IncidentLifecycle.Reopen(Some.Incident(IncidentStatus.Resolved, Severity.Sev1), Some.Ben, Some.Start)).After;

        Assert.Equal(new Review(Some.Ben, Some.Now, Sev1Due), Accepted(MoveTo(reopened, IncidentStatus.Resolved)).After.Review);
    }

    [Theory]
    [InlineData(IncidentStatus.Triage, IncidentStatus.Triage)]
    [InlineData(IncidentStatus.Investigating, IncidentStatus.Investigating)]
    [InlineData(IncidentStatus.Identified, IncidentStatus.Identified)]
    [InlineData(IncidentStatus.Monitoring, IncidentStatus.Monitoring)]
    [InlineData(IncidentStatus.Resolved, IncidentStatus.Investigating)]
    [InlineData(IncidentStatus.Closed, IncidentStatus.Investigating)]
    public void Reopening_goes_where_it_is_asked_to_and_never_to_an_end(IncidentStatus asked, IncidentStatus to)
    {
        var accepted = Accepted(IncidentLifecycle.Reopen(Some.Incident(IncidentStatus.Closed), Some.Ben, Some.Now, asked));

        Assert.Equal(to, accepted.After.Status);
        Assert.Contains(new IncidentReopened(IncidentStatus.Closed, Some.Ben, Some.Now) { To = to }, accepted.Events);
    }

    [Theory]
    [InlineData(IncidentStatus.Triage)]
    [InlineData(IncidentStatus.Monitoring)]
    public void A_live_incident_is_not_reopened(IncidentStatus status) =>
        Refused(new IncidentIsLive(status), IncidentLifecycle.Reopen(Some.Incident(status), Some.Ben, Some.Now));

    [Theory]
    [InlineData(IncidentStatus.Resolved)]
    [InlineData(IncidentStatus.Closed)]
    public void What_is_over_moves_on_only_by_reopening(IncidentStatus over) =>
        Refused(new IncidentIsOver(over), MoveTo(Some.Incident(over), IncidentStatus.Monitoring));

    [Fact]
    public void What_is_closed_is_not_resolved_again() =>
        Refused(new IncidentIsOver(IncidentStatus.Closed), MoveTo(Some.Incident(IncidentStatus.Closed), IncidentStatus.Resolved));

    [Theory]
    [InlineData(IncidentStatus.Triage)]
    [InlineData(IncidentStatus.Resolved)]
    [InlineData(IncidentStatus.Closed)]
    public void Where_it_stands_already_is_refused_as_such(IncidentStatus status) =>
        Refused(new AlreadyAtStatus(status), MoveTo(Some.Incident(status), status));

    private static Decision MoveTo(Incident incident, IncidentStatus to) =>
        IncidentLifecycle.MoveTo(incident, to, Some.Policy, Some.Ben, Some.Now);
}
