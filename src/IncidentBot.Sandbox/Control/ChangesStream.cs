using System.Globalization;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Control;

/// <summary>Server-sent events: a line whenever something a person can see has changed.</summary>
internal static class ChangesStream
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static async Task StreamAsync(SandboxEngine engine, HttpContext http, string userId)
    {
        engine.Workspace.Read(() => engine.Workspace.Person(userId));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, engine.Stopping);
        using var watcher = engine.Workspace.Changes.Watch(userId);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await SendAsync(http.Response, Revision(engine.Workspace.Changes.Revision), either.Token);
            while (!either.IsCancellationRequested)
                await SendAsync(http.Response, await NextAsync(watcher, either.Token), either.Token);
        }
        catch (OperationCanceledException)
        {
            // The watcher went away, or the sandbox is stopping: the stream ends.
        }
    }

    private static async Task<string> NextAsync(Changes.Watcher watcher, CancellationToken cancellationToken)
    {
        try
        {
            var revision = await watcher.Revisions.ReadAsync(cancellationToken).AsTask()
                .WaitAsync(KeepAlive, TimeProvider.System, cancellationToken);
            return Revision(revision);
        }
        catch (TimeoutException)
        {
            return ":\n\n";
        }
    }

    private static string Revision(long revision) =>
        string.Create(CultureInfo.InvariantCulture, $"data: {{\"revision\":{revision}}}\n\n");

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
