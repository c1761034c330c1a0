namespace IncidentBot.Sandbox.Tests.Faults;

/// <summary>What comes late, and what Slack takes for late.</summary>
public sealed class LatenessTests
{
    [Fact]
    public async Task An_answer_taken_for_late_brings_the_event_again()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("delivery", "late");
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        var received = world.App.Events("message");
        Assert.Equal(2, received.Count);
        Assert.Equal(received[0].Json["event_id"]!.ToString(), received[1].Json["event_id"]!.ToString());
        Assert.Equal(("1", "http_timeout"), (received[1].Headers["X-Slack-Retry-Num"], received[1].Headers["X-Slack-Retry-Reason"]));
    }

    [Fact]
    public async Task A_command_taken_for_late_is_an_error_to_its_writer_although_the_app_has_it()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("delivery", "late");
        Assert.Equal("operation_timeout", (await world.Alice.CommandAsync(world.General, "/incident")).Error);
    }

    [Fact]
    public async Task An_event_can_be_held_back()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("delivery", "delay", retryAfter: 30);
        await world.Alice.PostAsync(world.Incidents, "first");
        await world.Alice.PostAsync(world.Incidents, "second");
        Assert.Equal("second", (string?)(await world.EventAsync("message")).Json["event"]!["text"]);
        await world.Client.AdvanceAsync(TimeSpan.FromSeconds(31));
        await world.QuietAsync();
        Assert.Equal(["second", "first"], world.App.Events("message").Select(each => (string)each.Json["event"]!["text"]!));
    }
}
