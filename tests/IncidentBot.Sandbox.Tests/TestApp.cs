using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Sandbox.Tests;

/// <summary>One request the sandbox sent to the app.</summary>
internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonObject Json => (JsonObject)JsonNode.Parse(Text)!;

    public string? EventType => IsJson ? (string?)Json["event"]?["type"] : null;

    /// <summary>The form's fields; an interaction's payload is under <c>payload</c>.</summary>
    public Dictionary<string, string> Form => Text.Split('&').Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));

    public JsonObject Payload => (JsonObject)JsonNode.Parse(Form["payload"])!;

    private bool IsJson => Headers["Content-Type"].StartsWith("application/json", StringComparison.Ordinal);
}

/// <summary>A stand-in for the app: remembers what it is sent and answers what the test says.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<Received> _received = [];

    private TestApp(WebApplication web) => _web = web;

    public Uri Url { get; private set; } = null!;

    /// <summary>Answers everything but url_verification; 200 with an empty body unless a test says otherwise.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether url_verification is answered here; otherwise it is left to <see cref="Answer"/>.</summary>
    public bool AnswersChallenges { get; set; } = true;

    public IReadOnlyList<Received> Received => [.. _received];

    public IReadOnlyList<Received> Events(string type) => [.. _received.Where(each => each.EventType == type)];

    public static async Task<TestApp> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var web = builder.Build();
        var app = new TestApp(web);
        web.Run(app.HandleAsync);
        await web.StartAsync();
        var address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        app.Url = new Uri(address);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(100);
        await _web.StopAsync(patience.Token);
        await _web.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var received = new Received(
            http.Request.Path,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        _received.Enqueue(received);
        if (AnswersChallenges && received.Text.Contains("\"url_verification\"", StringComparison.Ordinal))
            await http.Response.WriteAsync((string)received.Json["challenge"]!);
        else
            await Answer(received, http);
    }
}
