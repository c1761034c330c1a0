using System.Net.Http.Headers;
using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class SlackApiOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("xoxb-se\ncret")]
    [InlineData("xoxb-secret ")]
    [InlineData("xoxb-secrét")]
    public void A_token_that_cannot_be_one_is_refused_without_quoting_it(string token)
    {
        var refused = Assert.Throws<ArgumentException>(() => Client(new SlackApiOptions { BotToken = token }));
        Assert.DoesNotContain("xoxb", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://slack.com/api/")]
    [InlineData("/api/")]
    [InlineData("https://slack.com/api/?x=1")]
    [InlineData("https://user@slack.com/api/")]
    public void A_base_address_that_cannot_be_one_is_refused(string url) => Assert.Throws<ArgumentException>(
        () => Client(new SlackApiOptions { BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute), BotToken = "xoxb-x" }));

    [Theory]
    [InlineData("https://sandbox.example/api")]
    [InlineData("https://sandbox.example/api/")]
    public async Task A_base_address_may_lack_its_last_slash(string url)
    {
        using var handler = new RecordingHandler("""{"ok":true}""");
        using var http = new HttpClient(handler);
        var client = new SlackApiClient(new SlackApiOptions { BaseUrl = new Uri(url), BotToken = "xoxb-x" }, http, TimeProvider.System);
        await client.Conversations.Archive("C1", TestContext.Current.CancellationToken);

        Assert.Equal(new Uri("https://sandbox.example/api/conversations.archive"), handler.Called);
    }

    [Fact]
    public void Options_never_print_the_token() =>
        Assert.DoesNotContain("xoxb", $"{new SlackApiOptions { BotToken = "xoxb-x" }}", StringComparison.Ordinal);

    [Fact]
    public void An_HttpClient_that_authorizes_everything_is_refused()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "xoxb-x");
        Assert.Throws<ArgumentException>(() => new SlackApiClient(new SlackApiOptions { BotToken = "xoxb-x" }, http, TimeProvider.System));
    }

    [Fact]
    public void The_handler_follows_no_redirects_and_keeps_no_cookies()
    {
        using var handler = SlackApiClient.CreateHandler();
        Assert.False(handler.AllowAutoRedirect || handler.UseCookies);
    }

    private static SlackApiClient Client(SlackApiOptions options)
    {
        using var http = new HttpClient();
        return new SlackApiClient(options, http, TimeProvider.System);
    }
}
