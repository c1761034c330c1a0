using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>What everybody must notice is said in the channel; small things stand in the thread under the card.</summary>
public sealed class LoudnessTests
{
    [Theory]
    [InlineData("sev 3", "sev 2", true)]
    [InlineData("sev 2", "sev 1", true)]
    [InlineData("ack", "sev 1", true)]
    [InlineData("sev 1", "sev 2", false)]
    [InlineData("ack", "sev 2", false)]
    [InlineData("sev 2", "sev unset", false)]
    [InlineData("sev 2", "status identified", false)]
    [InlineData("sev 2", "ack", false)]
    [InlineData("sev 2", "take", true)]
    public async Task Only_what_makes_a_difference_to_all_is_said_aloud(string first, string then, bool aloud)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks($"/incident {first}");
        var (said, replied) = ((await bot.SaidInAsync(incident)).Count, (await bot.ThreadAsync(incident)).Count);

        await bot.Alice.In(incident).Asks($"/incident {then}");

        Assert.Equal(aloud ? 1 : 0, (await bot.SaidInAsync(incident)).Count - said);
        Assert.Equal(aloud ? 0 : 1, (await bot.ThreadAsync(incident)).Count - replied);
    }

    [Theory]
    [InlineData("resolve")]
    [InlineData("close")]
    public async Task The_last_words_behind_resolve_and_close_are_an_update_to_all(string word)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks($"/incident {word} The index is back & all is well.");

        Assert.StartsWith("Incident resolved.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("on its way into the channel", answer, StringComparison.Ordinal);
        Assert.Equal("The index is back &amp; all is well.", (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text);
        Assert.Contains(await bot.SaidInAsync(incident), said => said.Contains("all is well.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reopening_goes_where_it_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident resolve");

        await bot.Alice.In(incident).Asks("/incident reopen monitoring");

        Assert.Equal(Domain.Incidents.IncidentStatus.Monitoring, (await bot.Store.IncidentAsync(incident)).Status);
    }
}
