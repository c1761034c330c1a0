using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class HandoverTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset End = Some.Now + TenMinutes;
    private static readonly Incident Led = Some.Incident(commander: Some.Ana);

    [Fact]
    public void Whoever_commands_goes_on_until_it_is_accepted()
    {
        var offered = Accepted(Handover.Offer(Led, Some.Ben, TenMinutes, Some.Ana, Some.Now));

        Assert.Equal([new CommandOffered(Some.Ben, End, Some.Ana, Some.Now)], offered.Events);
        Assert.Equal(Some.Ana, offered.After.Commander);
        var accepted = Accepted(Handover.Accept(offered.After, Some.Ben, End.AddTicks(-1)));
        Assert.Equal([new CommanderChanged(Some.Ana, Some.Ben, Some.Ben, End.AddTicks(-1))], accepted.Events);
        Assert.Null(accepted.After.Offer);
    }

    [Fact]
    public void Only_the_one_it_is_made_to_answers_and_whoever_made_it_takes_it_back()
    {
        var offered = Offered();

        Refused(new OfferIsForAnother(Some.Ben), Handover.Accept(offered, Some.Cleo, Some.Now));
        Refused(new OfferIsForAnother(Some.Ben), Handover.Pass(offered, Some.Cleo, Some.Now));
        Accepted(Handover.Pass(offered, Some.Ben, Some.Now), offered with { Offer = null }, new CommandOfferEnded(Some.Ben, OfferEnd.Passed, Some.Ana, Some.Ben, Some.Now));
        Accepted(Handover.Pass(offered, Some.Ana, Some.Now), offered with { Offer = null }, new CommandOfferEnded(Some.Ben, OfferEnd.Withdrawn, Some.Ana, Some.Ana, Some.Now));
    }

    [Fact]
    public void At_its_end_it_can_be_accepted_no_more()
    {
        var offered = Offered();

        Refused(new NoOfferOpen(), Handover.Accept(offered, Some.Ben, End));
        Refused(new NoOfferOpen(), Handover.Pass(offered, Some.Ben, End));
        Refused(new NoOfferOpen(), Handover.Expire(offered, Some.Cleo, End.AddTicks(-1)));
        Accepted(Handover.Expire(offered, Some.Cleo, End), offered with { Offer = null }, new CommandOfferEnded(Some.Ben, OfferEnd.Expired, Some.Ana, Some.Cleo, End));
    }

    [Fact]
    public void Another_offer_takes_its_place_and_the_same_one_is_no_news()
    {
        var offered = Offered();

        Refused(new OfferedAlready(Some.Ben, End), Handover.Offer(offered, Some.Ben, TenMinutes, Some.Cleo, Some.Now));
        Assert.Equal(
            [new CommandOffered(Some.Cleo, End, Some.Ana, Some.Now) { Instead = Some.Ben }],
            Accepted(Handover.Offer(offered, Some.Cleo, TenMinutes, Some.Ana, Some.Now)).Events);
        Assert.Equal(
            [new CommandOffered(Some.Ben, End + TenMinutes, Some.Ana, End)],
            Accepted(Handover.Offer(offered, Some.Ben, TenMinutes, Some.Ana, End)).Events);
    }

    [Fact]
    public void Command_that_changes_otherwise_makes_it_void()
    {
        var taken = Accepted(Command.Assign(Offered(), Some.Cleo, Some.Ana, Some.Now)).After;

        Refused(new NoOfferOpen(), Handover.Accept(taken, Some.Ben, Some.Now));
        Assert.Null(Handover.EndsAt(taken));
    }

    [Fact]
    public void Nobody_is_offered_what_they_have_and_offered_to_oneself_it_is_taken()
    {
        Refused(new AlreadyCommander(Some.Ana), Handover.Offer(Led, Some.Ana, TenMinutes, Some.Ben, Some.Now));
        Refused(new SomebodyElseCommands(Some.Ana), Handover.Offer(Led, Some.Ben, TenMinutes, Some.Ben, Some.Now));
        Assert.Equal(Some.Ben, Accepted(Handover.Offer(Some.Incident(), Some.Ben, TenMinutes, Some.Ben, Some.Now)).After.Commander);
    }

    [Fact]
    public void When_it_is_over_command_is_not_handed_over()
    {
        var over = Some.Incident(IncidentStatus.Resolved, commander: Some.Ana) with { Offer = new CommandOffer(Some.Ben, Some.Ana, Some.Now, End) };

        Refused(new IncidentIsOver(over.Status), Handover.Offer(over, Some.Cleo, TenMinutes, Some.Ana, Some.Now));
        Refused(new IncidentIsOver(over.Status), Handover.Accept(over, Some.Ben, Some.Now));
        Refused(new NoOfferOpen(), Handover.Expire(over, Some.Cleo, End));
        Assert.Null(Handover.EndsAt(over));
    }

    private static Incident Offered() => Accepted(Handover.Offer(Led, Some.Ben, TenMinutes, Some.Ana, Some.Now)).After;
}
