using System.Net.Sockets;
using System.Text;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Serilog.Events;

namespace IncidentBot.Tests.Web;

/// <summary>Whatever reaches the one public address: the right status, nothing stored, a line in the log, no trace to the caller.</summary>
public sealed class BadRequestTests
{
    private const string Command = "command=%2Fincident&text=declare+Boo&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.x&response_url=https%3A%2F%2Fhooks.slack.com%2Fx";
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(Command);

    [Fact]
    public async Task The_same_request_rightly_signed_is_taken_so_that_the_others_fail_for_their_own_reason()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Wire.SendAsync(Good, SlackWire.Form);

        Assert.Equal(new WireAnswer(200, ""), answer);
        Assert.NotEmpty(await bot.Store.InboxAsync());
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("wrong secret")]
    [InlineData("stale")]
    [InlineData("future")]
    [InlineData("altered")]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("another version")]
    [InlineData("timestamp in words")]
    [InlineData("two signatures")]
    public async Task What_is_not_rightly_signed_now_is_refused(string how)
    {
        await using var bot = await TestBot.StartAsync();
        var right = bot.Wire.SignedAt(Good, bot.Now);
        var (body, headers) = how switch
        {
            "unsigned" => (Good, []),
            "wrong secret" => (Good, bot.Wire.SignedAt(Good, bot.Now, with: "another-secret")),
            "stale" => (Good, bot.Wire.SignedAt(Good, bot.Now - TimeSpan.FromSeconds(302))),
            "future" => (Good, bot.Wire.SignedAt(Good, bot.Now + TimeSpan.FromSeconds(303))),
            "altered" => (Encoding.UTF8.GetBytes(Command.Replace("Boo", "Bah", StringComparison.Ordinal)), right),
            "no signature" => (Good, [right[0]]),
            "no timestamp" => (Good, [right[1]]),
            "another version" => (Good, [right[0], (right[1].Name, right[1].Value.Replace("v0=", "v1=", StringComparison.Ordinal))]),
            "timestamp in words" => (Good, [(right[0].Name, "yesterday"), right[1]]),
            _ => (Good, (IReadOnlyList<(string, string)>)[right[0], right[1], right[1]]),
        };

        var answer = await bot.Wire.SendAsync(body, SlackWire.Form, headers);

        Assert.Equal(new WireAnswer(401, ""), answer);
        await NothingWasStoredAsync(bot);
        Assert.Contains(bot.Log.Events, logged => logged.Level == LogEventLevel.Warning && logged.RenderMessage(null).Contains("401", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T1\"", SlackWire.Json, 400)]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\"}", SlackWire.Json, 400)]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"reaction_added\"}}", SlackWire.Json, 400)]
    [InlineData("{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"reaction_added\",\"reaction\":5}}", SlackWire.Json, 400)]
    [InlineData("{\"type\":\"something_new\"}", SlackWire.Json, 400)]
    [InlineData("[]", SlackWire.Json, 400)]
    [InlineData("null", SlackWire.Json, 400)]
    [InlineData("", SlackWire.Json, 400)]
    [InlineData("", SlackWire.Form, 400)]
    [InlineData("command=%2Fincident&text=declare", SlackWire.Form, 400)]
    [InlineData("command=%2Fincident&text=%FF%FE&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1.2.x", SlackWire.Form, 400)]
    [InlineData("command=%2Fincident&text=%4", SlackWire.Form, 400)]
    [InlineData("payload=%7B%22type%22%3A%22block_actions%22%7D", SlackWire.Form, 400)]
    [InlineData("payload=%7B%22type%22", SlackWire.Form, 400)]
    [InlineData("payload=", SlackWire.Form, 400)]
    [InlineData("hello", "text/plain", 415)]
    [InlineData("{}", "application/json; charset=latin1", 415)]
    [InlineData("<a/>", "application/xml", 415)]
    [InlineData("hello", null, 415)]
    public async Task Signed_but_unreadable_it_is_refused(string body, string? contentType, int status)
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Wire.SendAsync(Encoding.UTF8.GetBytes(body), contentType);

        Assert.Equal(new WireAnswer(status, ""), answer);
        await NothingWasStoredAsync(bot);
        Assert.Contains(bot.Log.Events, logged => logged.Level == LogEventLevel.Warning && logged.RenderMessage(null).Contains($" {status}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SlackWire.Json)]
    [InlineData(SlackWire.Form)]
    public async Task Bytes_that_are_no_utf8_are_refused(string contentType)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(new WireAnswer(400, ""), await bot.Wire.SendAsync([0x7b, 0xff, 0xfe, 0x7d], contentType));

        await NothingWasStoredAsync(bot);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_megabytes_are_refused_whether_or_not_they_are_announced(bool announced)
    {
        await using var bot = await TestBot.StartAsync();
        var body = Encoding.UTF8.GetBytes($"{{\"type\":\"event_callback\",\"x\":\"{new string('x', 2 * 1024 * 1024)}\"}}");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "/slack/events")) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = !announced;
        foreach (var (name, value) in bot.Wire.SignedAt(body, bot.Now))
            request.Headers.Add(name, value);

        using var answer = await http.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        await NothingWasStoredAsync(bot);
        Assert.Contains(bot.Log.Lines, line => line.Contains("413", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_cut_off_on_the_way_leaves_nothing_and_the_next_one_is_taken()
    {
        await using var bot = await TestBot.StartAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync("127.0.0.1", bot.Url.Port);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: {SlackWire.Form}\r\nContent-Length: 500\r\n\r\n{Command[..40]}"));
            await stream.FlushAsync();
        }

        Assert.Equal(new WireAnswer(200, ""), await bot.Wire.SendAsync(Good, SlackWire.Form));
        Assert.Single(await bot.Store.InboxAsync(), row => row.Source == InboxSource.Slack);
        Assert.DoesNotContain(bot.Log.Events, logged => logged.Exception is not null);
    }

    [Theory]
    [InlineData("GET", "/slack/events", 405)]
    [InlineData("POST", "/", 404)]
    [InlineData("POST", "/slack/other", 404)]
    public async Task Other_doors_are_closed(string method, string path, int status)
    {
        await using var bot = await TestBot.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(bot.Url, path));

        using var answer = await http.SendAsync(request);

        Assert.Equal((status, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private static async Task NothingWasStoredAsync(TestBot bot)
    {
        await bot.SettlesAsync();
        Assert.Empty(await bot.Store.InboxAsync());
        Assert.Equal(0, await bot.Store.IncidentCountAsync());
        Assert.DoesNotContain(bot.Log.Events, logged => logged.Exception is not null);
    }
}
