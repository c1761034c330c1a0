using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>A private incident is spoken of in its own channel, or to those who answer for it.</summary>
public sealed class PrivateIncidentTests
{
    [Fact]
    public async Task A_private_incident_has_a_private_channel_and_is_announced_nowhere()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await DeclarePrivatelyAsync(bot);

        await bot.Alice.In(incident).Asks("/incident sev 1");
        await bot.Alice.In(incident).Asks("/incident resolve");

        Assert.True((await bot.ChannelAsync(incident.Channel)).IsPrivate);
        Assert.Empty(await bot.MessagesAsync(bot.Announcements));
        Assert.DoesNotContain((await bot.Bob.Hands.StateAsync()).Channels, channel => channel.Id == incident.Channel);
    }

    [Fact]
    public async Task Others_find_it_neither_in_the_list_nor_by_its_number_nor_on_their_home_tab()
    {
        await using var bot = await TestBot.StartAsync();
        await DeclarePrivatelyAsync(bot);

        foreach (var line in new[] { "#1 timeline", "#1 sev 1", "#1 note seen", "#1 help", "#1 review", "#1 undo 1 sev 1" })
        {
            var answer = await bot.Bob.In(bot.General).Asks($"/incident {line}");
            Assert.DoesNotContain("Secret leak", answer, StringComparison.Ordinal);
        }

        Assert.Contains("There is no incident #1 that you can see", await bot.Bob.In(bot.General).Asks("/incident #1 sev 1"), StringComparison.Ordinal);
        Assert.Contains("No open incidents", await bot.Bob.In(bot.General).Asks("/incident list"), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret leak", (await bot.Bob.OpensHome()).ToString(), StringComparison.Ordinal);
        Assert.Single(await bot.Store.TimelineAsync(await bot.Store.NewestAsync()));
    }

    [Fact]
    public async Task Its_reporter_may_speak_of_it_anywhere()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await DeclarePrivatelyAsync(bot);

        Assert.Contains("SEV-1", await bot.Alice.In(bot.General).Asks("/incident #1 sev 1"), StringComparison.Ordinal);

        Assert.Contains("SEV-1 CRITICAL", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_invited_into_its_channel_work_on_it_there()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await DeclarePrivatelyAsync(bot);
        await bot.Alice.Hands.InviteAsync(incident.Channel, [bot.Bob.Id]);

        var answer = await bot.Bob.In(incident).Asks("/incident take");

        Assert.Contains("You command now.", answer, StringComparison.Ordinal);
    }

    private static async Task<TestIncident> DeclarePrivatelyAsync(TestBot bot)
    {
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Secret leak"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        return await bot.Store.NewestAsync();
    }
}
