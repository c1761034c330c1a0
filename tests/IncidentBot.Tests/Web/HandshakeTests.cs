using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>What Slack sends that is no work: answered at once, never stored.</summary>
public sealed class HandshakeTests
{
    [Fact]
    public async Task The_challenge_is_echoed_as_it_came()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Wire.SendJsonAsync("""{"token":"x","challenge":"3eZbrw1aB<script>","type":"url_verification"}""");

        Assert.Equal(new WireAnswer(200, "3eZbrw1aB<script>"), answer);
        Assert.Empty(await bot.Store.InboxAsync());
    }

    [Fact]
    public async Task A_challenge_nobody_signed_is_not_echoed()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Wire.SendAsync("""{"challenge":"abc","type":"url_verification"}"""u8.ToArray(), SlackWire.Json, []);

        Assert.Equal(new WireAnswer(401, ""), answer);
    }

    [Fact]
    public async Task The_certificate_probe_may_come_unsigned_and_does_nothing()
    {
        await using var bot = await TestBot.StartAsync();

        var probed = await bot.Client.ProbeAppAsync();
        var unsigned = await bot.Wire.SendAsync("ssl_check=1&token=x"u8.ToArray(), SlackWire.Form, []);

        Assert.Equal((200, ""), (probed.Status, probed.Body));
        Assert.Equal(new WireAnswer(200, ""), unsigned);
        Assert.Empty(await bot.Store.InboxAsync());
    }

    [Fact]
    public async Task A_probe_does_not_open_the_door_for_what_rides_along()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Wire.SendAsync("ssl_check=1&payload=%7B%22type%22%3A%22shortcut%22%7D"u8.ToArray(), SlackWire.Form, []);

        Assert.Equal(401, answer.Status);
        Assert.Empty(await bot.Store.InboxAsync());
    }

    [Fact]
    public async Task That_slack_holds_events_back_is_logged()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Wire.SendJsonAsync("""{"token":"x","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""");

        Assert.Equal(new WireAnswer(200, ""), answer);
        Assert.Empty(await bot.Store.InboxAsync());
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Warning Slack held back events", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"emoji_changed","subtype":"add"} }""", true)]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"message","channel":"C1","user":"U1","text":"hi","ts":"1.000001","event_ts":"1.000001"} }""", false)]
    public async Task An_event_nobody_acts_on_is_acknowledged_and_forgotten_and_people_talking_is_nothing_to_log(string body, bool isLogged)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(new WireAnswer(200, ""), await bot.Wire.SendJsonAsync(body));

        Assert.Empty(await bot.Store.InboxAsync());
        Assert.Equal(isLogged, bot.Log.Lines.Any(line => line.Contains("acknowledged and not stored", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"type":"shortcut","callback_id":"of_another_app","trigger_id":"1.2.3","user":{"id":"U1"},"team":{"id":"T1"} }""")]
    [InlineData("""{"type":"view_submission","trigger_id":"1.2.3","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1","callback_id":"gone","state":{"values":{} } } }""")]
    [InlineData("""{"type":"view_closed","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1","callback_id":"declare","state":{"values":{} } },"is_cleared":true}""")]
    [InlineData("""{"type":"block_actions","trigger_id":"1.2.3","user":{"id":"U1"},"team":{"id":"T1"},"container":{"type":"message","channel_id":"C1","message_ts":"1.2"},"actions":[{"action_id":"open_link","block_id":"b","type":"button","value":"x"}]}""")]
    [InlineData("""{"type":"dialog_submission","callback_id":"old","user":{"id":"U1"},"team":{"id":"T1"} }""")]
    public async Task An_interaction_nobody_acts_on_is_acknowledged_and_forgotten(string payload)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(new WireAnswer(200, ""), await bot.Wire.SendPayloadAsync(payload));

        Assert.Empty(await bot.Store.InboxAsync());
        Assert.Contains(bot.Log.Lines, line => line.Contains("acknowledged and not stored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_menu_that_asks_for_options_gets_none()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Wire.SendPayloadAsync("""{"type":"block_suggestion","action_id":"a","block_id":"b","value":"x","user":{"id":"U1"},"team":{"id":"T1"} }""");

        Assert.Equal(new WireAnswer(200, """{"options":[]}"""), answer);
    }
}
