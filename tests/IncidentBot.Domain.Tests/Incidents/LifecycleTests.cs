using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class LifecycleTests
{
    [Theory]
    [InlineData("looking", "investigating", "")]
    [InlineData("Mitigated", "monitoring", "")]
    [InlineData("fixed", "resolved", "")]
    [InlineData("in triage", "triage", "")]
    [InlineData("behoben", "resolved", "")]
    [InlineData("gelöst", "resolved", "")]
    [InlineData("Untersuchung", "investigating", "")]
    [InlineData("in Untersuchung", "investigating", "")]
    [InlineData("geschlossen", "closed", "")]
    [InlineData("kein Vorfall", "declined", "")]
    [InlineData("no incident", "declined", "")]
    [InlineData("identified, it is back", "identified", "it is back")]
    public void A_state_is_read_as_people_say_it(string words, string key, string after) =>
        Assert.Equal((Some.StatusOf(key), after), Lifecycle.Default.Read(words));

    [Theory]
    [InlineData("")]
    [InlineData("burning")]
    [InlineData("not resolved")]
    public void What_it_does_not_begin_with_is_not_guessed(string words) => Assert.Null(Lifecycle.Default.Read(words));

    [Fact]
    public void It_begins_with_the_first_live_state_and_goes_on_with_the_second()
    {
        Assert.Equal((IncidentStatus.Triage, IncidentStatus.Investigating), (Lifecycle.Default.First, Lifecycle.Default.Reopened));
        var brief = new Lifecycle([.. Lifecycle.Default.States.Where(state => state.Status.IsOver), new LifecycleState(new IncidentStatus("open", "Open", IncidentPhase.Live))]);
        Assert.Equal(("open", "open"), (brief.First.Key, brief.Reopened.Key));
    }

    [Fact]
    public void Every_phase_has_a_state_and_every_word_one_meaning()
    {
        Assert.All(Enum.GetValues<IncidentPhase>(), phase => Assert.Equal(phase, Lifecycle.Default.Of(phase).Phase));
        var words = Lifecycle.Default.States.SelectMany(Lifecycle.Understood).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    }
}
