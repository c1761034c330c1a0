using System.Globalization;
using System.Net;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>
/// While the disk is full or the file read-only, nothing is acknowledged that is not kept; whoever watches is told why; and
/// when it is over the bot goes on by itself.
/// </summary>
public sealed class DiskTroubleTests
{
    private const int MoreThanFits = 400;

    [Fact]
    public async Task A_read_only_file_is_answered_503_and_the_bot_goes_on_when_it_can_be_written_to_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        using (await DiskTrouble.ReadOnlyAsync(bot))
        {
            Assert.False(await IsTakenAsync(bot, incident, "too early"));
            var (status, text) = await ReadyAsync(bot);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.StartsWith("The database takes nothing: it is read-only. ", text, StringComparison.Ordinal);
        }

        await ReadyAgainAsync(bot);
        Assert.True(await IsTakenAsync(bot, incident, "in time"));
        await bot.SettlesAsync();
        Assert.Equal("in time", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Error 1 \"requests\" could not be stored and were refused: \"it is read-only\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_full_disk_what_was_acknowledged_is_handled_later_and_what_was_refused_is_not_there()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        List<string> taken = [], refused = [];

        using (await DiskTrouble.FullAsync(bot))
        {
            for (var i = 0; i < MoreThanFits && refused.Count < 5; i++)
            {
                var words = string.Create(CultureInfo.InvariantCulture, $"step {i} {new string('x', 2_000)}");
                (await IsTakenAsync(bot, incident, words) ? taken : refused).Add(words);
            }
            Assert.StartsWith("The database takes nothing: the disk is full. ", (await ReadyAsync(bot)).Text, StringComparison.Ordinal);
        }

        await ReadyAgainAsync(bot);
        await bot.LaterAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(5, refused.Count);
        Assert.Equal(taken, (await bot.Store.RecordedAsync(incident)).Select(entry => entry.Text));
        Assert.Contains(bot.Log.Lines, line => line.Contains("were refused: \"the disk is full\"", StringComparison.Ordinal));
    }

    private static async Task<bool> IsTakenAsync(TestBot bot, TestIncident incident, string note)
    {
        var delivery = await bot.Alice.Hands.CommandAsync(incident.Channel, $"/incident note {note}");
        Assert.True(delivery.Status is 200 or 503, $"{delivery.Status} {delivery.Body} {delivery.Error}");
        return delivery.Status == 200;
    }

    /// <summary>The first try may still meet a connection from before; the next does not.</summary>
    private static async Task ReadyAgainAsync(TestBot bot)
    {
        for (var looks = 0; looks < 5; looks++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            if ((await ReadyAsync(bot)).Status == HttpStatusCode.OK)
                return;
        }
        Assert.Fail((await ReadyAsync(bot)).Text);
    }

    private static async Task<(HttpStatusCode Status, string Text)> ReadyAsync(TestBot bot)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(bot.Url, "/readyz"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
