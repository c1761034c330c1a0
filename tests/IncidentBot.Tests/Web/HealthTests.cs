using System.Net;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task A_bot_that_slack_knows_is_alive_and_ready()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal((HttpStatusCode.OK, "alive"), await GetAsync(bot, "/healthz"));
        Assert.Equal((HttpStatusCode.OK, "ready"), await GetAsync(bot, "/readyz"));
    }

    [Fact]
    public async Task Until_slack_has_accepted_the_token_it_is_alive_stores_what_comes_and_is_not_ready()
    {
        await using var bot = await TestBot.PrepareAsync();
        await bot.Client.FaultAsync("auth.test", "invalid_auth");
        await bot.ComeUpAsync(untilItIsKnown: false);

        await bot.Alice.In(bot.General).Types("/incident declare Checkout is failing");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(bot, "/healthz")).Status);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Slack has not accepted the bot token yet."), await GetAsync(bot, "/readyz"));
        Assert.Equal(0, await bot.Store.IncidentCountAsync());
        Assert.Single(await bot.Store.InboxAsync());

        bot.Clock.Advance(TimeSpan.FromSeconds(11));
        await bot.SettlesAsync();
        Assert.Equal(1, await bot.Store.IncidentCountAsync());
        Assert.Equal((HttpStatusCode.OK, "ready"), await GetAsync(bot, "/readyz"));
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Error Slack does not accept the bot token: \"invalid_auth\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slack_being_away_at_a_later_start_is_no_matter_because_the_bot_remembers_who_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.GoDownAsync();
        await bot.Client.FaultAsync("auth.test", "http_500", times: 100);

        await bot.ComeUpAsync();
        await bot.Alice.Declares();

        Assert.Equal((HttpStatusCode.OK, "ready"), await GetAsync(bot, "/readyz"));
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(TestBot bot, string path)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(bot.Url, path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
