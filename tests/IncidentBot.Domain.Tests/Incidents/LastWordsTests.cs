using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class LastWordsTests
{
    private static readonly LastWord Word = new(Some.Ben, Some.Now);

    public static TheoryData<IncidentEvent, Matter?> Events => new()
    {
        { new SeverityChanged(Severity.Sev3, Severity.Sev1, "", Some.Ben, Some.Now), Matter.Severity },
        { new StatusChanged(IncidentStatus.Triage, IncidentStatus.Monitoring, Some.Ben, Some.Now), Matter.Status },
        { new IncidentResolved(IncidentStatus.Monitoring, Some.Ben, Some.Now), Matter.Status },
        { new IncidentClosed(Some.Ben, Some.Now), Matter.Status },
        { new IncidentDeclined(IncidentStatus.Triage, "", Some.Ben, Some.Now), Matter.Status },
        { new IncidentReopened(IncidentStatus.Resolved, IncidentStatus.Investigating, Some.Ben, Some.Now), Matter.Status },
        { new CommanderChanged(null, Some.Cleo, Some.Ben, Some.Now), Matter.Command },
        { new IncidentAcknowledged(Some.Ben, Some.Now), Matter.Acknowledgement },
        { new AcknowledgementWithdrawn(Some.Cleo, Some.Ben, Some.Now), Matter.Acknowledgement },
        { new IncidentDeclared(Some.Ben, Some.Now), null },
        { new BotRemoved(Some.Ben, Some.Now), null },
    };

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void Who_decided_it_has_the_last_word_on_that_and_on_nothing_else(IncidentEvent happened, Matter? about)
    {
        var words = LastWords.None.After(happened);

        foreach (var matter in Enum.GetValues<Matter>())
            Assert.Equal(matter == about ? Word : null, words.On(matter));
    }

    [Fact]
    public void A_decision_of_several_events_is_the_last_word_on_each()
    {
        var before = Some.Incident() with { LastWords = LastWords.None with { Severity = new LastWord(Some.Cleo, Some.Start) } };

        var after = Accepted(Decision.Accept(before, new IncidentAcknowledged(Some.Ben, Some.Now), new CommanderChanged(null, Some.Ben, Some.Ben, Some.Now))).After;

        Assert.Equal(before.LastWords with { Acknowledgement = Word, Command = Word }, after.LastWords);
    }
}
