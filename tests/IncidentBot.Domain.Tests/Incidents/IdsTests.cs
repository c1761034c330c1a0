using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class IdsTests
{
    [Fact]
    public void Ids_are_written_as_Slack_writes_them()
    {
        Assert.Equal("T0BAKERY", $"{new TeamId("T0BAKERY")}");
        Assert.Equal("U0ANA", $"{new UserId("U0ANA")}");
        Assert.Equal("C0OVEN", $"{new ChannelId("C0OVEN")}");
    }

    [Fact]
    public void An_incident_is_written_with_its_workspace_because_numbers_repeat_between_workspaces()
    {
        var elsewhere = Some.Id with { Team = new TeamId("T0MILL") };

        Assert.Equal("T0BAKERY#7", $"{Some.Id}");
        Assert.Equal("T0MILL#7", $"{elsewhere}");
        Assert.NotEqual(Some.Id, elsewhere);
    }
}
