using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox;

/// <summary>Keeps a clock of this process in step with a sandbox's clock, by long-polling its control API.</summary>
internal sealed class ClockFollower : IDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(200);

    private readonly MovableClock _clock;
    private readonly HttpClient _http;
    private readonly string _name;
    private readonly CancellationTokenSource _stop = new();

    private ClockFollower(MovableClock clock, Uri sandboxUrl, string name)
    {
        _clock = clock;
        _name = Uri.EscapeDataString(name);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = sandboxUrl, Timeout = TimeSpan.FromMinutes(1) };
    }

    public static ClockFollower Start(MovableClock clock, Uri sandboxUrl, string name)
    {
        var follower = new ClockFollower(clock, sandboxUrl, name);
        var revision = follower.AskOnce();
        _ = Task.Run(() => follower.FollowAsync(revision));
        return follower;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _http.Dispose();
    }

    /// <summary>Blocks on purpose: a process must not read its clock before it agrees with the sandbox's.</summary>
    private long AskOnce()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/_sandbox/clock?follower={_name}");
        using var response = _http.Send(request);
        response.EnsureSuccessStatusCode();
        using var body = response.Content.ReadAsStream();
        var answer = JsonNode.Parse(body)!;
        _clock.StartFrom(OffsetIn(answer));
        return RevisionIn(answer);
    }

    private async Task FollowAsync(long revision)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var answer = await _http.GetStringAsync($"/_sandbox/clock?after={revision}&follower={_name}", _stop.Token);
                revision = Take(JsonNode.Parse(answer)!);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or ObjectDisposedException)
            {
                // A sandbox that is gone cannot move its clock; when it is back, the next answer carries its offset.
                if (_stop.IsCancellationRequested)
                    return;
                await Task.Delay(PauseAfterFailure, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private long Take(JsonNode answer)
    {
        _clock.CatchUp(OffsetIn(answer));
        return RevisionIn(answer);
    }

    private static TimeSpan OffsetIn(JsonNode answer) => new((long)answer["offset_ticks"]!);

    private static long RevisionIn(JsonNode answer) => (long)answer["revision"]!;
}
