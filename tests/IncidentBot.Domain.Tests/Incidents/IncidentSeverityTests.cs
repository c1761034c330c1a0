using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class IncidentSeverityTests
{
    public static TheoryData<string, string> Changes => new(
        from before in Some.Severities
        from after in Some.Severities
        where before != after
        select (before.Key, after.Key));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_severity_may_become_any_other(string from, string to)
    {
        var (before, after) = (Some.SeverityOf(from), Some.SeverityOf(to));
        var incident = Some.Incident(severity: before);

        Accepted(
            IncidentSeverity.Change(incident, after, "half the shops", Some.Policy, Some.Ben, Some.Now),
            incident with { Severity = after },
            new SeverityChanged(before, after, "half the shops", Some.Ben, Some.Now));
    }

    [Theory]
    [InlineData("unset")]
    [InlineData("sev1")]
    [InlineData("sev3")]
    public void The_severity_it_has_is_refused(string key)
    {
        var severity = Some.SeverityOf(key);

        Refused(new AlreadyAtSeverity(severity), IncidentSeverity.Change(Some.Incident(severity: severity), severity, "", Some.Policy, Some.Ben, Some.Now));
    }

    [Fact]
    public void The_severity_it_has_is_refused_also_where_the_scale_calls_it_otherwise_now()
    {
        var renamed = Severity.Sev2 with { Name = "Major", Rank = 3 };

        Refused(new AlreadyAtSeverity(renamed), IncidentSeverity.Change(Some.Incident(severity: Severity.Sev2), renamed, "", Some.Policy, Some.Ben, Some.Now));
    }

    [Theory]
    [InlineData("unset", "sev1", true)]
    [InlineData("unset", "sev2", false)]
    [InlineData("unset", "unset", false)]
    [InlineData("sev3", "sev2", true)]
    [InlineData("sev2", "sev3", false)]
    [InlineData("sev2", "unset", false)]
    public void Worse_than_before_or_the_worst_at_once_is_a_raise(string before, string after, bool isRaise) =>
        Assert.Equal(isRaise, Some.SeverityOf(after).IsRaiseFrom(Some.SeverityOf(before)));

    [Theory]
    [InlineData("investigating", true)]
    [InlineData("identified", true)]
    [InlineData("monitoring", true)]
    [InlineData("resolved", true)]
    [InlineData("closed", false)]
    public void It_changes_until_the_incident_is_closed(string key, bool isOpen)
    {
        var status = Some.StatusOf(key);
        var decision = IncidentSeverity.Change(Some.Incident(status), Severity.Sev2, "", Some.Policy, Some.Ben, Some.Now);

        if (isOpen)
            Assert.Equal(Severity.Sev2, Accepted(decision).After.Severity);
        else
            Refused(new IncidentIsOver(status), decision);
    }

    [Fact]
    public void That_it_is_over_is_said_before_that_it_has_the_severity() =>
        Refused(
            new IncidentIsOver(IncidentStatus.Closed),
            IncidentSeverity.Change(Some.Incident(IncidentStatus.Closed, Severity.Sev2), Severity.Sev2, "", Some.Policy, Some.Ben, Some.Now));

    [Fact]
    public void After_resolve_the_due_time_of_the_review_follows_counted_from_its_opening()
    {
        var resolved = Some.Incident(IncidentStatus.Resolved, Severity.Sev3);
        var due = resolved.Review!.OpenedAt + Some.Policy.TimeFor(Severity.Sev1);

        Accepted(
            IncidentSeverity.Change(resolved, Severity.Sev1, "", Some.Policy, Some.Ben, Some.Now),
            resolved with { Severity = Severity.Sev1, Review = resolved.Review with { DueAt = due } },
            new SeverityChanged(Severity.Sev3, Severity.Sev1, "", Some.Ben, Some.Now),
            new ReviewDueMoved(resolved.Review.DueAt, due, Some.Ben, Some.Now));
    }
}
