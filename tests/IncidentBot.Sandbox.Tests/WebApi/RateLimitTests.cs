using System.Net;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class RateLimitTests
{
    private static readonly SandboxOptions Limited = new() { RateLimits = true };

    [Fact]
    public async Task A_method_over_its_tier_waits_out_the_minute()
    {
        await using var world = await World.StartAsync(Limited);
        var refused = await CallUntilRefusedAsync(world, () => world.Bot.SendFormAsync("pins.list", ("channel", world.Incidents)));
        Assert.InRange(refused.Calls, 21, 30);
        Assert.InRange(refused.RetryAfter, 50, 60);
        await world.Bot.OkAsync("users.info", ("user", world.Alice.Id));
        await world.Client.AdvanceAsync(TimeSpan.FromSeconds(refused.RetryAfter));
        await world.Bot.OkAsync("pins.list", ("channel", world.Incidents));
    }

    [Fact]
    public async Task Messages_are_limited_to_one_a_second_per_channel_after_a_burst()
    {
        await using var world = await World.StartAsync(Limited);
        var refused = await CallUntilRefusedAsync(world, () => world.Bot.SendFormAsync("chat.postMessage", ("channel", world.Incidents), ("text", "x")));
        Assert.InRange(refused.Calls, 3, 10);
        Assert.Equal(1, refused.RetryAfter);
        await world.BotPostAsync(world.General, "elsewhere");
        await world.Client.AdvanceAsync(TimeSpan.FromSeconds(1));
        await world.BotPostAsync(world.Incidents, "later");
    }

    [Fact]
    public async Task Without_the_switch_nothing_is_limited()
    {
        await using var world = await World.StartAsync();
        for (var number = 0; number < 60; number++)
            await world.Bot.OkAsync("pins.list", ("channel", world.Incidents));
    }

    private static async Task<(int Calls, int RetryAfter)> CallUntilRefusedAsync(World world, Func<Task<HttpResponseMessage>> call)
    {
        for (var calls = 1; calls <= 200; calls++)
        {
            using var response = await call();
            if (response.StatusCode == HttpStatusCode.OK)
                continue;
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.Contains("\"ratelimited\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            return (calls, int.Parse(response.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture));
        }

        throw new InvalidOperationException($"{world.Sandbox.Url} refused nothing.");
    }
}
