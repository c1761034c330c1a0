using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Reviews;

public sealed class PostIncidentReviewTests
{
    private static readonly Incident Owing = Some.Incident(IncidentStatus.Resolved, commander: Some.Cleo);
    private static readonly Review Owed = Owing.Review!;

    public static TheoryData<string> Settling => ["done", "waive", "owner", "withdraw"];

    [Theory]
    [InlineData("sev1")]
    [InlineData("sev2")]
    [InlineData("sev3")]
    [InlineData("unset")]
    public void The_commander_owes_it_within_the_time_of_the_severity(string key)
    {
        var severity = Some.SeverityOf(key);
        var incident = Some.Incident(severity: severity, commander: Some.Cleo);
        var due = Some.Now + Some.Policy.TimeFor(severity);

        Accepted(
            PostIncidentReview.Open(incident, Some.Policy, Some.Ben, Some.Now),
            incident with { Review = new Review(Some.Cleo, Some.Now, due) },
            new ReviewOpened(Some.Cleo, due, Some.Ben, Some.Now));
    }

    [Fact]
    public void Without_a_commander_whoever_resolved_owes_it() =>
        Assert.Equal(Some.Ben, Accepted(PostIncidentReview.Open(Some.Incident(), Some.Policy, Some.Ben, Some.Now)).After.Review?.Owner);

    [Fact]
    public void It_is_handed_over_without_gaining_time() =>
        Accepted(
            PostIncidentReview.AssignOwner(Owing, Some.Ana, Some.Ben, Some.Now),
            Owing with { Review = new Review(Some.Ana, Owed.OpenedAt, Owed.DueAt), NamedReviewOwner = Some.Ana },
            new ReviewOwnerChanged(Some.Cleo, Some.Ana, Some.Ben, Some.Now));

    [Fact]
    public void Whoever_was_named_owes_it_again_when_it_is_resolved_again()
    {
        var handed = Accepted(PostIncidentReview.AssignOwner(Owing, Some.Ana, Some.Ben, Some.Now)).After;
        var reopened = Accepted(IncidentLifecycle.Reopen(handed, IncidentStatus.Investigating, Some.Ben, Some.Now)).After;

        Assert.Equal(Some.Ana, Accepted(IncidentLifecycle.MoveTo(reopened, IncidentStatus.Resolved, Some.Policy, Some.Ben, Some.Now)).After.Review?.Owner);
    }

    [Fact]
    public void Another_one_is_opened_after_the_last_was_settled_and_not_before()
    {
        var settled = Accepted(Do("waive", Owing)).After;
        var due = Some.Now + Some.Policy.TimeFor(Owing.Severity);

        Accepted(
            PostIncidentReview.Again(settled, Some.Policy, Some.Ben, Some.Now),
            settled with { Review = new Review(Some.Cleo, Some.Now, due) },
            new ReviewOpened(Some.Cleo, due, Some.Ben, Some.Now));
        Refused(new ReviewIsOwed(Some.Cleo), PostIncidentReview.Again(Owing, Some.Policy, Some.Ben, Some.Now));
        Refused(new NoReviewYet(), PostIncidentReview.Again(Some.Incident(), Some.Policy, Some.Ben, Some.Now));
        Refused(new ReviewComesWithResolve(), PostIncidentReview.Again(Accepted(IncidentLifecycle.Reopen(settled, IncidentStatus.Investigating, Some.Ben, Some.Now)).After, Some.Policy, Some.Ben, Some.Now));
    }

    [Theory]
    [InlineData("done")]
    [InlineData("waive")]
    public void What_was_settled_by_a_slip_is_owed_as_before(string verb) =>
        Accepted(
            PostIncidentReview.Resume(Accepted(Do(verb, Owing)).After with { Version = Owing.Version }, Some.Ben, Some.Now),
            Owing,
            new ReviewResumed(Some.Cleo, Some.Ben, Some.Now));

    [Fact]
    public void It_is_not_handed_to_whom_it_has() =>
        Refused(new AlreadyReviewOwner(Some.Cleo), PostIncidentReview.AssignOwner(Owing, Some.Cleo, Some.Ben, Some.Now));

    [Fact]
    public void Held_it_keeps_its_link_and_is_owed_no_more()
    {
        var decision = PostIncidentReview.Complete(Owing, "https://docs.example/7", Some.Ben, Some.Now);

        Accepted(
            decision,
            Owing with { Review = Owed with { End = new ReviewEnd.Done("https://docs.example/7") } },
            new ReviewDone("https://docs.example/7", Some.Ben, Some.Now));
        Assert.Equal((true, false), (Owed.IsOwed, Accepted(decision).After.Review?.IsOwed));
    }

    [Fact]
    public void Waived_it_keeps_the_reason_and_is_owed_no_more()
    {
        var decision = PostIncidentReview.Waive(Owing, "a drill", Some.Ben, Some.Now);

        Accepted(
            decision,
            Owing with { Review = Owed with { End = new ReviewEnd.Waived("a drill") } },
            new ReviewWaived("a drill", Some.Ben, Some.Now));
        Assert.False(Accepted(decision).After.Review?.IsOwed);
    }

    [Fact]
    public void Withdrawn_it_is_gone() =>
        Accepted(PostIncidentReview.Withdraw(Owing, Some.Ben, Some.Now), Owing with { Review = null }, new ReviewWithdrawn(Some.Ben, Some.Now));

    [Theory]
    [MemberData(nameof(Settling))]
    public void Nothing_is_done_to_a_review_there_is_not_yet(string verb) =>
        Refused(new NoReviewYet(), Do(verb, Some.Incident(IncidentStatus.Monitoring)));

    [Theory]
    [MemberData(nameof(Settling))]
    public void Nothing_is_done_to_a_review_that_was_held(string verb) =>
        Refused(new ReviewIsSettled(), Do(verb, Owing with { Review = Owed with { End = new ReviewEnd.Done("https://docs.example/7") } }));

    [Theory]
    [MemberData(nameof(Settling))]
    public void Nothing_is_done_to_a_review_that_was_waived(string verb) =>
        Refused(new ReviewIsSettled(), Do(verb, Owing with { Review = Owed with { End = new ReviewEnd.Waived("a drill") } }));

    [Fact]
    public void A_closed_incident_owes_its_review_still() =>
        Assert.IsType<ReviewEnd.Done>(Accepted(Do("done", Some.Incident(IncidentStatus.Closed))).After.Review?.End);

    private static Decision Do(string verb, Incident incident) => verb switch
    {
        "done" => PostIncidentReview.Complete(incident, "https://docs.example/8", Some.Ben, Some.Now),
        "waive" => PostIncidentReview.Waive(incident, "no need", Some.Ben, Some.Now),
        "owner" => PostIncidentReview.AssignOwner(incident, Some.Ana, Some.Ben, Some.Now),
        _ => PostIncidentReview.Withdraw(incident, Some.Ben, Some.Now),
    };
}
