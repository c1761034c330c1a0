using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>A captured message that speaks of a channel reads the same in a file.</summary>
public sealed class ChannelNamesTests
{
    [Fact]
    public async Task A_channel_somebody_speaks_of_is_kept_by_its_name_and_asked_for_once()
    {
        await using var bot = await TestBot.StartAsync();
        var elsewhere = await bot.Client.CreateChannelAsync("checkout-talk", [bot.Bob.Id]);
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var before = await bot.CallsAsync("conversations.info");

        await here.Captures($"See <#{elsewhere}> for more");
        await here.Captures($"Still in <#{elsewhere}>");

        Assert.Equal(["See #checkout-talk for more", "Still in #checkout-talk"], await CapturedAsync(bot, incident));
        Assert.Equal(1, await bot.CallsAsync("conversations.info") - before);
    }

    [Fact]
    public async Task The_name_of_a_private_channel_stays_with_those_who_are_in_it()
    {
        await using var bot = await TestBot.StartAsync();
        var secret = await bot.Client.CreateChannelAsync("board-only", isPrivate: true, members: [bot.Bob.Id, bot.Sandbox.BotUserId]);
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Captures($"Ask in <#{secret}>");

        Assert.Equal([$"Ask in <#{secret}>"], await CapturedAsync(bot, incident));
    }

    private static async Task<List<string>> CapturedAsync(TestBot bot, TestIncident incident) =>
        [.. (await bot.Store.RecordedAsync(incident)).Where(entry => entry.Source is not null).Select(entry => entry.Text)];
}
