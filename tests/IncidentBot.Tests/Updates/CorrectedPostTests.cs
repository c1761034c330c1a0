using System.Text.Json;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Tests.Timeline;

namespace IncidentBot.Tests.Updates;

/// <summary>The message of an update is corrected with it, whatever comes in between.</summary>
public sealed class CorrectedPostTests
{
    [Fact]
    public async Task Corrected_before_its_message_stands_the_message_is_corrected_once_it_does()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "http_500", times: 1_000);
        await SaysAsync(bot, incident, "Half of the users are back.");

        await CorrectsAsync(bot, incident.Channel, incident, "A third of the users are back.");
        await bot.Client.ClearFaultsAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(5));

        var said = Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains("A third of the users are back.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Half of the users", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_is_corrected_though_another_update_came_before_it_stood()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "http_500", times: 1_000);
        await SaysAsync(bot, incident, "Half of the users are back.");
        await CorrectsAsync(bot, incident.Channel, incident, "A third of the users are back.");

        await SaysAsync(bot, incident, "All users are back.");
        await bot.Client.ClearFaultsAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(5));

        var said = await bot.SaidInAsync(incident);
        Assert.Equal(2, said.Count);
        Assert.Contains(said, text => text.Contains("A third of the users are back.", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("All users are back.", StringComparison.Ordinal));
        Assert.Empty((await bot.Store.IncidentAsync(incident)).UpdatesToCorrect);
    }

    [Fact]
    public async Task Corrected_while_the_channel_is_archived_the_message_is_corrected_when_it_is_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");
        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();
        await CorrectsAsync(bot, bot.General, incident, "A third of the users are back.");
        await bot.Alice.In(bot.General).Asks($"/incident #{incident.Number} update All users are back.");

        await bot.Alice.Hands.UnarchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Contains("A third of the users are back.", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stood_in_a_channel_it_has_no_more_is_not_taken_for_its_message()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");
        var told = (await bot.Store.IncidentAsync(incident)).LastUpdate!;

        await bot.Store.ReadAsync(async db =>
        {
            db.Inbox.Add(new InboxRow
            {
                TeamId = bot.Sandbox.TeamId,
                Key = "late",
                Source = InboxSource.Learned,
                Kind = "update-stands",
                Body = JsonSerializer.SerializeToUtf8Bytes(new { incident.Number, told.At, Channel = "C0GONE", Ts = "1.1" }),
                ReceivedAt = bot.Now,
            });
            return await db.SaveChangesAsync();
        });
        await bot.SettlesAsync();

        Assert.Equal(told.PostTs, (await bot.Store.IncidentAsync(incident)).LastUpdate!.PostTs);
        Assert.Equal("it has another channel", (await bot.Store.InboxAsync()).Single(row => row.Key == "late").OutcomeWords);
    }

    [Theory]
    [InlineData("Half of the users are back.", "The password was hunter2-and-more, sorry.")]
    [InlineData("The password was hunter2-and-more, sorry.", "A third of the users are back.")]
    public async Task Redacted_while_its_correction_is_still_owed_the_words_are_gone_whichever_wording_they_were_in(string first, string corrected)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks($"/incident update {first}");
        await bot.Client.FaultAsync("chat.update", "http_500", times: 1_000);
        await CorrectsAsync(bot, incident.Channel, incident, corrected);
        await bot.SettlesAsync();

        await RedactAsync(bot, incident, corrected);
        await bot.Client.ClearFaultsAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(5));

        Assert.DoesNotContain(await bot.MessagesAsync(incident.Channel), message => message.Text.Contains("hunter2", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Payload.Contains("hunter2", StringComparison.Ordinal));
    }

    private static async Task RedactAsync(TestBot bot, TestIncident incident, string beginning)
    {
        var entry = (await bot.Store.TimelineAsync(incident)).Single(each => each.Text.StartsWith(beginning, StringComparison.Ordinal)).Number;
        await RedactSteps.RedactAsync(bot, bot.Alice, incident, entry, "a secret");
    }

    private static async Task SaysAsync(TestBot bot, TestIncident incident, string words)
    {
        await bot.Alice.In(incident).Types($"/incident update {words}");
        await IsAsync(bot, incident, words);
    }

    private static async Task CorrectsAsync(TestBot bot, string channel, TestIncident incident, string words)
    {
        await bot.Alice.In(channel).Types($"/incident #{incident.Number} update");
        await Until.ItIsAsync(async () => await bot.Alice.Form() is not null);
        await bot.Alice.Submits(("status", words), ("how", "correct"));
        await IsAsync(bot, incident, words);
    }

    private static Task IsAsync(TestBot bot, TestIncident incident, string words) =>
        Until.ItIsAsync(async () => (await bot.Store.IncidentAsync(incident)).LastUpdate?.Text == words);
}
