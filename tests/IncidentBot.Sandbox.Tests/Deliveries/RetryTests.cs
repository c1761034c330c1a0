using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Deliveries;

public sealed class RetryTests
{
    [Fact]
    public async Task A_failed_event_is_retried_at_once_after_a_minute_and_after_five_more_on_the_workspaces_clock()
    {
        await using var world = await World.StartAsync();
        world.App.Answer = Status(500);
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        Assert.Equal(2, world.App.Events("message").Count);
        await world.Client.AdvanceAsync(TimeSpan.FromSeconds(59));
        await world.QuietAsync();
        Assert.Equal(2, world.App.Events("message").Count);
        await world.Client.AdvanceAsync(TimeSpan.FromSeconds(2));
        await world.QuietAsync();
        Assert.Equal(3, world.App.Events("message").Count);
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(5));
        await world.QuietAsync();
        await world.Client.AdvanceAsync(TimeSpan.FromDays(1));
        await world.QuietAsync();

        var attempts = world.App.Events("message");
        Assert.Equal(4, attempts.Count);
        Assert.Equal([null, "1", "2", "3"], attempts.Select(attempt => attempt.Headers.GetValueOrDefault("X-Slack-Retry-Num")));
        Assert.Equal([null, "http_error", "http_error", "http_error"], attempts.Select(attempt => attempt.Headers.GetValueOrDefault("X-Slack-Retry-Reason")));
        Assert.Single(attempts.Select(attempt => attempt.Text).Distinct());
        Assert.InRange(attempts.Select(attempt => attempt.Headers["X-Slack-Signature"]).Distinct().Count(), 3, 4);
    }

    [Fact]
    public async Task A_retry_that_succeeds_is_the_last_one()
    {
        await using var world = await World.StartAsync();
        world.App.Answer = Status(503);
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        world.App.Answer = Status(201);
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(1));
        await world.QuietAsync();
        await world.Client.AdvanceAsync(TimeSpan.FromHours(1));
        await world.QuietAsync();
        Assert.Equal(3, world.App.Events("message").Count);
    }

    [Fact]
    public async Task The_app_may_refuse_retries()
    {
        await using var world = await World.StartAsync();
        world.App.Answer = (_, http) =>
        {
            http.Response.StatusCode = 500;
            http.Response.Headers["X-Slack-No-Retry"] = "1";
            return Task.CompletedTask;
        };
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        await world.Client.AdvanceAsync(TimeSpan.FromHours(1));
        await world.QuietAsync();
        Assert.Single(world.App.Events("message"));
    }

    [Fact]
    public async Task An_app_that_is_down_gets_the_event_when_it_is_back_elsewhere()
    {
        await using var world = await World.StartAsync();
        await world.App.DisposeAsync();
        await world.Alice.PostAsync(world.Incidents, "while you were out");
        await world.QuietAsync();
        var failed = (await world.Client.JournalAsync()).Where(entry => entry.Method == "message").ToList();
        Assert.Equal(["connection_failed", "connection_failed"], failed.Select(entry => entry.Outcome));

        await using var reborn = await TestApp.StartAsync();
        await world.Sandbox.InstallApp(reborn.Url);
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(1));
        await world.QuietAsync();
        var late = Assert.Single(reborn.Events("message"));
        Assert.Equal("2", late.Headers["X-Slack-Retry-Num"]);
        Assert.Equal("connection_failed", late.Headers["X-Slack-Retry-Reason"]);
    }

    [Fact]
    public async Task An_answer_after_three_seconds_counts_as_none()
    {
        await using var world = await World.StartAsync();
        var started = new ConcurrentQueue<long>();
        world.App.Answer = async (_, http) =>
        {
            started.Enqueue(TimeProvider.System.GetTimestamp());
            if (started.Count == 1)
                await Task.Delay(TimeSpan.FromSeconds(3.5), http.RequestAborted);
        };
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        var attempts = world.App.Events("message");
        Assert.Equal(2, attempts.Count);
        Assert.Equal("http_timeout", attempts[1].Headers["X-Slack-Retry-Reason"]);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started.First(), started.Last()).TotalSeconds, 2.8, 3.4);
    }

    [Theory]
    [InlineData(2, "ok")]
    [InlineData(3, "too_many_redirects")]
    public async Task Two_redirects_are_followed_and_a_third_is_not(int redirects, string outcome)
    {
        await using var world = await World.StartAsync();
        world.App.Answer = (received, http) =>
        {
            var step = received.Path == "/" ? 0 : int.Parse(received.Path[1..], System.Globalization.CultureInfo.InvariantCulture);
            if (step < redirects)
            {
                http.Response.StatusCode = (int)HttpStatusCode.Found;
                http.Response.Headers.Location = $"/{step + 1}";
            }

            return Task.CompletedTask;
        };
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        Assert.Equal(outcome, (await world.Client.JournalAsync()).First(entry => entry.Method == "message").Outcome);
        Assert.All(world.App.Events("message").Take(3), hop => Assert.True(hop.Headers.ContainsKey("X-Slack-Signature")));
    }

    [Fact]
    public async Task A_redirect_to_what_is_no_address_of_the_web_fails_and_is_tried_again()
    {
        await using var world = await World.StartAsync();
        world.App.Answer = (_, http) =>
        {
            http.Response.StatusCode = (int)HttpStatusCode.Found;
            http.Response.Headers.Location = "ftp://bot.example/";
            return Task.CompletedTask;
        };
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        Assert.Equal(["unknown_error", "unknown_error"], (await world.Client.JournalAsync()).Where(entry => entry.Method == "message").Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task A_recorded_event_can_be_sent_again_with_the_same_id()
    {
        await using var world = await World.StartAsync();
        await world.Alice.PostAsync(world.Incidents, "x");
        var first = await world.EventAsync("message");
        var entry = (await world.Client.JournalAsync()).Single(each => each.Method == "message");
        await world.Client.AdvanceAsync(TimeSpan.FromHours(1));
        await world.Client.RedeliverAsync(entry.N);
        await world.QuietAsync();
        var again = world.App.Events("message")[1];
        Assert.Equal(first.Text, again.Text);
        Assert.NotEqual(first.Headers["X-Slack-Signature"], again.Headers["X-Slack-Signature"]);
        var refused = await Assert.ThrowsAsync<SandboxException>(() => world.Client.RedeliverAsync(1));
        Assert.Equal("no_such_entry", refused.Code);
    }

    [Fact]
    public async Task Everything_that_failed_can_be_sent_again()
    {
        await using var world = await World.StartAsync();
        await world.Alice.PostAsync(world.Incidents, "arrives");
        await world.QuietAsync();
        world.App.Answer = (_, http) =>
        {
            http.Response.StatusCode = 500;
            http.Response.Headers["X-Slack-No-Retry"] = "1";
            return Task.CompletedTask;
        };
        await world.Alice.PostAsync(world.Incidents, "lost one");
        await world.Alice.PostAsync(world.Incidents, "lost two");
        await world.QuietAsync();
        world.App.Answer = (_, _) => Task.CompletedTask;
        Assert.Equal(2, await world.Client.RedeliverAllFailedAsync());
        await world.QuietAsync();
        Assert.Equal(["lost one", "lost two"], world.App.Events("message").TakeLast(2).Select(each => (string)each.Json["event"]!["text"]!).Order());
        Assert.Equal(0, await world.Client.RedeliverAllFailedAsync());
    }

    private static Func<Received, HttpContext, Task> Status(int status) => (_, http) =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
