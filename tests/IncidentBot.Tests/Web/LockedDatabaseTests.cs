using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>While somebody else holds the file nothing is acknowledged; afterwards the bot goes on by itself.</summary>
public sealed class LockedDatabaseTests
{
    /// <summary>Two of Slack's three seconds go by before the bot gives up the file; on a loaded machine the third is soon over too.</summary>
    private const int Tries = 10;

    [Fact]
    public async Task What_cannot_be_stored_is_answered_503_in_time_and_works_again_without_a_restart()
    {
        await using var bot = await TestBot.StartAsync();
        var refused = new List<SandboxAnswer>();
        await using (await bot.HoldDatabaseAsync())
        {
            for (var i = 0; i < Tries && refused.LastOrDefault() is not { Status: 503 }; i++)
            {
                var delivery = await bot.Alice.Hands.CommandAsync(bot.General, "/incident declare Checkout is failing");
                refused.Add(new SandboxAnswer(delivery.Status, delivery.Body, delivery.Error));
            }
        }

        Assert.Equal(new SandboxAnswer(503, "", "trouble_connecting"), refused[^1]);
        Assert.DoesNotContain(refused, answer => answer.Status == 200);
        Assert.Empty(await bot.Store.InboxAsync());
        Assert.Contains(bot.Log.Lines, line => line.Contains("could not be stored and were refused", StringComparison.Ordinal));
        await bot.Alice.Declares("Checkout is failing");
        Assert.Equal(1, await bot.Store.IncidentCountAsync());
    }

    [Fact]
    public async Task An_event_refused_meanwhile_comes_again_and_is_handled_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await using (await bot.HoldDatabaseAsync())
        {
            await bot.Alice.In(incident).Reacts(ts, "pushpin");
            Assert.True(await bot.Client.QuietAsync(TimeSpan.FromMilliseconds(1)));
        }

        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Contains(await bot.Client.JournalAsync(), entry => entry is { Method: "reaction_added", Status: 503 });
    }

    private sealed record SandboxAnswer(int Status, string Body, string? Error);
}
