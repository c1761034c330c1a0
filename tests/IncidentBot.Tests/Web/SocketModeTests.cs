using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>Over sockets the bot does what it does over HTTP, and loses nothing when they come and go.</summary>
public sealed class SocketModeTests
{
    [Fact]
    public async Task An_incident_is_declared_noted_and_captured_without_a_single_request_over_http()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        await here.Types("/incident note cache restarted");
        await here.Reacts(await here.Says("The queue is full"), "pushpin");
        await bot.SettlesAsync();
        await here.Presses(await bot.CardAsync(incident), "Take command");
        await bot.SettlesAsync();

        Assert.Equal(["cache restarted", "The queue is full"], (await bot.Store.RecordedAsync(incident)).Select(entry => entry.Text));
        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
        var kinds = (await bot.Store.InboxAsync()).Where(row => row.Source == InboxSource.Slack).Select(row => row.Kind).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["application/json", "application/vnd.slack.command+json", "application/vnd.slack.interaction+json"], kinds);
    }

    [Fact]
    public async Task A_forms_errors_come_with_the_acknowledgement_and_a_good_form_declares()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();

        var refused = await bot.Alice.Submits(("title", "   "));
        var taken = await bot.Alice.Submits(("title", "Logins fail"), ("severity", "sev2"));
        await bot.SettlesAsync();

        Assert.Equal("Say in a few words what is wrong.", Assert.Contains("title", refused.Errors));
        Assert.Empty(taken.Errors);
        Assert.Equal(Severity.Sev2, (await bot.Store.IncidentAsync(1)).Severity);
    }

    [Fact]
    public async Task A_connection_that_breaks_with_an_event_on_it_loses_nothing_and_doubles_nothing()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var said = new List<string>();
        for (var n = 0; n < 8; n++)
            said.Add(await here.Says($"fact {n}"));
        await bot.SettlesAsync();

        foreach (var (ts, n) in said.Select((ts, n) => (ts, n)))
        {
            if (n % 2 == 0)
                await bot.Client.FaultAsync("delivery", "cut");
            await here.Reacts(ts, "pushpin");
            await bot.HasSocketsAsync();
        }
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        await bot.LaterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(said.Select((_, n) => $"fact {n}"), (await bot.Store.RecordedAsync(incident)).Select(entry => entry.Text).Order(StringComparer.Ordinal));
        Assert.Contains(await bot.Client.JournalAsync(), entry => entry is { Direction: "delivery", Outcome: "connection_failed" });
        Assert.Contains(bot.Log.Lines, line => line.Contains("A socket to Slack broke", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Renewed_under_load_there_is_always_a_connection_and_every_event_comes_at_the_first_attempt()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var said = new List<string>();
        for (var n = 0; n < 60; n++)
            said.Add(await here.Says($"fact {n:00}"));
        await bot.SettlesAsync();
        var before = (await bot.Client.JournalAsync())[^1].N;

        var load = Task.Run(async () =>
        {
            foreach (var ts in said)
                await here.Reacts(ts, "pushpin");
        });
        for (var round = 0; round < 3; round++)
        {
            await bot.Client.SocketsAsync("refresh");
            await bot.HasSocketsAsync(4);
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            // Both must have heard of the end: else the next round takes old connections for new ones, and moves the clock past a call that opens one.
            await Until.ItIsAsync(async () => (await bot.Client.StateAsync()).App.Sockets == 2 && bot.OpenSockets == 2);
        }
        await load;
        // A call under way when the clock was moved past its deadline is made again a little later.
        await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(60, (await bot.Store.RecordedAsync(incident)).Count);
        var deliveries = (await bot.Client.JournalAsync(before)).Where(entry => entry.Direction == "delivery").ToList();
        Assert.All(deliveries, entry => Assert.Equal((0, "ok"), (entry.Attempt, entry.Outcome)));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("broke", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_comes_again()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await using (await bot.HoldDatabaseAsync())
        {
            await bot.Alice.In(incident).Reacts(ts, "pushpin");
            Assert.True(await bot.Client.QuietAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(20)));
        }

        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Contains(await bot.Client.JournalAsync(), entry => entry is { Method: "reaction_added", Outcome: "timeout" });
        Assert.Contains(bot.Log.Lines, line => line.Contains("could not be stored and was not acknowledged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_while_the_bot_was_down_comes_again_once_it_is_up()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.SettlesAsync();
        await bot.GoDownAsync();
        await bot.Alice.In(incident).Reacts(ts, "pushpin");

        await bot.ComeUpAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task Switched_off_in_Slack_the_bot_says_so_and_stops_asking()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        using var http = new HttpClient();
        Assert.Equal("ready", await http.GetStringAsync(new Uri(bot.Url, "/readyz")));

        await bot.Client.SocketsAsync("switch_off");
        await Until.ItIsAsync(() => Task.FromResult(bot.Log.Lines.Any(line => line.Contains("Socket Mode was switched off", StringComparison.Ordinal))));
        var opened = await bot.CallsAsync("apps.connections.open");
        using var ready = await http.GetAsync(new Uri(bot.Url, "/readyz"));

        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Equal("Socket Mode was switched off in the Slack app's settings.", await ready.Content.ReadAsStringAsync());
        Assert.Equal(opened, await bot.CallsAsync("apps.connections.open"));
    }

    [Fact]
    public async Task Without_a_signing_secret_nothing_is_taken_over_http_and_the_bot_is_alive()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        using var http = new HttpClient();

        var answer = await bot.Wire.SendJsonAsync("""{"type":"url_verification","challenge":"x"}""");

        Assert.Equal(404, answer.Status);
        Assert.Equal("alive", await http.GetStringAsync(new Uri(bot.Url, "/healthz")));
    }

    [Fact]
    public async Task With_both_secrets_both_ways_are_open()
    {
        await using var bot = await TestBot.StartOnSocketsAsync(("SLACK_SIGNING_SECRET", "hush"));
        var wire = new SlackWire(bot.Url, "hush", bot.Clock);

        Assert.Equal(new WireAnswer(200, "x"), await wire.SendJsonAsync("""{"type":"url_verification","challenge":"x"}"""));
        Assert.Equal(EntryKind.Note, (await NotedAsync(bot)).Kind);
    }

    private static async Task<TimelineEntry> NotedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Types("/incident note cache restarted");
        await bot.SettlesAsync();
        return Assert.Single(await bot.Store.RecordedAsync(incident));
    }
}
