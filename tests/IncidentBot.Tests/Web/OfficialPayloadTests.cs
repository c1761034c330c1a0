using IncidentBot.Storage;
using IncidentBot.TestKit;
using Serilog.Events;

namespace IncidentBot.Tests.Web;

/// <summary>Everything Slack publishes samples of, delivered as Slack delivers it: understood, or knowingly ignored.</summary>
public sealed class OfficialPayloadTests
{
    [Fact]
    public async Task What_happens_in_a_workspace_that_is_not_ours_is_knowingly_ignored()
    {
        await using var bot = await TestBot.StartAsync();

        await DeliverAsync(bot, OfficialPayload.All);

        Assert.Empty(await bot.Store.OutboxAsync());
        Assert.DoesNotContain(bot.Log.Events, logged => logged.Level >= LogEventLevel.Error);
    }

    [Fact]
    public async Task What_happens_in_ours_is_understood_or_knowingly_ignored()
    {
        await using var bot = await TestBot.StartAsync();

        await DeliverAsync(bot, [.. OfficialPayload.All.Select(payload => payload.In(bot.Sandbox.TeamId))]);

        Assert.NotEmpty(await bot.Store.OutboxAsync());
        Assert.DoesNotContain(bot.Log.Events, logged => logged.Exception is not null);
    }

    private static async Task DeliverAsync(TestBot bot, IReadOnlyList<OfficialPayload> payloads)
    {
        var refused = new List<string>();
        foreach (var payload in payloads)
        {
            var answer = await bot.Wire.SendAsync(payload.Body, payload.ContentType);
            if (answer.Status != 200)
                refused.Add($"{payload}: {answer.Status}");
        }
        await bot.SettlesAsync();
        Assert.True(refused.Count == 0, string.Join("\n", refused));
        Assert.All(await bot.Store.InboxAsync(), row => Assert.Equal((row.Outcome, InboxState.Handled), (row.Outcome, row.State)));
    }
}
