using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;

namespace IncidentBot.Domain.Tests.Teams;

public sealed class InvolvementTests
{
    private static readonly Service Checkout = new("checkout", "Checkout");
    private static readonly Service Invoices = new("invoices", "Invoices");
    private static readonly Team Payments = new("payments", "Payments") { Channel = new ChannelId("C000000009"), Group = "S01234567" };
    private static readonly TeamDirectory Directory = new([new KnownTeam(Payments) { Services = [new KnownService(Checkout), new KnownService(Invoices)] }]);

    [Fact]
    public void A_service_brings_its_team_with_it_once()
    {
        var first = Decided.Accepted(Involvement.Affect(Some.Incident(), Checkout, Payments, Some.Ana, Some.Now));
        var second = Decided.Accepted(Involvement.Affect(first.After, Invoices, Payments, Some.Ana, Some.Now));

        Assert.Equal([new ServiceAffected(Checkout, Some.Ana, Some.Now), new TeamInvolved(Payments, Checkout, Some.Ana, Some.Now)], first.Events);
        Assert.Equal([new ServiceAffected(Invoices, Some.Ana, Some.Now)], second.Events);
        Assert.IsType<AlreadyAffected>(((Decision.Refused)Involvement.Affect(second.After, Checkout, Payments, Some.Ana, Some.Now)).Why);
        Assert.IsType<AlreadyInvolved>(((Decision.Refused)Involvement.Involve(second.After, Payments, null, Some.Ana, Some.Now)).Why);
    }

    [Fact]
    public void A_team_stays_while_another_of_its_services_is_affected()
    {
        var both = After(Involvement.Affect(After(Involvement.Affect(Some.Incident(), Checkout, Payments, Some.Ana, Some.Now)), Invoices, Payments, Some.Ana, Some.Now));

        var one = After(Involvement.Clear(both, Checkout, Directory, Some.Ana, Some.Now));
        Assert.Equal("invoices", Assert.Single(one.Teams).Through);
        Assert.Empty(After(Involvement.Clear(one, Invoices, Directory, Some.Ana, Some.Now)).Teams);
        Assert.IsType<NeverAffected>(((Decision.Refused)Involvement.Clear(one, Checkout, Directory, Some.Ana, Some.Now)).Why);
    }

    [Fact]
    public void A_team_that_was_named_itself_stays_when_its_service_is_not_affected()
    {
        var named = After(Involvement.Involve(Some.Incident(), Payments, null, Some.Ana, Some.Now));
        var affected = After(Involvement.Affect(named, Checkout, Payments, Some.Ana, Some.Now));

        Assert.Single(After(Involvement.Clear(affected, Checkout, Directory, Some.Ana, Some.Now)).Teams);
        Assert.IsType<NotInvolved>(((Decision.Refused)Involvement.Leave(Some.Incident(), Payments, Some.Ana, Some.Now)).Why);
    }

    [Fact]
    public void That_a_team_was_told_is_nobodys_decision()
    {
        var involved = After(Involvement.Involve(Some.Incident(), Payments, null, Some.Ana, Some.Now));

        var told = Involvement.Told(involved, "payments", Payments.Channel!.Value, Some.Ana, Some.Now)!;

        Assert.True(Assert.Single(told.After.Teams).IsTold);
        Assert.Equal(involved.Version, told.After.Version);
        Assert.Null(Involvement.Told(Some.Incident(), "payments", Payments.Channel!.Value, Some.Ana, Some.Now));
    }

    [Fact]
    public void A_private_incident_is_told_in_its_own_channel_alone_and_one_that_is_over_nowhere()
    {
        var incident = Some.Incident() with { Channel = new ChannelId("C000000001") };

        Assert.Equal([Payments.Channel!.Value, incident.Channel!.Value], TellingTeams.Places(incident, Payments));
        Assert.Equal([incident.Channel!.Value], TellingTeams.Places(incident with { IsPrivate = true }, Payments));
        Assert.Empty(TellingTeams.Places(incident with { IsPrivate = true }, Payments with { Group = null }));
        Assert.Equal([incident.Channel!.Value], TellingTeams.Places(incident with { IsPrivate = true, Channel = incident.Channel }, Payments with { Channel = incident.Channel }));
        Assert.Equal([incident.Channel!.Value], TellingTeams.Places(incident, new Team("a", "A") { Lead = Some.Ana }));
        Assert.Empty(TellingTeams.Places(incident with { Status = IncidentStatus.Resolved }, Payments));
    }

    [Fact]
    public void What_a_duplicate_affects_goes_on_with_the_other_incident_and_nobody_is_told_twice()
    {
        var duplicate = Some.Incident() with { Services = [Checkout, Invoices], Teams = [new InvolvedTeam(Payments) { IsTold = true }] };
        var into = Some.Incident() with { Services = [Invoices] };

        var taken = Decided.Accepted(Merging.TakeIn(into, duplicate, 0, 0, Some.Ana, Some.Now));

        Assert.Equal([Invoices, Checkout], taken.After.Services);
        Assert.Equal(duplicate.Teams, taken.After.Teams);
        Assert.IsType<AnotherMergedIn>(Assert.Single(taken.Events));
    }

    [Fact]
    public void Who_was_told_or_asked_of_either_incident_is_not_told_or_asked_again()
    {
        var (ours, theirs) = (new OwnerQuestion(Checkout, Payments), new OwnerQuestion(Invoices, Payments));
        var duplicate = Some.Incident() with { Teams = [new InvolvedTeam(Payments) { IsTold = true }], OwnersAskedFor = [ours with { IsAnswered = true }, theirs] };
        var into = Some.Incident() with { Teams = [new InvolvedTeam(Payments) { Through = Checkout.Key }], OwnersAskedFor = [ours] };

        var taken = After(Merging.TakeIn(into, duplicate, 0, 0, Some.Ana, Some.Now));

        Assert.Equal([new InvolvedTeam(Payments) { Through = Checkout.Key, IsTold = true }], taken.Teams);
        Assert.Equal([ours with { IsAnswered = true }, theirs], taken.OwnersAskedFor);
    }

    private static Incident After(Decision decision) => Decided.Accepted(decision).After;
}
