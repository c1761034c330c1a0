using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Storage;

/// <summary>What goes out next: the first of each stream, found at the cost of what is found.</summary>
public sealed class OutboxTableTests
{
    private static readonly DateTimeOffset Now = TestBot.StartsAt;

    [Fact]
    public async Task Nothing_the_dispatcher_asks_walks_through_all_that_is_owed()
    {
        using var database = await FreshDatabase.CreateAsync();

        var steps = await new QueryPlans(database.Path).OfAsync(async db =>
        {
            await db.Outbox.DueAsync(OutboxLane.Bulk, Now, 200, CancellationToken.None);
            await db.Outbox.NextTurnAsync(OutboxLane.Bulk, Now, CancellationToken.None);
            await db.Outbox.GiveTurnsToNewAsync(7, Now, CancellationToken.None);
            await db.Outbox.GiveTurnsAfterAsync([7, 8], Now, CancellationToken.None);
            await db.Outbox.AwaitsAsync("card", CancellationToken.None);
            await db.IsCopyComingAsync("T1", "file:", "file-copied", CancellationToken.None);
        });

        Assert.NotEmpty(steps);
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN o", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_first_of_each_stream_has_its_turn_and_the_next_one_follows_it()
    {
        using var database = await FreshDatabase.CreateAsync();
        await new QueryPlans(database.Path).OfAsync(async db =>
        {
            db.Outbox.AddRange(Row(1, "a"), Row(2, "a"), Row(3, "b"), Row(4, "a"));
            await db.SaveChangesAsync();
            await db.Outbox.GiveTurnsToNewAsync(0, Now, CancellationToken.None);
            Assert.Equal([1, 3], (await db.Outbox.DueAsync(OutboxLane.Bulk, Now, 9, CancellationToken.None)).Select(row => row.Id));

            await db.Outbox.EndAsync([1, 3], Now, CancellationToken.None);
            await db.Outbox.GiveTurnsAfterAsync([1, 3], Now, CancellationToken.None);
            Assert.Equal([2], (await db.Outbox.DueAsync(OutboxLane.Bulk, Now, 9, CancellationToken.None)).Select(row => row.Id));

            await db.Outbox.PostponeAsync(2, Now.AddSeconds(9), inDoubt: false, "ratelimited", CancellationToken.None);
            Assert.Equal<DateTimeOffset?>(Now.AddSeconds(9), await db.Outbox.NextTurnAsync(OutboxLane.Bulk, Now.AddSeconds(8), CancellationToken.None));
        });
    }

    private static OutboxRow Row(long id, string stream) => new() { Id = id, TeamId = "T1", Stream = stream, Kind = "x", Payload = "{}", CreatedAt = Now };
}
