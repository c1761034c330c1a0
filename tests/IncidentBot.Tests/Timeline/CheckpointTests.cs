using IncidentBot.Evidence;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>Slack itself is a witness of how far a timeline had come.</summary>
public sealed class CheckpointTests
{
    private const string EveryDay = "timeline: { checkpoint_every: 1d }";

    [Fact]
    public async Task What_is_recorded_stands_in_a_checkpoint_a_day_later_and_quiet_days_say_nothing()
    {
        await using var bot = await TestBot.StartConfiguredAsync(EveryDay);
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident note cache restarted");
        await bot.LaterAsync(TimeSpan.FromHours(23));
        Assert.Empty(await CheckpointsAsync(bot, incident));

        await bot.LaterAsync(TimeSpan.FromHours(1));
        for (var day = 0; day < 3; day++)
            await bot.LaterAsync(TimeSpan.FromDays(1));

        var said = Assert.Single(await CheckpointsAsync(bot, incident)).Split('\n');
        Assert.StartsWith(":lock_with_ink_pen: Timeline checkpoint: 2 entries, 2 versions, <!date^", said[0], StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident edit 2 text queue restarted");
        await bot.LaterAsync(TimeSpan.FromDays(1));
        Assert.Contains("2 entries, 3 versions", (await CheckpointsAsync(bot, incident))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_posts_one_at_once_that_an_export_is_checked_against()
    {
        await using var bot = await TestBot.StartConfiguredAsync(EveryDay);
        var incident = await bot.Alice.Declares();
        var other = await bot.Alice.Declares("Search is slow");
        await bot.Alice.In(incident).Asks("/incident close");
        await bot.SettlesAsync();

        var hash = Assert.Single(await CheckpointsAsync(bot, incident)).Split('\n')[1].Trim('`');
        await bot.Alice.In(incident).Asks("/incident edit 1 hide");

        Assert.Contains((await VerifyAsync(bot, incident, hash)).Sentences, sentence => sentence.StartsWith("The checkpoint is its link ", StringComparison.Ordinal));
        Assert.Equal(1, (await VerifyAsync(bot, other, hash)).ExitCode);
    }

    [Fact]
    public async Task What_fell_due_while_we_were_down_is_said_once_and_with_what_came_since()
    {
        await using var bot = await TestBot.StartConfiguredAsync(EveryDay);
        var incident = await bot.Alice.Declares();
        await bot.GoDownAsync();
        bot.Clock.Advance(TimeSpan.FromDays(3));
        await bot.ComeUpAsync();
        await bot.SettlesAsync();
        await bot.RestartAsync();
        await bot.SettlesAsync();

        Assert.Single(await CheckpointsAsync(bot, incident));
    }

    [Fact]
    public async Task A_channel_that_cannot_be_written_to_gets_its_checkpoint_when_it_can()
    {
        await using var bot = await TestBot.StartConfiguredAsync(EveryDay);
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.LaterAsync(TimeSpan.FromDays(1));
        Assert.Empty(await CheckpointsAsync(bot, incident));

        await bot.Alice.Hands.UnarchiveAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromDays(1));

        Assert.Single(await CheckpointsAsync(bot, incident));
    }

    [Fact]
    public async Task Switched_off_nothing_is_said()
    {
        await using var bot = await TestBot.StartConfiguredAsync("timeline: { checkpoint_every: off }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident close");
        await bot.LaterAsync(TimeSpan.FromDays(2));

        Assert.Empty(await CheckpointsAsync(bot, incident));
    }

    private static async Task<IReadOnlyList<string>> CheckpointsAsync(TestBot bot, TestIncident incident) =>
        [.. (await bot.MessagesAsync(incident.Channel)).Select(message => message.Text).Where(text => text.Contains("Timeline checkpoint", StringComparison.Ordinal))];

    private static async Task<BundleVerdict> VerifyAsync(TestBot bot, TestIncident incident, string checkpoint)
    {
        using var bundle = new MemoryStream();
        Assert.True(await bot.Store.ReadAsync(db => BundleWriter.WriteAsync(db, incident.Number, bot.Now, bundle, default)));
        bundle.Position = 0;
        return await BundleCheck.OfAsync(bundle, checkpoint, default);
    }
}
