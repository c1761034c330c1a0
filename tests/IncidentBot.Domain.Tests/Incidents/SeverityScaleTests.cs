using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class SeverityScaleTests
{
    [Theory]
    [InlineData("1", "sev1", "")]
    [InlineData("sev 2", "sev2", "")]
    [InlineData("SEV-2 logins fail", "sev2", "logins fail")]
    [InlineData("p3  only one shop", "sev3", "only one shop")]
    [InlineData("High", "sev2", "")]
    [InlineData("SEV-1 CRITICAL both regions", "sev1", "both regions")]
    [InlineData("sev-1 (critical): both", "sev1", "both")]
    [InlineData("2 high load on the queue", "sev2", "high load on the queue")]
    [InlineData("unset", "unset", "")]
    [InlineData(" none of them hurt", "unset", "of them hurt")]
    public void It_is_read_as_people_say_it(string words, string key, string after) =>
        Assert.Equal((Some.SeverityOf(key), after), SeverityScale.Default.Read(words));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("4")]
    [InlineData("medium")]
    [InlineData("because sev 1")]
    public void What_it_does_not_begin_with_is_not_guessed(string words) => Assert.Null(SeverityScale.Default.Read(words));

    [Fact]
    public void A_scale_without_numbers_is_counted_from_the_worst()
    {
        var scale = new SeverityScale([Level("major", "Gross störend"), Level("minor", "Klein") with { Words = ["Lästig"] }]);

        Assert.Equal("major", scale.Read("1 weil")?.Severity.Key);
        Assert.Equal(("minor", "ja"), (scale.Read("lästig ja")?.Severity.Key, scale.Read("lästig ja")?.After));
        Assert.Equal("major", scale.Read("GROSS STÖREND")?.Severity.Key);

        SeverityLevel Level(string key, string name) => new(new Severity(key, key == "major" ? 1 : 2, name, "!"));
    }

    [Fact]
    public void What_the_scale_has_no_more_is_not_on_it()
    {
        Assert.Equal(Severity.Sev2, SeverityScale.Default.Of(Severity.Sev2 with { Name = "once called so", Rank = 7 })?.Severity);
        Assert.Null(SeverityScale.Default.Of(new Severity("sev4", 4, "SEV-4", "!")));
    }

    [Fact]
    public void Everything_understood_is_read_back_as_the_same_severity() => Assert.All(
        SeverityScale.Default.Levels,
        level => Assert.All(SeverityScale.Understood(level), word => Assert.Equal((level.Severity, "and so on"), SeverityScale.Default.Read($"{word.ToUpperInvariant()} and so on"))));
}
