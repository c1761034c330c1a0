using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class SlackTsTests
{
    [Theory]
    [InlineData("1360782804.083113")]
    [InlineData("1360782804083113")]
    public void A_timestamp_is_a_moment_to_the_microsecond(string ts) =>
        Assert.Equal(new DateTimeOffset(2013, 2, 13, 19, 13, 24, TimeSpan.Zero).AddTicks(831130), SlackTs.ToTime(ts));

    [Theory]
    [InlineData("0000000000.000000")]
    [InlineData("1360782804.083113")]
    [InlineData("1790000000.999999")]
    public void A_moment_becomes_the_same_timestamp_again(string ts) => Assert.Equal(ts, SlackTs.FromTime(SlackTs.ToTime(ts)));

    [Fact]
    public void Any_offset_is_the_same_moment() => Assert.Equal(
        "1790000000.000001", SlackTs.FromTime(DateTimeOffset.FromUnixTimeSeconds(1790000000).AddTicks(19).ToOffset(TimeSpan.FromHours(5))));

    [Theory]
    [InlineData("1360782804.083113", true)]
    [InlineData("1.000000", true)]
    [InlineData("1360782804083113", false)]
    [InlineData("1360782804.08311", false)]
    [InlineData("1360782804.0831133", false)]
    [InlineData("1360782804,083113", false)]
    [InlineData("-360782804.083113", false)]
    [InlineData("١٣٦٠٧٨٢٨٠٤.083113", false)]
    [InlineData("123456789012.000000", false)]
    [InlineData(".083113", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_seconds_dot_and_six_digits_are_an_id(string? ts, bool valid) => Assert.Equal(valid, SlackTs.IsValid(ts));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1360782804.08")]
    public void What_is_no_timestamp_has_no_time(string ts) => Assert.Throws<FormatException>(() => SlackTs.ToTime(ts));
}
