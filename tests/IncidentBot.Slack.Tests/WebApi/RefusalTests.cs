using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class RefusalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_names_the_method_and_the_code()
    {
        var refused = await Refused("""{"ok":false,"error":"channel_not_found"}""");
        Assert.Equal(("conversations.invite", "channel_not_found", false), (refused.Method, refused.ErrorCode, refused.IsTransient));
        Assert.Empty(refused.ErrorMessages);
    }

    [Fact]
    public async Task An_invitation_says_who_could_not_come()
    {
        var refused = await Refused(
            """{"ok":false,"error":"user_not_found","errors":[{"user":"U1","ok":false,"error":"user_not_found"},{"user":"U2","ok":false,"error":"cant_invite_self"},{"user":3,"error":"x"},{},"odd",7]}""");
        Assert.Equal(new Dictionary<string, string> { ["U1"] = "user_not_found", ["U2"] = "cant_invite_self" }, refused.ErrorsByUser);
        Assert.Equal(["U1: user_not_found", "U2: cant_invite_self", "odd"], refused.ErrorMessages);
    }

    [Fact]
    public async Task Blocks_are_refused_with_pointers_and_each_once()
    {
        var refused = await Refused(
            """{"ok":false,"error":"invalid_blocks","errors":["bad [json-pointer:/blocks/3/text]"],"response_metadata":{"messages":["[ERROR] bad [json-pointer:/blocks/3/text]"]}}""");
        Assert.Equal(["[ERROR] bad [json-pointer:/blocks/3/text]"], refused.ErrorMessages);
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        var refused = await Refused("""{"ok":false,"error":"missing_scope","needed":"pins:write","provided":"chat:write"}""");
        Assert.Equal(["needed: pins:write", "provided: chat:write"], refused.ErrorMessages);
    }

    [Theory]
    [InlineData("internal_error", true)]
    [InlineData("fatal_error", true)]
    [InlineData("service_unavailable", true)]
    [InlineData("request_timeout", true)]
    [InlineData("name_taken", false)]
    public async Task Slack_blaming_itself_is_worth_another_try_later(string code, bool transient) =>
        Assert.Equal(transient, (await Refused($$"""{"ok":false,"error":"{{code}}"}""")).IsTransient);

    [Fact]
    public async Task A_refusal_without_a_code_is_a_refusal_still() => Assert.Equal("unknown_error", (await Refused("""{"ok":false}""")).ErrorCode);

    [Fact]
    public async Task A_refusal_counts_whatever_the_status() => Assert.Equal("invalid_auth", (await Refused("""{"ok":false,"error":"invalid_auth"}""", 403)).ErrorCode);

    [Theory]
    [InlineData("30", 30)]
    [InlineData("3", 3)]
    [InlineData("Mon, 21 Sep 2026 14:14:20 GMT", 60)]
    [InlineData(null, 5)]
    [InlineData("soon", 5)]
    public async Task A_long_wait_is_left_to_the_caller(string? retryAfter, int seconds)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Later(retryAfter);
        var limited = await Assert.ThrowsAsync<SlackRateLimitException>(() => slack.Client(new ManualTime()).Conversations.Archive("C1", Stop));

        Assert.Equal((TimeSpan.FromSeconds(seconds), "conversations.archive", true), (limited.RetryAfter, limited.Method, limited.IsTransient));
        Assert.Single(slack.Received);
    }

    [Fact]
    public async Task A_rate_limit_is_one_even_with_status_200()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Json("""{"ok":false,"error":"rate_limited"}""");
        await Assert.ThrowsAsync<SlackRateLimitException>(() => slack.Client().Conversations.Archive("C1", Stop));
    }

    private static async Task<SlackException> Refused(string answer, int status = 200)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Json(answer, status);
        var refused = await Assert.ThrowsAsync<SlackException>(() => slack.Client().Conversations.Invite("C1", ["U1", "U2"], Stop));
        Assert.Single(slack.Received);
        return refused;
    }
}
