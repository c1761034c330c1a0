using IncidentBot.Domain.Updates;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Updates;

public sealed class StatusUpdateTests
{
    public static TheoryData<string> Everywhere => [.. Some.Statuses.Select(status => status.Key)];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void People_are_told_at_any_time_and_after_the_end_as_well(string status)
    {
        var incident = Some.Incident(Some.StatusOf(status));

        Accepted(
            Domain.Updates.Updates.Post(incident, "Bread is back", Some.Ben, Some.Now),
            incident with { LastUpdate = new StatusUpdate("Bread is back", Some.Ben, Some.Now) },
            new UpdatePosted("Bread is back", Some.Ben, Some.Now));
    }

    [Fact]
    public void The_newest_update_replaces_the_last()
    {
        var told = Accepted(Domain.Updates.Updates.Post(Some.Incident(), "Looking", Some.Ana, Some.Start)).After;

        var again = Accepted(Domain.Updates.Updates.Post(told, "Found it", Some.Ben, Some.Now)).After;

        Assert.Equal(new StatusUpdate("Found it", Some.Ben, Some.Now), again.LastUpdate);
    }
}
