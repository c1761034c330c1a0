using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class AcknowledgementTests
{
    private static readonly Incident Acknowledged = Some.Incident() with { AcknowledgedBy = Some.Ben, AcknowledgedAt = Some.Start };

    [Fact]
    public void The_first_to_see_it_is_kept_with_the_time()
    {
        var incident = Some.Incident();

        Accepted(
            Acknowledgement.Give(incident, Some.Ben, Some.Now),
            incident with { AcknowledgedBy = Some.Ben, AcknowledgedAt = Some.Now },
            new IncidentAcknowledged(Some.Ben, Some.Now));
    }

    [Theory]
    [InlineData("U0BEN")]
    [InlineData("U0CLEO")]
    public void Only_the_first_counts(string by) =>
        Refused(new AlreadyAcknowledged(Some.Ben), Acknowledgement.Give(Acknowledged, new UserId(by), Some.Now));

    [Fact]
    public void It_can_be_taken_back_and_the_event_says_whose_it_was() =>
        Accepted(
            Acknowledgement.Withdraw(Acknowledged, Some.Cleo, Some.Now),
            Acknowledged with { AcknowledgedBy = null, AcknowledgedAt = null },
            new AcknowledgementWithdrawn(Some.Ben, Some.Cleo, Some.Now));

    [Fact]
    public void What_was_not_given_cannot_be_taken_back() =>
        Refused(new NotAcknowledged(), Acknowledgement.Withdraw(Some.Incident(), Some.Ben, Some.Now));

    [Theory]
    [InlineData("resolved")]
    [InlineData("closed")]
    public void Once_it_is_over_it_is_neither_given_nor_taken_back(string key)
    {
        var over = Some.StatusOf(key);
        foreach (var first in new UserId?[] { null, Some.Ben })
        {
            var incident = Some.Incident(over) with { AcknowledgedBy = first };
            Refused(new IncidentIsOver(over), Acknowledgement.Give(incident, Some.Ben, Some.Now));
            Refused(new IncidentIsOver(over), Acknowledgement.Withdraw(incident, Some.Ben, Some.Now));
        }
    }
}
