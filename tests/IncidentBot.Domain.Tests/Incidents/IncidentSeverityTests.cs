using IncidentBot.Domain.Incidents;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class IncidentSeverityTests
{
    public static TheoryData<Severity, Severity> Changes => new(
        from before in Enum.GetValues<Severity>()
        from after in Enum.GetValues<Severity>()
        where before != after
        select (before, after));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_severity_may_become_any_other(Severity before, Severity after)
    {
        var incident = Some.Incident(severity: before);

        Accepted(
            IncidentSeverity.Change(incident, after, "half the shops", Some.Ben, Some.Now),
            incident with { Severity = after },
            new SeverityChanged(before, after, "half the shops", Some.Ben, Some.Now));
    }

    [Theory]
    [InlineData(Severity.Unset)]
    [InlineData(Severity.Sev1)]
    [InlineData(Severity.Sev3)]
    public void The_severity_it_has_is_refused(Severity severity) =>
        Refused(new AlreadyAtSeverity(severity), IncidentSeverity.Change(Some.Incident(severity: severity), severity, "", Some.Ben, Some.Now));

    [Theory]
    [InlineData(IncidentStatus.Investigating, true)]
    [InlineData(IncidentStatus.Identified, true)]
    [InlineData(IncidentStatus.Monitoring, true)]
    [InlineData(IncidentStatus.Resolved, false)]
    [InlineData(IncidentStatus.Closed, false)]
    public void It_changes_while_the_incident_is_live(IncidentStatus status, bool isLive)
    {
        var decision = IncidentSeverity.Change(Some.Incident(status), Severity.Sev2, "", Some.Ben, Some.Now);

        if (isLive)
            Assert.Equal(Severity.Sev2, Accepted(decision).After.Severity);
        else
            Refused(new IncidentIsOver(status), decision);
    }

    [Fact]
    public void That_it_is_over_is_said_before_that_it_has_the_severity() =>
        Refused(
            new IncidentIsOver(IncidentStatus.Resolved),
            IncidentSeverity.Change(Some.Incident(IncidentStatus.Resolved, Severity.Sev2), Severity.Sev2, "", Some.Ben, Some.Now));
}
