using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>A bug in one turn harms no other, and the person gets a reference.</summary>
public sealed class TurnFailureTests
{
    [Fact]
    public async Task A_turn_that_fails_is_put_back_and_in_the_end_put_aside_while_others_go_on()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await BreakAsync(bot);
        await bot.Alice.In(incident).Asks("/incident sev 1");
        for (var i = 0; i < 6; i++)
            await bot.LaterAsync(TimeSpan.FromMinutes(5));

        var broken = Assert.Single(await bot.Store.InboxAsync(), row => row.State == InboxState.Dead);
        Assert.Equal((Outcome.Failed, "JsonException", 5), (broken.Outcome, broken.OutcomeWords, broken.Attempts));
        var told = Assert.Single(await bot.Alice.DirectMessages()).Text;
        Assert.Contains($"`in-{broken.Id}`", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", told, StringComparison.Ordinal);
        Assert.Contains("SEV-1", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shared_a_commit_with_a_failing_turn_is_done_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => i == 10 ? (Task)BreakAsync(bot) : bot.Alice.In(incident).Types($"/incident note step {i}.")));
        await bot.SettlesAsync();

        Assert.Equal(19, (await bot.Store.RecordedAsync(incident)).Select(entry => entry.Text).Distinct().Count());
        Assert.Equal(19, (await bot.Store.RecordedAsync(incident)).Count);
        Assert.Equal(19, (await bot.ThreadAsync(incident)).Count);
    }

    [Fact]
    public async Task A_learned_fact_nobody_can_read_is_put_aside_too()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = await bot.Contexts.CreateDbContextAsync())
        {
            db.Inbox.Add(new InboxRow { TeamId = bot.Sandbox.TeamId, Key = "odd", Source = InboxSource.Learned, Kind = "card-posted", Body = "{"u8.ToArray(), ReceivedAt = bot.Now });
            await db.SaveChangesAsync();
        }

        await bot.Alice.Declares();
        for (var i = 0; i < 6; i++)
            await bot.LaterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(InboxState.Dead, (await bot.Store.InboxAsync()).Single(row => row.Key == "odd").State);
    }

    /// <summary>A form that remembers nothing readable: what a view of an older release could be.</summary>
    private static Task<WireAnswer> BreakAsync(TestBot bot) => bot.Wire.SendPayloadAsync($$"""
        {"type":"view_submission","trigger_id":"9.9.9","user":{"id":"{{bot.Alice.Id}}" },"team":{"id":"{{bot.Sandbox.TeamId}}" },
         "view":{"id":"V1","callback_id":"question","private_metadata":"not json","state":{"values":{"answer":{"value":{"type":"plain_text_input","value":"x"} } } } } }
        """);
}
