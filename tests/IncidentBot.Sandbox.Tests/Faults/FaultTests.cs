using System.Net;

namespace IncidentBot.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task A_rate_limit_strikes_as_often_as_told_and_says_when_to_come_back()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("chat.postMessage", "ratelimited", times: 2, retryAfter: 7);
        for (var time = 0; time < 2; time++)
        {
            using var response = await PostAsync(world);
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.Equal("7", response.Headers.GetValues("Retry-After").Single());
        }

        using var passed = await PostAsync(world);
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.Single(await world.Alice.MessagesAsync(world.Incidents));
    }

    [Theory]
    [InlineData("http_500", 500, "application/json")]
    [InlineData("bad_gateway", 502, "text/html")]
    [InlineData("is_archived", 200, "application/json")]
    public async Task A_method_can_fail_without_doing_anything(string kind, int status, string contentType)
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("chat.postMessage", kind);
        using var response = await PostAsync(world);
        Assert.Equal((status, contentType), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Empty(await world.Alice.MessagesAsync(world.Incidents));
        await world.Bot.OkAsync("auth.test");
    }

    [Theory]
    [InlineData("reset", 0)]
    [InlineData("lost_answer", 1)]
    public async Task A_connection_can_be_cut_before_or_after_the_deed(string kind, int done)
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("chat.postMessage", kind);
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(world));
        Assert.Equal(done, (await world.Alice.MessagesAsync(world.Incidents)).Count);
        await world.QuietAsync();
        Assert.Equal(done, world.App.Events("message").Count);
        Assert.Contains(await world.Client.JournalAsync(), entry => entry.Method == "chat.postMessage" && entry.Outcome == kind && entry.Status == 0);
    }

    [Fact]
    public async Task A_method_can_leave_the_caller_waiting()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("auth.test", "timeout");
        using var impatient = new HttpClient { BaseAddress = world.Sandbox.ApiUrl, Timeout = TimeSpan.FromMilliseconds(300) };
        await Assert.ThrowsAsync<TaskCanceledException>(() => impatient.GetAsync(new Uri("auth.test", UriKind.Relative)));
        await world.Bot.OkAsync("auth.test");
    }

    [Fact]
    public async Task Faults_can_be_taken_back_and_must_be_known()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("auth.test", "http_500", times: 9);
        await world.Client.ClearFaultsAsync();
        await world.Bot.OkAsync("auth.test");
        Assert.Equal("unknown_method", (await Assert.ThrowsAsync<SandboxException>(() => world.Client.FaultAsync("auth.tset", "reset"))).Code);
        Assert.Equal("unknown_fault", (await Assert.ThrowsAsync<SandboxException>(() => world.Client.FaultAsync("delivery", "ratelimited"))).Code);
        Assert.Equal("unknown_fault", (await Assert.ThrowsAsync<SandboxException>(() => world.Client.FaultAsync("auth.test", "Not A Code"))).Code);
    }

    [Fact]
    public async Task As_many_deliveries_as_wanted_come_twice()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("delivery", "duplicate", times: 2);
        foreach (var text in new[] { "x", "y", "z" })
        {
            await world.Alice.PostAsync(world.Incidents, text);
            await world.QuietAsync();
        }
        var came = world.App.Events("message");
        Assert.Equal(["x", "x", "y", "y", "z"], came.Select(each => (string)each.Json["event"]!["text"]!));
        Assert.Equal(3, came.Select(each => (string?)each.Json["event_id"]).Distinct().Count());
    }

    [Fact]
    public async Task Deliveries_can_be_shuffled_and_none_is_lost()
    {
        await using var world = await World.StartAsync(new SandboxOptions { Seed = 3 });
        await world.Client.FaultAsync("delivery", "shuffle", times: 8);
        for (var number = 0; number < 8; number++)
            await world.Alice.PostAsync(world.Incidents, $"{number}");
        await world.QuietAsync();
        var texts = world.App.Events("message").Select(each => (string)each.Json["event"]!["text"]!).ToList();
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7"], texts.Order());
        Assert.NotEqual(texts.Order(), texts);
    }

    [Fact]
    public async Task A_response_url_can_fail_too()
    {
        await using var world = await World.StartAsync();
        await world.Alice.CommandAsync(world.General, "/incident");
        var url = world.App.Received[^1].Form["response_url"];
        await world.Client.FaultAsync("response_url", "lost_answer");
        await Assert.ThrowsAsync<HttpRequestException>(() => world.Bot.RespondAsync(url, new() { ["text"] = "x" }));
        Assert.Single(await world.Alice.MessagesAsync(world.General));
        await world.Client.FaultAsync("response_url", "http_500");
        Assert.Equal(500, (await world.Bot.RespondAsync(url, new() { ["text"] = "x" })).Status);
        Assert.Single(await world.Alice.MessagesAsync(world.General));
    }

    private static Task<HttpResponseMessage> PostAsync(World world) =>
        world.Bot.SendFormAsync("chat.postMessage", ("channel", world.Incidents), ("text", "x"));
}
