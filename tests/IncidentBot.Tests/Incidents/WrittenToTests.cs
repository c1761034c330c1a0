using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class WrittenToTests
{
    [Fact]
    public async Task Whoever_writes_to_the_bot_directly_gets_help_once()
    {
        await using var bot = await TestBot.StartAsync();
        var direct = await bot.Alice.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);

        await bot.Alice.In(direct).Says("hello");
        await bot.SettlesAsync();

        Assert.StartsWith("*What you can do here*", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Direct_messages_of_the_bots_own_are_no_call_for_help()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident commander {bot.Bob.Mention}");

        Assert.Single(await bot.Bob.DirectMessages());
    }
}
