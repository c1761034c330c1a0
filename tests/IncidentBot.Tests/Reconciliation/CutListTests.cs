using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>Slack may name fewer people behind an emoji than it counts. Whom it leaves out has not gone.</summary>
public sealed class CutListTests
{
    [Fact]
    public async Task Nobody_is_withdrawn_because_a_list_was_cut_and_whoever_did_take_it_back_is()
    {
        await using var bot = await TestBot.StartWhereAnEmojiNamesAsync(1);
        var incident = await bot.Alice.Declares();
        var ts = await CapturedByThreeAsync(bot, incident);

        await bot.MissesAsync(() => bot.Bob.In(incident).TakesBack(ts, "pushpin"));

        Assert.Equal([Held(ts, bot.Alice), Held(ts, bot.Chiyo)], (await bot.HeldAsync(incident)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_Slack_does_not_name_all_of_them_even_when_asked_everybody_stays()
    {
        await using var bot = await TestBot.StartWhereAnEmojiNamesAsync(1);
        var incident = await bot.Alice.Declares();
        var ts = await CapturedByThreeAsync(bot, incident);

        await bot.MissesAsync(
            async () =>
            {
                await bot.Bob.In(incident).TakesBack(ts, "pushpin");
                await bot.Client.FaultAsync("reactions.get", "message_not_found", times: 50);
            },
            keepFaults: true);

        Assert.Equal(3, (await bot.HeldAsync(incident)).Count);
        Assert.Equal(3, Assert.Single(await bot.Store.RecordedAsync(incident)).Capturers.People.Count);
    }

    [Fact]
    public async Task Where_nothing_changed_a_cut_list_costs_nothing_more()
    {
        await using var bot = await TestBot.StartWhereAnEmojiNamesAsync(1);
        var incident = await bot.Alice.Declares();
        await CapturedByThreeAsync(bot, incident);

        await bot.MissesAsync(() => Task.CompletedTask);

        Assert.Equal(3, (await bot.HeldAsync(incident)).Count);
        Assert.Equal(0, await bot.CallsAsync("reactions.get"));
        Assert.Empty(await bot.SaidInAsync(incident));
    }

    private static async Task<string> CapturedByThreeAsync(TestBot bot, TestIncident incident)
    {
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Chiyo.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Captures("Queue is full");
        await bot.Bob.In(incident).Reacts(ts, "pushpin");
        await bot.Chiyo.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        return ts;
    }

    private static string Held(string ts, TestPerson who) => $"{ts} :pushpin: {who.Id} False";
}
