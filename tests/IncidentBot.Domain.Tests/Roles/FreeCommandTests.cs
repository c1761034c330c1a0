using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class FreeCommandTests
{
    private static readonly FreeCommandPolicy Policy = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5));
    private static readonly Incident Free = Some.Incident() with { Channel = new ChannelId("C0OVENS") };

    [Fact]
    public void The_channel_is_told_first_then_others_then_nobody()
    {
        Assert.Equal(Some.Start.AddMinutes(10), FreeCommand.Next(Free, Policy, Some.Start));
        Assert.Equal(Some.Start.AddMinutes(15), FreeCommand.Next(Free, Policy, Some.Start.AddMinutes(10)));
        Assert.Null(FreeCommand.Next(Free, Policy, Some.Start.AddMinutes(15)));
        Assert.Equal([new CommandStillFree(Some.Start, false, Some.Ana, Some.Start.AddMinutes(10))], Accepted(FreeCommand.Tell(Free, Policy, Some.Ana, Some.Start.AddMinutes(10))).Events);
        Assert.Equal([new CommandStillFree(Some.Start, true, Some.Ana, Some.Start.AddMinutes(15))], Accepted(FreeCommand.Tell(Free, Policy, Some.Ana, Some.Start.AddMinutes(15))).Events);
    }

    [Fact]
    public void Left_free_again_it_is_told_again()
    {
        var left = Accepted(Command.Leave(Accepted(Command.Take(Free, Some.Ana, Some.Start)).After, Some.Ana, Some.Now)).After;

        Assert.Equal(Some.Now.AddMinutes(10), FreeCommand.Next(left, Policy, Some.Now));
    }

    [Fact]
    public void Nobody_is_told_where_somebody_commands_it_is_over_there_is_no_channel_or_nobody_wants_to_know()
    {
        Assert.All(
            new[] { Free with { Commander = Some.Ana }, Some.Incident(IncidentStatus.Resolved) with { Channel = Free.Channel }, Free with { Channel = null } },
            incident =>
            {
                Assert.Null(FreeCommand.Next(incident, Policy, Some.Start));
                Refused(new CommandIsNotSought(), FreeCommand.Tell(incident, Policy, Some.Ana, Some.Now));
            });
        Assert.Null(FreeCommand.Next(Free, new FreeCommandPolicy(null, TimeSpan.FromMinutes(1)), Some.Start));
        Assert.Null(FreeCommand.Next(Free, new FreeCommandPolicy(TimeSpan.FromMinutes(1), null), Some.Start.AddMinutes(1)));
    }

    [Fact]
    public void A_group_is_asked_from_the_one_after_the_last()
    {
        var group = Roster.Of(Some.People);

        Assert.Equal([Some.Cleo, Some.Ana, Some.Ben], group.After(Some.Ben).People);
        Assert.Equal(Some.People, group.After(Some.Cleo).People);
        Assert.Equal(Some.People, group.After(null).People);
        Assert.Equal(Some.People, group.After(new UserId("U0GONE")).People);
    }
}
