using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class CommandTests
{
    public static TheoryData<string> Over => ["resolved", "closed", "declined", "merged"];

    [Fact]
    public void Free_command_is_taken()
    {
        var incident = Some.Incident();

        Accepted(
            Command.Take(incident, Some.Ben, Some.Now),
            incident with { Commander = Some.Ben },
            new CommanderChanged(null, Some.Ben, Some.Ben, Some.Now));
    }

    [Fact]
    public void Somebody_elses_command_is_not_taken() =>
        Refused(new SomebodyElseCommands(Some.Cleo), Command.Take(Some.Incident(commander: Some.Cleo), Some.Ben, Some.Now));

    [Fact]
    public void Ones_own_command_is_not_taken_twice() =>
        Refused(new AlreadyCommander(Some.Ben), Command.Take(Some.Incident(commander: Some.Ben), Some.Ben, Some.Now));

    [Theory]
    [InlineData(null)]
    [InlineData("U0CLEO")]
    [InlineData("U0BEN")]
    public void Command_is_assigned_by_anybody_whoever_held_it(string? held)
    {
        var holder = held is null ? default(UserId?) : new UserId(held);
        var incident = Some.Incident(commander: holder);

        Accepted(
            Command.Assign(incident, Some.Ana, Some.Ben, Some.Now),
            incident with { Commander = Some.Ana },
            new CommanderChanged(holder, Some.Ana, Some.Ben, Some.Now));
    }

    [Fact]
    public void Command_is_not_assigned_to_whom_it_has() =>
        Refused(new AlreadyCommander(Some.Cleo), Command.Assign(Some.Incident(commander: Some.Cleo), Some.Cleo, Some.Ben, Some.Now));

    [Fact]
    public void Command_is_left_open_by_anybody()
    {
        var incident = Some.Incident(commander: Some.Cleo);

        Accepted(
            Command.Leave(incident, Some.Ben, Some.Now),
            incident with { Commander = null },
            new CommanderChanged(Some.Cleo, null, Some.Ben, Some.Now));
    }

    [Fact]
    public void Command_nobody_holds_cannot_be_left() =>
        Refused(new NobodyCommands(), Command.Leave(Some.Incident(), Some.Ben, Some.Now));

    [Theory]
    [MemberData(nameof(Over))]
    public void Once_it_is_over_that_is_the_answer_whoever_commanded(string key)
    {
        var over = Some.StatusOf(key);
        foreach (var holder in new UserId?[] { null, Some.Ben, Some.Cleo })
        {
            var incident = Some.Incident(over, commander: holder);
            Refused(new IncidentIsOver(over), Command.Take(incident, Some.Ben, Some.Now));
            Refused(new IncidentIsOver(over), Command.Assign(incident, Some.Ben, Some.Ana, Some.Now));
            Refused(new IncidentIsOver(over), Command.Leave(incident, Some.Ben, Some.Now));
        }
    }
}
