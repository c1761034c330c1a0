using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>Whatever is recorded or changed makes exactly one version.</summary>
public sealed class VersionsTests
{
    [Fact]
    public async Task Everything_recorded_has_one_version_and_all_of_an_incident_count_without_gaps()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var other = await bot.Alice.Declares("Search is slow");
        var here = bot.Alice.In(incident);
        await here.Asks("/incident note 8:30 fix: cache restarted");
        await bot.Alice.In(other).Asks("/incident note looked at the index");
        await here.Reacts(await here.Says("Queue is full"), "pushpin");
        await bot.SettlesAsync();

        foreach (var one in new[] { incident, other })
        {
            var versions = await bot.Store.VersionsAsync(one);
            var entries = await bot.Store.TimelineAsync(one);
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.Sequence));
            Assert.All(versions, version => Assert.Equal((1, EntryChange.Recorded), (version.Number, version.Change)));
            Assert.Equal(
                entries.OrderBy(entry => entry.Number).Select(entry => EntryVersion.Of(entry, EntryChange.Recorded, entry.RecordedBy, "", entry.RecordedAt)),
                versions.Select(version => version with { Sequence = 0 }));
        }
        Assert.Equal(3, (await bot.Store.VersionsAsync(incident)).Count);
    }
}
