using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using IncidentBot.Slack.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Tests.WebApi;

/// <summary>A server that remembers what it was sent and answers as it was told.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string Token = "xoxb-fake-token";

    private readonly WebApplication _app;
    private readonly HttpClient _http = new(SlackApiClient.CreateHandler());
    private readonly ConcurrentQueue<Received> _received = new();

    private FakeSlack(WebApplication app) => _app = app;

    /// <summary>How the next requests are answered.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Json("""{"ok":true}""");

    public IReadOnlyList<Received> Received => [.. _received];

    public Uri Root => new(_app.Urls.Single() + "/");

    public static async Task<FakeSlack> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new FakeSlack(app);
        app.Run(slack.Take);
        await app.StartAsync();
        return slack;
    }

    public static Func<HttpContext, Task> Json(string json, int status = 200) => Text(json, status, "application/json; charset=utf-8");

    public static Func<HttpContext, Task> Text(string text, int status = 200, string contentType = "text/html") => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text);
    };

    public static Func<HttpContext, Task> Later(string? retryAfter) => context =>
    {
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Json("""{"ok":false,"error":"ratelimited"}""", 429)(context);
    };

    /// <summary>First these answers, then the last of them for ever.</summary>
    public static Func<HttpContext, Task> InTurn(params Func<HttpContext, Task>[] answers)
    {
        var next = -1;
        return context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context);
    }

    public SlackApiClient Client(TimeProvider? time = null) =>
        new(new SlackApiOptions { BaseUrl = new Uri(Root, "api/"), BotToken = Token }, _http, time ?? TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue(new Received(
            context.Request.Method, context.Request.Path, context.Request.QueryString.Value ?? "", context.Request.ContentType ?? "",
            context.Request.Headers.Authorization.ToString(), Encoding.UTF8.GetString(body.ToArray())));
        await Answer(context);
    }
}

internal sealed record Received(string Method, string Path, string Query, string ContentType, string Authorization, string Body)
{
    public bool IsForm => ContentType == "application/x-www-form-urlencoded";

    public bool IsJson => ContentType == "application/json; charset=utf-8";

    /// <summary>The arguments, whichever way they came; nested JSON as its text.</summary>
    public IReadOnlyDictionary<string, string> Args => IsForm
        ? QueryHelpers.ParseQuery(Body).ToDictionary(pair => pair.Key, pair => pair.Value.Single()!)
        : JsonDocument.Parse(Body).RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString());
}
