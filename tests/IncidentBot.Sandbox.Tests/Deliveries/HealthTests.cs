namespace IncidentBot.Sandbox.Tests.Deliveries;

/// <summary>What Slack does to apps that get too much or fail too often.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Over_the_hourly_limit_the_app_hears_only_that_it_is_limited_once_a_minute()
    {
        await using var world = await World.StartAsync(new SandboxOptions { EventsPerHour = 5 });
        for (var number = 0; number < 9; number++)
            await world.Alice.PostAsync(world.Incidents, $"{number}");
        await world.QuietAsync();
        Assert.Equal(5, world.App.Events("message").Count);
        var notice = Assert.Single(world.App.Received, received => received.Text.Contains("app_rate_limited", StringComparison.Ordinal)).Json;
        Assert.Equal("app_rate_limited", (string?)notice["type"]);
        Assert.Null(notice["event"]);
        Assert.Null(notice["event_id"]);
        Assert.Equal(0, (long)notice["minute_rate_limited"]! % 60);

        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(61));
        await world.Alice.PostAsync(world.Incidents, "an hour later");
        await world.QuietAsync();
        Assert.Equal(6, world.App.Events("message").Count);
    }

    [Fact]
    public async Task An_app_that_only_fails_is_switched_off_until_somebody_switches_it_on()
    {
        await using var world = await World.StartAsync(new SandboxOptions { DisableAfterEvents = 4 });
        world.App.Answer = (_, http) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        for (var number = 0; number < 4; number++)
        {
            await world.Alice.PostAsync(world.Incidents, $"{number}");
            await world.QuietAsync();
        }

        world.App.Answer = (_, _) => Task.CompletedTask;
        await world.Alice.PostAsync(world.Incidents, "unheard");
        await world.QuietAsync();
        Assert.DoesNotContain(world.App.Events("message"), received => (string?)received.Json["event"]!["text"] == "unheard");
        await world.Client.EnableEventsAsync();
        await world.Alice.PostAsync(world.Incidents, "heard");
        await world.QuietAsync();
        Assert.Contains(world.App.Events("message"), received => (string?)received.Json["event"]!["text"] == "heard");
    }
}
