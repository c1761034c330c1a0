using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class PermalinkTests
{
    [Theory]
    [InlineData(null, "https://parkbench.slack.com/archives/C0DOCK/p1790000000000100")]
    [InlineData("1790000000.000100", "https://parkbench.slack.com/archives/C0DOCK/p1790000000000100")]
    [InlineData("1780000000.000100", "https://parkbench.slack.com/archives/C0DOCK/p1790000000000100?thread_ts=1780000000.000100&cid=C0DOCK")]
    public void A_link_is_made_as_Slack_makes_it(string? threadTs, string link)
    {
        Assert.Equal(link, Permalink.For("https://parkbench.slack.com/", "C0DOCK", "1790000000.000100", threadTs));
        Assert.True(Permalink.TryRead(link, out var channel, out var ts));
        Assert.Equal(("C0DOCK", "1790000000.000100"), (channel, ts));
    }

    [Theory]
    [InlineData("<https://parkbench.slack.com/archives/C0DOCK/p1790000000000100>")]
    [InlineData(" <https://parkbench.slack.com/archives/C0DOCK/p1790000000000100|that one> ")]
    [InlineData("http://127.0.0.1:8080/archives/C0DOCK/p1790000000000100#x")]
    public void A_pasted_link_is_read_however_it_is_wrapped(string link)
    {
        Assert.True(Permalink.TryRead(link, out var channel, out var ts));
        Assert.Equal(("C0DOCK", "1790000000.000100"), (channel, ts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("C0DOCK")]
    [InlineData("/archives/C0DOCK/p1790000000000100")]
    [InlineData("ftp://parkbench.slack.com/archives/C0DOCK/p1790000000000100")]
    [InlineData("https://parkbench.slack.com/archives/C0DOCK")]
    [InlineData("https://parkbench.slack.com/archives/C0DOCK/p000100")]
    [InlineData("https://parkbench.slack.com/archives/C0DOCK/pyesterdayxxxxxx")]
    [InlineData("https://parkbench.slack.com/archives/C0%3EDOCK/p1790000000000100")]
    [InlineData("https://parkbench.slack.com/files/C0DOCK/p1790000000000100")]
    public void Other_texts_are_no_links_to_messages(string? link) => Assert.False(Permalink.TryRead(link, out _, out _));
}
