using System.Collections.Concurrent;
using System.Diagnostics;

namespace IncidentBot.Benchmarks;

/// <summary>One call of the bot's, as it came back.</summary>
/// <param name="Method">Which.</param>
/// <param name="Said">What it said.</param>
/// <param name="Came">When it was here, before any of the distance, by <see cref="Stopwatch"/>.</param>
/// <param name="CameBack">When its answer was on its way to the bot, by <see cref="Stopwatch"/>.</param>
internal sealed record FarCall(string Method, string Said, long Came, long CameBack);

/// <summary>A workspace as far away as real ones are: every call takes a while longer than it would on this machine.</summary>
internal sealed class FarSlack : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly HttpClient near = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Uri workspace;
    private readonly TimeSpan away;
    private int underWay;

    private FarSlack(WebApplication web, Uri workspace, TimeSpan away) => (this.web, this.workspace, this.away) = (web, workspace, away);

    public Uri Url => new(web.Urls.Single());

    /// <summary>All calls that came back, in that order.</summary>
    public ConcurrentQueue<FarCall> Calls { get; } = [];

    public bool IsQuiet => Volatile.Read(ref underWay) == 0;

    public static async Task<FarSlack> StartAsync(Uri workspace, TimeSpan away)
    {
        var slack = new FarSlack(Quiet.Web("http://127.0.0.1:0"), workspace, away);
        slack.web.Run(slack.PassOnAsync);
        await slack.web.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        near.Dispose();
    }

    private async Task PassOnAsync(HttpContext http)
    {
        Interlocked.Increment(ref underWay);
        var came = Stopwatch.GetTimestamp();
        try
        {
            using var reader = new StreamReader(http.Request.Body);
            var said = await reader.ReadToEndAsync(http.RequestAborted);
            await Task.Delay(away, http.RequestAborted);
            using var call = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(workspace, http.Request.Path + http.Request.QueryString)) { Content = new StringContent(said) };
            call.Content.Headers.Remove("Content-Type");
            call.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
            call.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
            using var answer = await near.SendAsync(call, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await http.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(http.RequestAborted), http.RequestAborted);
            Calls.Enqueue(new FarCall(http.Request.Path.Value!.Split('/')[^1], said, came, Stopwatch.GetTimestamp()));
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}
