using IncidentBot.Domain.Incidents;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class DecisionTests
{
    private static readonly IncidentEvent First = new IncidentDeclared(Some.Ana, Some.Now);
    private static readonly IncidentEvent Second = new IncidentClosed(Some.Ben, Some.Now);

    [Fact]
    public void Accepting_several_events_is_one_version()
    {
        var accepted = Accepted(Decision.Accept(Some.Incident() with { Version = 4 }, First, Second));

        Assert.Equal(5, accepted.After.Version);
        Assert.Equal([First, Second], accepted.Events);
    }

    [Fact]
    public void Refusing_keeps_the_reason() => Refused(new NobodyCommands(), Decision.Refuse(new NobodyCommands()));

    [Fact]
    public void A_second_verb_goes_on_from_the_first_and_both_are_one_version()
    {
        var before = Some.Incident() with { Version = 4 };
        var seen = default(Incident);

        var decision = Decision.Accept(before with { Title = "one" }, First).Then(after =>
        {
            seen = after;
            return Decision.Accept(after with { Summary = "two" }, Second);
        });

        Assert.Equal("one", seen?.Title);
        Accepted(decision, before with { Title = "one", Summary = "two" }, First, Second);
    }

    [Fact]
    public void Three_verbs_are_one_version_as_well()
    {
        var before = Some.Incident() with { Version = 4 };

        var decision = Decision.Accept(before, First).Then(after => Decision.Accept(after, Second)).Then(after => Decision.Accept(after, First));

        Accepted(decision, before, First, Second, First);
    }

    [Fact]
    public void What_the_second_verb_refuses_does_not_undo_the_first()
    {
        var before = Some.Incident();

        var decision = Decision.Accept(before with { Title = "one" }, First).Then(_ => Decision.Refuse(new NobodyCommands()));

        Accepted(decision, before with { Title = "one" }, First);
    }

    [Fact]
    public void After_a_refusal_the_second_verb_is_not_asked() =>
        Refused(new TitleMissing(), Decision.Refuse(new TitleMissing()).Then(_ => throw new InvalidOperationException("It was asked.")));
}
