using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Configuration;

public sealed class SeveritiesTests
{
    private const string TwoDegrees = """
        severities:
          - { key: big, name: Big trouble, sign: "💥", words: [awful], description: Everybody notices., review_due: 3d, acknowledge_within: 5m, update_every: 20m }
          - { key: small, name: Small trouble, sign: "🌱" }
        """;

    [Fact]
    public void Without_a_file_there_are_the_three_of_the_seed()
    {
        var scale = ConfigFile.Default.Severities;

        Assert.Equal(SeverityScale.Default.Levels.Select(level => level.Severity), scale.Levels.Select(level => level.Severity));
        Assert.Equal(TimeSpan.FromMinutes(15), scale.Of(Severity.Sev1)!.AcknowledgeWithin);
        Assert.All(scale.Levels, level => Assert.NotEmpty(level.Description));
    }

    [Fact]
    public void A_scale_of_ones_own_has_what_it_says_and_nothing_else()
    {
        var (options, problems) = ConfigFile.Read(TwoDegrees, null);

        Assert.Empty(problems);
        Assert.Equal([new Severity("big", 1, "Big trouble", "💥"), new Severity("small", 2, "Small trouble", "🌱")], options.Severities.Levels.Select(level => level.Severity));
        var big = options.Severities.Levels[0];
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), "Everybody notices."), (big.AcknowledgeWithin, big.UpdateEvery, big.Description));
        Assert.Equal((TimeSpan.FromDays(3), TimeSpan.FromDays(5)), (options.Reviews.TimeFor(big.Severity), options.Reviews.TimeFor(options.Severities.Levels[1].Severity)));
        Assert.Equal("big", options.Severities.Read("awful since ten")?.Severity.Key);
    }

    [Theory]
    [InlineData("severities: []", "line 1: severities: 1 to 9 severities belong there.")]
    [InlineData("severities:\n  - key: Sev1\n    name: A\n    sign: x", "line 2: severities[1].key: \"Sev1\" cannot be a key.")]
    [InlineData("severities:\n  - key: sev1\n    sign: x", "line 2: severities[1].name is missing.")]
    [InlineData("severities:\n  - key: sev1\n    name: A <!channel>\n    sign: x", "line 3: severities[1].name: \"A <!channel>\" cannot be shown.")]
    [InlineData("severities:\n  - key: sev1\n    name: A\n    sign: x\n    review_due: soon", "line 5: severities[1].review_due: \"soon\" is not a duration")]
    [InlineData("severities:\n  - { key: sev1, name: A, sign: x }\n  - { key: sev2, name: B, sign: x, words: [p1] }", "line 3: severities[2].key: \"p1\" already means another severity")]
    [InlineData("severities:\n  - { key: none, name: A, sign: x }", "line 2: severities[1].key: \"none\" already means another severity")]
    public void A_slip_is_named_with_its_line(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Single(ConfigFile.Read(text, null).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Card_form_words_and_old_incidents_follow_the_scale()
    {
        await using var bot = await TestBot.StartAsync();
        var old = await bot.Alice.Declares("An old one");
        await bot.Alice.In(old).Asks("/incident sev 2");
        await bot.ConfigureAsync(TwoDegrees);
        await Until.ItIsAsync(
            async () =>
            {
                await ReloadTests.LooksAgainAsync(bot);
                return bot.Log.Lines.Any(line => line.EndsWith("was changed and is in force", StringComparison.Ordinal));
            },
            () => Task.FromResult("The scale of one's own is not in force."));

        var incident = await bot.Alice.Declares("A new one");
        Assert.Contains("Severity set to :seedling: Small trouble.", await bot.Alice.In(incident).Asks("/incident sev small"), StringComparison.Ordinal);
        await bot.Alice.In(incident).Chooses(await bot.CardAsync(incident), "Severity", "💥 Big trouble");
        await bot.SettlesAsync();
        Assert.Equal(new Severity("big", 1, "Big trouble", "💥"), (await bot.Store.IncidentAsync(incident)).Severity);

        await bot.Alice.In(old).Asks("/incident ack");
        Assert.Contains("SEV-2 HIGH", (await bot.CardAsync(old)).Text, StringComparison.Ordinal);
        Assert.Contains("`1` is Big trouble, `2` is Small trouble", await bot.Alice.In(old).Asks("/incident sev 7"), StringComparison.Ordinal);
        Assert.Contains("`1` :boom: Big trouble: Everybody notices.", await bot.Alice.In(old).Asks("/incident help sev"), StringComparison.Ordinal);
    }
}
