using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class AcknowledgeTargetTests
{
    private static readonly SeverityScale Scale = new([new SeverityLevel(Severity.Sev1) { AcknowledgeWithin = TimeSpan.FromMinutes(15) }, new SeverityLevel(Severity.Sev3)]);
    private static readonly Incident Bad = Some.Incident(severity: Severity.Sev1);
    private static readonly DateTimeOffset End = Some.Start.AddMinutes(15);

    [Fact]
    public void Nobody_in_time_is_said_once()
    {
        Assert.Equal(End, AcknowledgeTarget.Next(Bad, Scale, Some.Start));
        Assert.Null(AcknowledgeTarget.Next(Bad, Scale, End));
        Assert.True(AcknowledgeTarget.IsMissed(Bad, Scale, End));
        Assert.False(AcknowledgeTarget.IsMissed(Bad, Scale, End.AddTicks(-1)));
    }

    [Fact]
    public void Somebody_in_time_is_not_late_and_a_minute_after_is()
    {
        var inTime = Accepted(Acknowledgement.Give(Bad, Some.Ben, End)).After;
        var late = Accepted(Acknowledgement.Give(Bad, Some.Ben, End.AddMinutes(1))).After;

        Assert.Null(AcknowledgeTarget.Next(inTime, Scale, Some.Start));
        Assert.Null(AcknowledgeTarget.Late(inTime, Scale));
        Assert.Equal(TimeSpan.FromMinutes(15), AcknowledgeTarget.Late(late, Scale));
    }

    [Fact]
    public void What_is_promised_later_counts_from_then_on()
    {
        var raised = Accepted(IncidentSeverity.Change(Some.Incident(severity: Severity.Sev3), Severity.Sev1, "", Some.Policy, Some.Ana, Some.Now)).After;
        Assert.Equal(Some.Now.AddMinutes(15), AcknowledgeTarget.Next(raised, Scale, Some.Now));

        var reopened = Accepted(IncidentLifecycle.Reopen(Some.Incident(IncidentStatus.Resolved, Severity.Sev1), IncidentStatus.Triage, Some.Ana, Some.Now)).After;
        Assert.Equal(Some.Now.AddMinutes(15), AcknowledgeTarget.Next(reopened, Scale, Some.Now));
        var seen = Accepted(Acknowledgement.Give(Some.Incident(severity: Severity.Sev3), Some.Ben, Some.Now)).After;
        Assert.Null(AcknowledgeTarget.Late(Accepted(IncidentSeverity.Change(seen, Severity.Sev1, "", Some.Policy, Some.Ana, Some.Now.AddMinutes(1))).After, Scale));
    }

    [Fact]
    public void Where_nothing_is_promised_nothing_is_late()
    {
        var late = Accepted(Acknowledgement.Give(Some.Incident(severity: Severity.Sev3), Some.Ben, Some.Now)).After;

        Assert.Null(AcknowledgeTarget.Late(late, Scale));
        Assert.Null(AcknowledgeTarget.Next(Some.Incident(), Scale, Some.Start));
    }
}
