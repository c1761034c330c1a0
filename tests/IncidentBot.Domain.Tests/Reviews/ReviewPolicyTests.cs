using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;

namespace IncidentBot.Domain.Tests.Reviews;

public sealed class ReviewPolicyTests
{
    [Theory]
    [InlineData(Severity.Sev1, 2)]
    [InlineData(Severity.Sev2, 5)]
    [InlineData(Severity.Sev3, 10)]
    [InlineData(Severity.Unset, 5)]
    public void Unless_set_otherwise_the_worse_it_was_the_sooner_it_is_due(Severity severity, int days) =>
        Assert.Equal(TimeSpan.FromDays(days), new ReviewPolicy().TimeFor(severity));

    [Fact]
    public void Each_severity_follows_its_own_setting()
    {
        var policy = new ReviewPolicy { Sev1 = Days(11), Sev2 = Days(12), Sev3 = Days(13), Unset = Days(14) };

        Assert.Equal(
            [Days(14), Days(11), Days(12), Days(13)],
            new[] { Severity.Unset, Severity.Sev1, Severity.Sev2, Severity.Sev3 }.Select(policy.TimeFor));

        static TimeSpan Days(int days) => TimeSpan.FromDays(days);
    }

    [Fact]
    public void Unless_set_otherwise_it_is_chased_a_day_before_and_daily_after()
    {
        var policy = new ReviewPolicy();
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(1)), (policy.RemindBefore, policy.ChaseEvery));
    }
}
