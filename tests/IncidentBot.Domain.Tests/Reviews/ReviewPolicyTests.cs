using IncidentBot.Domain.Reviews;

namespace IncidentBot.Domain.Tests.Reviews;

public sealed class ReviewPolicyTests
{
    [Theory]
    [InlineData("sev1", 2)]
    [InlineData("sev2", 5)]
    [InlineData("sev3", 10)]
    [InlineData("unset", 5)]
    public void Unless_set_otherwise_the_worse_it_was_the_sooner_it_is_due(string severity, int days) =>
        Assert.Equal(TimeSpan.FromDays(days), new ReviewPolicy().TimeFor(Some.SeverityOf(severity)));

    [Fact]
    public void Each_severity_follows_its_own_setting_and_the_others_the_common_one()
    {
        var policy = new ReviewPolicy { BySeverity = new Dictionary<string, TimeSpan> { ["sev1"] = Days(11), ["sev3"] = Days(13) }, Otherwise = Days(14) };

        Assert.Equal([Days(14), Days(11), Days(14), Days(13)], Some.Severities.Select(policy.TimeFor));

        static TimeSpan Days(int days) => TimeSpan.FromDays(days);
    }

    [Fact]
    public void Unless_set_otherwise_it_is_chased_a_day_before_and_daily_after()
    {
        var policy = new ReviewPolicy();
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(1)), (policy.RemindBefore, policy.ChaseEvery));
    }
}
