using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;

namespace IncidentBot.Domain.Tests.Teams;

public sealed class OwnerFirstTests
{
    private static readonly Service Checkout = new("checkout", "The Checkout");
    private static readonly Team Payments = new("payments", "Payments");
    private static readonly string[] Changing = ["rollback", "roll back", "zurückgerollt"];
    private static readonly TeamDirectory Directory = new([new KnownTeam(Payments) { Services = [new KnownService(Checkout) { Words = ["cart"] }] }]);

    [Theory]
    [InlineData("Rollback of the CHECKOUT", true)]
    [InlineData("we roll-back: cart!", true)]
    [InlineData("Cart wird ZURÜCKGEROLLT", true)]
    [InlineData("rollbacks of checkout", false)]
    [InlineData("rollback of the carts", false)]
    [InlineData("", false)]
    public void Whole_words_count_however_they_are_written(string text, bool asks) =>
        Assert.Equal(asks, OwnerFirst.Pending(Some.Incident(), text, Changing, Directory).Count == 1);

    [Fact]
    public void Without_a_name_what_the_incident_affects_is_meant()
    {
        var incident = Some.Incident() with { Services = [Checkout] };

        Assert.Equal(new OwnerQuestion(Checkout, Payments), Assert.Single(OwnerFirst.Pending(incident, "rollback", Changing, Directory)));
        Assert.Empty(OwnerFirst.Pending(incident with { Teams = [new InvolvedTeam(Payments) { IsTold = true }] }, "rollback", Changing, Directory));
        Assert.Empty(OwnerFirst.Pending(OwnerFirst.Asked(incident, new OwnerQuestion(Checkout, Payments)), "rollback", Changing, Directory));
        Assert.Empty(OwnerFirst.Pending(incident with { Status = IncidentStatus.Closed }, "rollback", Changing, Directory));
    }

    [Fact]
    public void An_answer_is_good_once()
    {
        var asked = OwnerFirst.Asked(Some.Incident(), new OwnerQuestion(Checkout, Payments));

        var tell = Decided.Accepted(OwnerFirst.Answer(asked, "checkout", OwnerAnswer.Tell, Some.Ben, Some.Now));
        Assert.Equal([new OwnerFirstAnswered(Checkout, Payments, OwnerAnswer.Tell, Some.Ben, Some.Now), new TeamInvolved(Payments, Checkout, Some.Ben, Some.Now)], tell.Events);
        Assert.False(Assert.Single(tell.After.Teams).IsTold);
        Assert.True(Assert.Single(Decided.Accepted(OwnerFirst.Answer(asked, "checkout", OwnerAnswer.Known, Some.Ben, Some.Now)).After.Teams).IsTold);
        Assert.Empty(Decided.Accepted(OwnerFirst.Answer(asked, "checkout", OwnerAnswer.Emergency, Some.Ben, Some.Now)).After.Teams);
        Decided.Refused(new OwnerAnsweredFor(Checkout), OwnerFirst.Answer(tell.After, "checkout", OwnerAnswer.Known, Some.Ben, Some.Now));
        Decided.Refused(new OwnerNotAskedFor(), OwnerFirst.Answer(asked, "ledger", OwnerAnswer.Known, Some.Ben, Some.Now));
    }
}
