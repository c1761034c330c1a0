using IncidentBot.TestKit;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Tests.Web;

/// <summary>While somebody else holds the file nothing is acknowledged; afterwards the bot goes on by itself.</summary>
public sealed class LockedDatabaseTests
{
    [Fact]
    public async Task What_cannot_be_stored_is_answered_503_in_time_and_works_again_without_a_restart()
    {
        await using var bot = await TestBot.StartAsync();
        SandboxAnswer refused;
        await using (await HoldAsync(bot))
        {
            var delivery = await bot.Alice.Hands.CommandAsync(bot.General, "/incident declare Checkout is failing");
            refused = new SandboxAnswer(delivery.Status, delivery.Body, delivery.Error);
        }

        Assert.Equal(new SandboxAnswer(503, "", "trouble_connecting"), refused);
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
        await using (await HoldAsync(bot))
        {
            await bot.Alice.In(incident).Reacts(ts, "pushpin");
            Assert.True(await bot.Client.QuietAsync(TimeSpan.FromMilliseconds(1)));
        }

        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Contains(await bot.Client.JournalAsync(), entry => entry is { Method: "reaction_added", Status: 503 });
    }

    /// <summary>Takes the write lock as another process would: through a connection the bot knows nothing of.</summary>
    private static async Task<SqliteConnection> HoldAsync(TestBot bot)
    {
        var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = bot.DatabasePath, Pooling = false }.ToString());
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }

    private sealed record SandboxAnswer(int Status, string Body, string? Error);
}
