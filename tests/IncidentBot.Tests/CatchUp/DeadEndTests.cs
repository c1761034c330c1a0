using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.CatchUp;

public sealed class DeadEndTests
{
    [Fact]
    public async Task What_is_ruled_out_stands_on_the_card_until_it_is_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("the cache is fine");

        await bot.Alice.In(incident).Reacts(ts, "door");
        await bot.SettlesAsync();
        Assert.Contains("Ruled out: the cache is fine", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        await bot.Alice.In(incident).TakesBack(ts, "door");
        await bot.SettlesAsync();

        Assert.DoesNotContain("Ruled out", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hypothesis_that_somebody_rules_out_is_a_dead_end()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("it must be the cache");

        await bot.Alice.In(incident).Reacts(ts, "bulb");
        await bot.SettlesAsync();
        Assert.DoesNotContain("Ruled out", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        await bot.Alice.In(incident).Reacts(ts, "door");
        await bot.SettlesAsync();

        Assert.Equal(EntryKind.DeadEnd, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);
        Assert.Contains("Ruled out: it must be the cache", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redacted_it_leaves_the_card()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks("/incident note dead-end: the password hunter2 is right");
        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));

        var confirm = await bot.Alice.In(incident).AsksFor($"/incident redact {entry.Number} a password");
        await bot.Alice.In(incident).Presses(confirm, $"Redact entry {entry.Number}");
        await bot.SettlesAsync();

        Assert.DoesNotContain("hunter2", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }
}
