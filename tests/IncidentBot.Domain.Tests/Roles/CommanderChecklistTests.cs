using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class CommanderChecklistTests
{
    [Fact]
    public void What_nobody_has_seen_to_is_missing_in_the_order_it_is_done() =>
        Assert.Equal([CommanderDuty.Severity, CommanderDuty.Impact, CommanderDuty.Update], CommanderChecklist.Missing(Some.Incident()));

    [Fact]
    public void What_was_seen_to_is_not_missing_and_where_nothing_is_nothing_is_said()
    {
        var told = Accepted(Domain.Updates.Updates.Post(Some.Incident(severity: Severity.Sev2), "as it stands", Some.Ana, Some.Now)).After;

        Assert.Equal([CommanderDuty.Impact], CommanderChecklist.Missing(told));

        var known = Accepted(IncidentImpact.Estimate(told, new AffectedUsers(new PeopleCount(5, 5), true), new DailyActiveUsers(new PeopleCount(100, 100)), Some.Ana, Some.Now)).After;
        Assert.Empty(CommanderChecklist.Missing(known));
    }

    [Fact]
    public void Of_what_is_over_nothing_is_missing() => Assert.Empty(CommanderChecklist.Missing(Some.Incident(IncidentStatus.Resolved)));
}
