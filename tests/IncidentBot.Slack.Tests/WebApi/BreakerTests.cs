using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class BreakerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_many_failures_no_call_is_made_until_a_single_probe_succeeds()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Text("down", 503);
        var time = new ManualTime();
        var client = slack.Client(time);

        for (var i = 0; i < 10; i++) Assert.True((await Lost(client)).MayHaveHappened);
        Assert.Equal(10, slack.Received.Count);

        var open = await Lost(client);
        Assert.False(open.MayHaveHappened);
        Assert.InRange(open.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        Assert.Equal(10, slack.Received.Count);

        time.Advance(TimeSpan.FromSeconds(15));
        Assert.True((await Lost(client)).MayHaveHappened);
        Assert.False((await Lost(client)).MayHaveHappened);
        Assert.Equal(11, slack.Received.Count);

        slack.Answer = FakeSlack.Json("""{"ok":true}""");
        time.Advance(TimeSpan.FromSeconds(15));
        await client.Conversations.Archive("C1", Stop);
        await client.Conversations.Archive("C1", Stop);
        Assert.Equal(13, slack.Received.Count);
    }

    [Fact]
    public async Task Refusals_and_rate_limits_are_no_failures()
    {
        await using var slack = await FakeSlack.Start();
        var client = slack.Client(new ManualTime());
        slack.Answer = FakeSlack.Json("""{"ok":false,"error":"already_archived"}""");
        for (var i = 0; i < 15; i++) await Assert.ThrowsAsync<SlackException>(() => client.Conversations.Archive("C1", Stop));
        slack.Answer = FakeSlack.Later("60");
        for (var i = 0; i < 15; i++) await Assert.ThrowsAsync<SlackRateLimitException>(() => client.Conversations.Archive("C1", Stop));
        Assert.Equal(30, slack.Received.Count);
    }

    [Fact]
    public async Task A_few_failures_prove_nothing()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Text("down", 503);
        var client = slack.Client(new ManualTime());
        for (var i = 0; i < 9; i++) await Lost(client);
        slack.Answer = FakeSlack.Json("""{"ok":true}""");
        await client.Conversations.Archive("C1", Stop);
        Assert.Equal(10, slack.Received.Count);
    }

    private static Task<SlackUnreachableException> Lost(SlackApiClient client) =>
        Assert.ThrowsAsync<SlackUnreachableException>(() => client.Conversations.Archive("C1", Stop));
}
