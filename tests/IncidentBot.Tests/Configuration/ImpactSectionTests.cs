using IncidentBot.Configuration;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Tests.Configuration;

public sealed class ImpactSectionTests
{
    [Fact]
    public void Thresholds_are_read_by_the_severitys_key()
    {
        Assert.Equal([new ImpactThreshold(Severity.Sev1, 20), new ImpactThreshold(Severity.Sev2, 5)], ConfigFile.Default.ImpactThresholds);
        Assert.Equal([new ImpactThreshold(Severity.Sev3, 0.5m)], ConfigFile.Read("impact: { suggest: { sev3: 0.5 } }", null).Options.ImpactThresholds);
    }

    [Fact]
    public void A_scale_of_ones_own_need_not_know_the_severities_that_hold_anyway()
    {
        var (options, problems) = ConfigFile.Read("severities:\n  - { key: bad, name: Bad, sign: x }", null);

        Assert.Empty(problems);
        Assert.Empty(options.ImpactThresholds);
        Assert.DoesNotContain("large_yellow_circle", options.CardEmoji.Keys);
    }

    [Theory]
    [InlineData("impact:\n  suggest:\n    sev9: 5", "line 3: impact.suggest.sev9: there is no severity \"sev9\". Did you mean sev1? Write one of sev1, sev2, sev3.")]
    [InlineData("impact:\n  suggest:\n    sev1: 0", "line 3: impact.suggest.sev1: \"0\" is not a number of per cent")]
    [InlineData("impact:\n  suggest:\n    sev1: 101", "line 3: impact.suggest.sev1: \"101\" is not a number of per cent")]
    public void A_slip_is_named_with_its_line(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Single(ConfigFile.Read(text, null).Problems).ToString(), StringComparison.Ordinal);
}
