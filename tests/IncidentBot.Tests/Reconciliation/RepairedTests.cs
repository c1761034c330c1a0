using IncidentBot.Reconciliation;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>A time is named only where all that was repaired can be of that time.</summary>
public sealed class RepairedTests
{
    private static readonly DateTimeOffset From = Some.Moment;
    private static readonly DateTimeOffset Until = Some.Moment.AddMinutes(10);

    [Theory]
    [InlineData(-60, true)]
    [InlineData(5, true)]
    [InlineData(11, false)]
    public void A_message_said_later_was_not_captured_then(int minutes, bool isThen) =>
        Assert.Equal(isThen, new Repaired(1, 0, 0, 0, 0) { NotBefore = [From.AddMinutes(minutes)] }.IsWithin(From, Until));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(5, true)]
    [InlineData(11, false)]
    public void A_message_edited_before_or_later_was_not_edited_then(int minutes, bool isThen) =>
        Assert.Equal(isThen, new Repaired(0, 0, 1, 0, 0) { At = [From.AddMinutes(minutes)] }.IsWithin(From, Until));
}
