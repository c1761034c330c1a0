using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Updates;

public sealed class PostUpdateTests
{
    [Fact]
    public async Task An_update_is_said_in_the_channel_and_stands_on_the_card_and_the_timeline()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks("/incident update We rolled back.\nWatching until noon.");

        Assert.Equal("Update recorded; it is on its way into the channel.", answer);
        var said = Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains($"*Update* from {bot.Alice.Mention}", said, StringComparison.Ordinal);
        Assert.Contains("We rolled back.\n&gt; Watching until noon.", said, StringComparison.Ordinal);
        Assert.Contains("Watching until noon.", (await bot.CardAsync(incident)).Blocks.ToString(), StringComparison.Ordinal);
        Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Communication && entry.Text == "We rolled back.\nWatching until noon.");
    }

    [Theory]
    [InlineData("<!channel> look", "@channel look")]
    [InlineData("<!here> look", "@here look")]
    [InlineData("<!subteam^S0ABC|@sre> look", "@sre look")]
    [InlineData("a &lt;!channel&gt; &amp; b", "a &lt;!channel&gt; &amp; b")]
    public async Task The_bot_rings_for_nobody_on_somebodys_behalf(string typed, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident update {typed}");

        Assert.Contains(said, Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_word_may_come_after_the_end()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident close");

        Assert.Equal("Update recorded; it is on its way into the channel.", await bot.Alice.In(incident).Asks("/incident update All is well."));
    }

    [Fact]
    public async Task Without_words_a_form_asks_for_them()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Types("/incident update");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "Half of the users are back."));
        await bot.SettlesAsync();

        Assert.Equal("Half of the users are back.", (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text);
    }
}
