using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class TitleWordsTests
{
    [Fact]
    public async Task A_title_that_is_too_long_gives_the_words_back()
    {
        await using var bot = await TestBot.StartAsync();
        var words = string.Concat(Enumerable.Repeat("payments & orders ", 15)).Trim();

        var answer = await bot.Alice.In(bot.General).Asks($"/incident declare {words}");

        Assert.StartsWith("That title has ", answer, StringComparison.Ordinal);
        Assert.EndsWith(words.Replace("&", "&amp;", StringComparison.Ordinal), answer, StringComparison.Ordinal);
        Assert.Contains("Your words:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_mentioned_in_a_title_stands_there_by_name_and_no_id_is_in_the_channels_name()
    {
        await using var bot = await TestBot.StartAsync();

        var known = await bot.Alice.Declares($"{bot.Bob.Mention} is locked out");
        var unknown = await bot.Alice.Declares("<@U0NOBODY99> is locked out");

        var title = (await bot.Store.IncidentAsync(known)).Title;
        Assert.StartsWith("@", title, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Bob.Id, title, StringComparison.Ordinal);
        Assert.Equal("somebody is locked out", (await bot.Store.IncidentAsync(unknown)).Title);
        Assert.Equal("inc-2-somebody-is-locked-out", (await bot.ChannelAsync(unknown.Channel)).Name);
    }
}
