using System.Globalization;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class SchedulingTests
{
    [Fact]
    public async Task A_scheduled_message_comes_at_its_time_and_the_app_hears_of_it()
    {
        await using var world = await World.StartAsync();
        await ScheduleAsync(world, TimeSpan.FromDays(60), "much later");
        await ScheduleAsync(world, TimeSpan.FromMinutes(10), "soon");
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(await world.Bob.MessagesAsync(world.Incidents));

        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("soon", (string?)(await world.EventAsync("message")).Json["event"]!["text"]);

        await world.Client.AdvanceAsync(TimeSpan.FromDays(60));
        await world.QuietAsync();
        Assert.Equal(["soon", "much later"], (await world.Bob.MessagesAsync(world.Incidents)).Select(message => message.Text));
    }

    [Fact]
    public async Task A_scheduled_message_with_metadata_is_never_posted()
    {
        await using var world = await World.StartAsync();
        await ScheduleAsync(world, TimeSpan.FromMinutes(10), "lost", ("metadata", """{"event_type":"x","event_payload":{}}"""));
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(11));
        await world.QuietAsync();
        Assert.Empty(await world.Bob.MessagesAsync(world.Incidents));
    }

    [Fact]
    public async Task Nothing_is_posted_into_a_channel_archived_in_the_meantime()
    {
        await using var world = await World.StartAsync();
        await ScheduleAsync(world, TimeSpan.FromMinutes(10), "too late");
        await world.Alice.ArchiveAsync(world.Incidents);
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(11));
        await world.QuietAsync();
        Assert.DoesNotContain(await world.Bob.MessagesAsync(world.Incidents), message => message.Text == "too late");
    }

    private static async Task ScheduleAsync(World world, TimeSpan ahead, string text, params (string Name, string Value)[] more)
    {
        var at = (world.Sandbox.Clock.GetUtcNow() + ahead).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await world.Bot.OkAsync("chat.scheduleMessage", [("channel", world.Incidents), ("post_at", at), ("text", text), .. more]);
    }
}
