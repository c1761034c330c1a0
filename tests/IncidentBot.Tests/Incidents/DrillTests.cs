using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class DrillTests
{
    [Fact]
    public async Task A_drill_says_so_in_every_place_and_owes_no_review()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.Alice.In(bot.General).Types("/incident drill Checkout is failing");
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();
        await bot.Alice.In(incident).Types("/incident resolve");
        await bot.SettlesAsync();

        const string Marked = "Drill: Checkout is failing";
        var channel = await bot.ChannelAsync(incident.Channel);
        Assert.Equal("inc-1-drill-checkout-is-failing", channel.Name);
        Assert.Contains(Marked, (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains(await bot.Bob.In(bot.Announcements).Sees(), message => message.Text.Contains(Marked, StringComparison.Ordinal));
        Assert.Contains(Marked, await bot.Alice.In(bot.General).Asks("/incident list closed"), StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Review);
    }

    [Fact]
    public async Task A_drill_that_gets_worse_is_announced_as_the_drill_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types("/incident drill Checkout is failing");
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();

        await bot.Alice.In(incident).Asks("/incident sev 2");
        await bot.Alice.In(incident).Asks("/incident sev 1");

        Assert.Contains("Drill, nothing real: incident #1 is worse", Assert.Single(await bot.Bob.In(bot.Announcements).Sees(), message => message.Text.Contains("is worse", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_a_drill_is_ticked_beforehand()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types("/incident test");
        await bot.SettlesAsync();

        Assert.Contains("\"initial_options\"", (await bot.Alice.Form())!.Value.GetRawText(), StringComparison.Ordinal);
        await bot.Alice.Submits(("title", "Logins fail"), ("practice", new[] { "drill" }));
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(1)).IsDrill);
    }
}
