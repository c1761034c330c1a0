using IncidentBot.Slack.Blocks;
using Xunit;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("<!channel>", "&lt;!channel&gt;")]
    [InlineData("&lt;", "&amp;lt;")]
    public void Escaping_is_undone_by_unescaping(string text, string escaped)
    {
        Assert.Equal(escaped, Mrkdwn.Escape(text));
        Assert.Equal(text, Mrkdwn.Unescape(escaped));
    }

    [Fact]
    public void People_and_channels_are_mentioned_by_id()
    {
        Assert.Equal("<@U1>", Mrkdwn.User("U1"));
        Assert.Equal("<#C1>", Mrkdwn.Channel("C1"));
        Assert.Equal("<@U1&gt; &lt;!channel>", Mrkdwn.User("U1> <!channel"));
    }

    [Theory]
    [InlineData("https://x.io/a?b=1&c=2", "Wiki", "<https://x.io/a?b=1&amp;c=2|Wiki>")]
    [InlineData("https://x.io/", "a|b>c\r\nd", "<https://x.io/|a¦b&gt;c d>")]
    [InlineData("https://x.io/a|b> <!channel>", "x", "<https://x.io/a%7Cb&gt;%20&lt;!channel&gt;|x>")]
    [InlineData("https://x.io/", " ", "<https://x.io/>")]
    [InlineData("mailto:a@x.io", "Mail", "<mailto:a@x.io|Mail>")]
    [InlineData("javascript:alert(1)", "Click", "Click")]
    [InlineData("no address", "<Click>", "&lt;Click&gt;")]
    public void A_link_shows_any_label_and_goes_only_to_the_web(string url, string label, string expected) =>
        Assert.Equal(expected, Mrkdwn.Link(url, label));

    [Fact]
    public void A_date_carries_the_moment_and_a_fallback() => Assert.Equal(
        "<!date^1790000000^{date_short_pretty} at {time}|13:53 UTC ¦ &lt;now&gt;>",
        Mrkdwn.Date(new DateTimeOffset(2026, 9, 21, 16, 13, 20, 900, TimeSpan.FromHours(2)), "{date_short_pretty} at {time}", "13:53 UTC | <now>"));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("to be or", 6, "to be…")]
    [InlineData("abc", 1, "…")]
    [InlineData("ab👩‍🚒cd", 6, "ab…")]
    [InlineData("abe\u0301e\u0301", 5, "abe\u0301…")]
    [InlineData("a&amp;b&amp;c", 11, "a&amp;b…")]
    [InlineData("a&lt;b&gt;c", 10, "a&lt;b…")]
    [InlineData("see <https://x.io/|Wiki> now", 12, "see…")]
    [InlineData("hi <@U12345> all", 14, "hi <@U12345>…")]
    [InlineData("1 < 2 and more", 8, "1 < 2 a…")]
    public void Cutting_never_goes_through_a_letter_an_escape_or_a_link(string text, int max, string expected)
    {
        var cut = Mrkdwn.Truncate(text, max);
        Assert.Equal(expected, cut);
        Assert.True(cut.Length <= max);
    }

    [Fact]
    public void Nothing_can_be_cut_to_nothing() => Assert.Throws<ArgumentOutOfRangeException>(() => Mrkdwn.Truncate("x", 0));
}
