using IncidentBot.Delivery;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Delivery;

public sealed class ExternalPeopleTests
{
    [Fact]
    public async Task What_Slack_has_just_said_goes_before_what_is_stored()
    {
        await using var bot = await TestBot.StartAsync();
        var people = new ExternalPeople(bot.Contexts, bot.Clock);
        Assert.Empty(await people.AmongAsync("T1", ["U1"], TestContext.Current.CancellationToken));

        people.Heard("T1", "U1", isExternal: true);

        Assert.Equal(["U1"], await people.AmongAsync("T1", ["U1", "U2"], TestContext.Current.CancellationToken));
        Assert.Empty(await people.AmongAsync("T2", ["U1"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_store_is_asked_again_after_a_minute()
    {
        await using var bot = await TestBot.StartAsync();
        var people = new ExternalPeople(bot.Contexts, bot.Clock);
        Assert.Empty(await people.AmongAsync("T1", ["U1"], TestContext.Current.CancellationToken));
        await using (var db = await bot.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            db.People.Add(new PersonRow { TeamId = "T1", UserId = "U1", IsExternal = true });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(await people.AmongAsync("T1", ["U1"], TestContext.Current.CancellationToken));
        bot.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(["U1"], await people.AmongAsync("T1", ["U1"], TestContext.Current.CancellationToken));
    }
}
