using System.Net;
using System.Net.Sockets;
using IncidentBot.Slack.WebApi;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class OutageTests
{
    private static readonly OutgoingMessage Hello = new() { Channel = "C1", Text = "hello" };
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(200, "<html>Please sign in</html>")]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"ok":true}""")]
    [InlineData(200, """{"ok":true,"channel":7,"ts":null}""")]
    [InlineData(302, "<html>Elsewhere</html>")]
    [InlineData(404, "<html>Nothing here</html>")]
    [InlineData(503, """{"ok":false,"error":"service_unavailable"}""")]
    public async Task An_answer_that_is_not_Slacks_leaves_open_whether_it_happened(int status, string body)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Text(body, status);
        var lost = await Assert.ThrowsAsync<SlackUnreachableException>(() => slack.Client().Chat.PostMessage(Hello, Stop));

        Assert.Equal(("chat.postMessage", true, null), (lost.Method, lost.MayHaveHappened, lost.RetryAfter));
        Assert.Single(slack.Received);
    }

    [Fact]
    public async Task A_connection_cut_off_leaves_open_whether_it_happened()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = Cut;
        var lost = await Assert.ThrowsAsync<SlackUnreachableException>(() => slack.Client().Chat.PostMessage(Hello, Stop));

        Assert.True(lost.MayHaveHappened);
        Assert.Single(slack.Received);
    }

    [Fact]
    public async Task A_connection_never_made_means_it_did_not_happen()
    {
        using var http = new HttpClient(SlackApiClient.CreateHandler());
        var client = new SlackApiClient(
            new SlackApiOptions { BaseUrl = new Uri($"http://127.0.0.1:{FreePort()}/api"), BotToken = "xoxb-x" }, http, TimeProvider.System);
        var lost = await Assert.ThrowsAsync<SlackUnreachableException>(() => client.Chat.PostMessage(Hello, Stop));

        Assert.False(lost.MayHaveHappened);
    }

    [Fact]
    public async Task A_call_is_given_up_after_ten_seconds()
    {
        await using var slack = await FakeSlack.Start();
        var arrived = new TaskCompletionSource();
        slack.Answer = context => Hang(context, arrived);
        var time = new ManualTime();

        var call = slack.Client(time).Chat.PostMessage(Hello, Stop);
        await arrived.Task.WaitAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        var lost = await Assert.ThrowsAsync<SlackUnreachableException>(() => call.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Stop));

        Assert.True(lost.MayHaveHappened);
        Assert.Single(slack.Received);
    }

    [Fact]
    public async Task The_contents_of_a_file_may_take_five_minutes()
    {
        await using var slack = await FakeSlack.Start();
        var arrived = new TaskCompletionSource();
        slack.Answer = context => Hang(context, arrived);
        var time = new ManualTime();

        var upload = slack.Client(time).Upload($"{slack.Root}upload", [1, 2, 3], Stop);
        await arrived.Task.WaitAsync(Stop);
        time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.False(upload.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(0.2));
        var lost = await Assert.ThrowsAsync<SlackUnreachableException>(() => upload.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Stop));

        Assert.True(lost.MayHaveHappened);
    }

    [Fact]
    public async Task The_caller_may_give_up_sooner()
    {
        await using var slack = await FakeSlack.Start();
        var arrived = new TaskCompletionSource();
        slack.Answer = context => Hang(context, arrived);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var call = slack.Client().Chat.PostMessage(Hello, impatient.Token);
        await arrived.Task.WaitAsync(Stop);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_read_is_tried_three_times()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.InTurn(FakeSlack.Text("down", 500), Cut, FakeSlack.Json("""{"ok":true,"user":{"id":"U1"}}"""));
        Assert.Equal("U1", (await Waited(slack, client => client.Users.Info("U1", cancellationToken: Stop), Tick * 6)).Id);
        Assert.Equal(3, slack.Received.Count);
    }

    [Fact]
    public async Task A_read_is_not_tried_for_ever()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Text("down", 500);
        await Assert.ThrowsAsync<SlackUnreachableException>(() => Waited(slack, client => client.Users.Info("U1", cancellationToken: Stop), Tick * 6));
        Assert.Equal(3, slack.Received.Count);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    public async Task A_short_wait_is_waited_even_by_a_write(string retryAfter, int seconds)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.InTurn(FakeSlack.Later(retryAfter), FakeSlack.Json("""{"ok":true,"channel":"C1","ts":"1.000000"}"""));
        Assert.Equal("1.000000", (await Waited(slack, client => client.Chat.PostMessage(Hello, Stop), TimeSpan.FromSeconds(seconds))).Ts);
        Assert.Equal(2, slack.Received.Count);
        Assert.Equal(slack.Received[0], slack.Received[1]);
    }

    [Fact]
    public async Task Waits_that_never_end_are_left_to_the_caller()
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Later("1");
        await Assert.ThrowsAsync<SlackRateLimitException>(() => Waited(slack, client => client.Chat.PostMessage(Hello, Stop), TimeSpan.FromSeconds(2)));
        Assert.Equal(3, slack.Received.Count);
    }

    /// <summary>Lets time pass until the call is over, and checks that it waited as long as it should and no longer.</summary>
    private static async Task<T> Waited<T>(FakeSlack slack, Func<SlackApiClient, Task<T>> call, TimeSpan expected)
    {
        var time = new ManualTime();
        var running = call(slack.Client(time));
        var passed = await time.PassUntil(running, Tick);
        Assert.InRange(passed, expected, expected + (Tick * 40));
        return await running;
    }

    private static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task Hang(HttpContext context, TaskCompletionSource arrived)
    {
        arrived.TrySetResult();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
