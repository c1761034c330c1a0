using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class DutiesTests
{
    private static readonly Role Scribe = new("scribe", "Scribe", "scribe", "Writes it down.", IsForSeveral: false);
    private static readonly Role Expert = new("expert", "Expert", "expert", "", IsForSeveral: true);
    private static readonly Role Commander = new(Role.CommanderKey, "Lead", "lead", "", IsForSeveral: false);

    [Fact]
    public void A_role_for_one_passes_to_whoever_is_named()
    {
        var held = Accepted(Duties.Take(Some.Incident(), Scribe, Some.Ana, Some.Now)).After;

        var passed = Accepted(Duties.Give(held, Scribe, Some.Ben, Some.Cleo, Some.Now));

        Assert.Equal([new RoleGiven(Scribe, Some.Ana, Some.Ben, Some.Cleo, Some.Now)], passed.Events);
        Assert.Equal([Some.Ben], passed.After.Roles.Of("scribe"));
    }

    [Fact]
    public void A_role_for_one_that_somebody_holds_is_not_taken_by_a_slip()
    {
        var held = Accepted(Duties.Take(Some.Incident(), Scribe, Some.Ana, Some.Now)).After;

        Refused(new SomebodyElseHolds(Scribe, Some.Ana), Duties.Take(held, Scribe, Some.Ben, Some.Now));
        Refused(new HoldsRoleAlready(Scribe, Some.Ana), Duties.Take(held, Scribe, Some.Ana, Some.Now));
    }

    [Fact]
    public void A_role_for_several_is_held_side_by_side_up_to_its_limit()
    {
        var incident = Some.Incident();
        for (var i = 0; i < Role.MostHolders; i++)
            incident = Accepted(Duties.Take(incident, Expert, new UserId($"U{i}"), Some.Now)).After;

        Assert.Equal(Role.MostHolders, incident.Roles.Of("expert").Count);
        Refused(new RoleIsFull(Expert), Duties.Take(incident, Expert, Some.Ana, Some.Now));
    }

    [Fact]
    public void Only_whoever_holds_a_role_can_be_taken_off_it()
    {
        var held = Accepted(Duties.Take(Some.Incident(), Expert, Some.Ana, Some.Now)).After;

        Refused(new HoldsNoSuchRole(Expert, Some.Ben), Duties.Leave(held, Expert, Some.Ben, Some.Ben, Some.Now));
        Accepted(Duties.Leave(held, Expert, Some.Ana, Some.Ben, Some.Now), held with { Roles = RoleHolders.Nobody }, new RoleLeft(Expert, Some.Ana, Some.Ben, Some.Now));
    }

    [Fact]
    public void Command_keeps_its_own_rules()
    {
        var led = Accepted(Duties.Take(Some.Incident(), Commander, Some.Ana, Some.Now)).After;

        Assert.Equal(Some.Ana, led.Commander);
        Assert.Equal(RoleHolders.Nobody, led.Roles);
        Refused(new SomebodyElseCommands(Some.Ana), Duties.Take(led, Commander, Some.Ben, Some.Now));
        Refused(new HoldsNoSuchRole(Commander, Some.Ben), Duties.Leave(led, Commander, Some.Ben, Some.Ben, Some.Now));
        Assert.Null(Accepted(Duties.Leave(led, Commander, Some.Ana, Some.Ana, Some.Now)).After.Commander);
    }

    [Fact]
    public void When_it_is_over_roles_stay_as_they_are()
    {
        var over = Some.Incident(IncidentStatus.Resolved);

        Assert.All(
            new[] { Duties.Give(over, Scribe, Some.Ben, Some.Ana, Some.Now), Duties.Take(over, Scribe, Some.Ana, Some.Now), Duties.Leave(over, Scribe, Some.Ana, Some.Ana, Some.Now), Duties.Arrange(over, [new RoleChange(Scribe, [], [Some.Ben])], Some.Ana, Some.Now) },
            decision => Refused(new IncidentIsOver(over.Status), decision));
    }

    [Fact]
    public void Several_changes_are_one_decision_and_what_cannot_be_done_any_more_is_passed_over()
    {
        var held = Accepted(Duties.Take(Some.Incident(), Scribe, Some.Ana, Some.Now)).After;

        var arranged = Accepted(Duties.Arrange(
            held, [new RoleChange(Expert, [Some.Cleo], [Some.Ben]), new RoleChange(Scribe, [Some.Ana], [Some.Cleo]), new RoleChange(Commander, [], [Some.Ana])], Some.Ben, Some.Now));

        Assert.Equal(held.Version + 1, arranged.After.Version);
        Assert.Equal(
            [new RoleGiven(Expert, null, Some.Ben, Some.Ben, Some.Now), new RoleGiven(Scribe, Some.Ana, Some.Cleo, Some.Ben, Some.Now), new CommanderChanged(null, Some.Ana, Some.Ben, Some.Now)],
            arranged.Events);
        Refused(new RolesAreSo(), Duties.Arrange(held, [new RoleChange(Scribe, [], [Some.Ana])], Some.Ben, Some.Now));
    }
}
