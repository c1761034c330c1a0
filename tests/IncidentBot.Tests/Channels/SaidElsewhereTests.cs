using IncidentBot.TestKit;

namespace IncidentBot.Tests.Channels;

/// <summary>What was said of an incident outside its channel goes when it becomes private, and nothing new comes there.</summary>
public sealed class SaidElsewhereTests
{
    [Fact]
    public async Task Made_private_it_leaves_no_word_in_a_teams_channel_or_the_announcements()
    {
        await using var bot = await StartAsync();
        var incident = await TellAsync(bot);
        Assert.Contains(await TextsAsync(bot, bot.Support), text => text.Contains(incident.Channel, StringComparison.Ordinal));
        Assert.Contains(await TextsAsync(bot, bot.Announcements), text => text.Contains("is worse", StringComparison.Ordinal));

        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Asks("/incident team not payments");
        await bot.Alice.In(incident).Asks("/incident sev 1");

        Assert.All([.. await TextsAsync(bot, bot.Support), .. await TextsAsync(bot, bot.Announcements)], text => Assert.Equal($":lock: Incident #{incident.Number} is private now.", text));
        Assert.Single(await TextsAsync(bot, bot.Support));
        Assert.Equal(2, (await TextsAsync(bot, bot.Announcements)).Count);
    }

    [Fact]
    public async Task What_was_still_on_its_way_when_it_became_private_is_not_said_there()
    {
        await using var bot = await StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "http_500", times: 1);

        await bot.Alice.In(incident).Types("/incident team payments");
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.DoesNotContain(await TextsAsync(bot, bot.Support), text => text.Contains("Checkout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_taken_back_is_said_in_the_incidents_channel()
    {
        await using var bot = await StartAsync();
        var incident = await TellAsync(bot);
        await bot.Client.FaultAsync("chat.update", "cant_update_message", times: 20);

        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Contains(await bot.SaidInAsync(incident), text => text.Contains($"still in* <#{bot.Support}>: I could not take it back (`cant_update_message`)", StringComparison.Ordinal));
    }

    private static async Task<TestIncident> TellAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident team payments");
        await bot.Alice.In(incident).Asks("/incident sev 3");
        await bot.Alice.In(incident).Asks("/incident sev 2");
        await bot.SettlesAsync();
        return incident;
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(TestBot bot, string channel) =>
        [.. (await bot.MessagesAsync(channel)).Where(message => message.IsBot).Select(message => message.Text)];

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.PrepareAsync();
        await bot.ConfigureAsync($"teams: [{{ key: payments, name: Payments, channel: {bot.Support} }}]");
        await bot.ComeUpAsync();
        return bot;
    }
}
