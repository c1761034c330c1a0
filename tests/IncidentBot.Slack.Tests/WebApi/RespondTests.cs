using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class RespondTests
{
    private static readonly ResponseMessage Done = new() { Text = "done" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_response_is_JSON_and_carries_no_token()
    {
        await using var slack = await FakeSlack.Start();
        await slack.Client().Respond($"{slack.Root}commands/T1/1/abc", Done, Stop);

        var received = Assert.Single(slack.Received);
        Assert.Equal(("POST", "/commands/T1/1/abc", ""), (received.Method, received.Path, received.Authorization));
        Assert.True(received.IsJson);
        Assert.Equal("""{"text":"done","response_type":"ephemeral","replace_original":false}""", received.Body);
    }

    [Theory]
    [InlineData("ok", 200)]
    [InlineData("""{"ok":true}""", 200)]
    [InlineData("", 200)]
    [InlineData("", 204)]
    public async Task Any_success_that_does_not_say_otherwise_is_one(string body, int status)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = status == 204
            ? context => Task.FromResult(context.Response.StatusCode = status)
            : FakeSlack.Text(body, status, "text/plain");
        await slack.Client().Respond($"{slack.Root}x", Done, Stop);
        Assert.Single(slack.Received);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"Expired url"}""", 200, "Expired url")]
    [InlineData("""{"ok":false,"error":"used_url"}""", 404, "used_url")]
    [InlineData("no_service", 404, "http_404")]
    public async Task A_url_that_is_used_up_is_a_refusal(string body, int status, string code)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Text(body, status);
        var refused = await Assert.ThrowsAsync<SlackException>(() => slack.Client().Respond($"{slack.Root}x", Done, Stop));
        Assert.Equal(("response_url", code), (refused.Method, refused.ErrorCode));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    public async Task An_outage_leaves_open_whether_it_was_shown(int status)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Text("elsewhere", status);
        Assert.True((await Assert.ThrowsAsync<SlackUnreachableException>(() => slack.Client().Respond($"{slack.Root}x", Done, Stop))).MayHaveHappened);
        Assert.Single(slack.Received);
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_caller()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Later("7");
        var limited = await Assert.ThrowsAsync<SlackRateLimitException>(() => slack.Client().Respond($"{slack.Root}x", Done, Stop));
        Assert.Equal(TimeSpan.FromSeconds(7), limited.RetryAfter);
    }

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/1/abc")]
    [InlineData("https://HOOKS.slack.com:443/x")]
    [InlineData("https://hooks.slack-gov.com/x")]
    [InlineData("https://sandbox.example:8443/x")]
    public async Task Slacks_own_hosts_and_the_APIs_server_are_called(string url) => Assert.Equal(new Uri(url), await Called(url));

    [Theory]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com:8443/x")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://evil.example/hooks.slack.com")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("https://user:pass@hooks.slack.com/x")]
    [InlineData("https://slack.com/x")]
    [InlineData("https://sandbox.example/x")]
    [InlineData("http://sandbox.example:8443/x")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://localhost:8080/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//hooks.slack.com/x")]
    [InlineData("hooks.slack.com/x")]
    [InlineData("")]
    public async Task Nobody_else_is_called(string url) => Assert.Null(await Called(url));

    /// <summary>The address that was called, or null when the client refused before calling any.</summary>
    private static async Task<Uri?> Called(string url)
    {
        using var handler = new RecordingHandler("ok");
        using var http = new HttpClient(handler);
        var client = new SlackApiClient(
            new SlackApiOptions { BaseUrl = new Uri("https://sandbox.example:8443/api/"), BotToken = "xoxb-x" }, http, TimeProvider.System);
        var refused = await Record.ExceptionAsync(() => client.Respond(url, Done, Stop));
        if (refused is not null)
        {
            Assert.IsType<ArgumentException>(refused);
            if (url.Length > 0) Assert.DoesNotContain(url, refused.Message, StringComparison.Ordinal);
        }

        Assert.Null(handler.Authorization);
        return handler.Called;
    }
}
