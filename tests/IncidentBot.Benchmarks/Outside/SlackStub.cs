namespace IncidentBot.Benchmarks.Outside;

/// <summary>How much of Slack the bot used.</summary>
internal sealed record Sends(long Answers, long Posts);

/// <summary>
/// A Slack that agrees with everything at once and keeps nothing: it lets the dispatcher really send, and costs as
/// little as a server can. It is no test of the bot's words; the sandbox is.
/// </summary>
internal sealed class SlackStub : IAsyncDisposable
{
    private const string WhoAmI = $$"""
        {"ok":true,"url":"https://benchmark.slack.com/","team":"Benchmark","user":"incidentbot","team_id":"{{Workspace.Team}}","user_id":"{{Workspace.BotUser}}","bot_id":"B0BOT"}
        """;

    private readonly WebApplication app;
    private long answers;
    private long posts;

    private SlackStub(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    public Sends Sends => new(Interlocked.Read(ref answers), Interlocked.Read(ref posts));

    public static async Task<SlackStub> StartAsync()
    {
        var app = Quiet.Web("http://127.0.0.1:0");
        var stub = new SlackStub(app);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        var path = http.Request.Path.Value!;
        if (path == "/api/auth.test")
        {
            await SayAsync(http, WhoAmI);
        }
        else if (path == "/api/chat.postMessage")
        {
            var ts = Interlocked.Increment(ref posts);
            await SayAsync(http, $$"""{"ok":true,"channel":"C0BENCH001","ts":"1.{{ts:D6}}"}""");
        }
        else if (path.StartsWith("/commands/", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref answers);
            await SayAsync(http, """{"ok":true}""");
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
        }
    }

    private static Task SayAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(json);
    }
}
