using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>People of another workspace, in an incident's channel that is shared with it.</summary>
public sealed class ExternalPeopleTests
{
    [Fact]
    public async Task What_they_write_is_captured_as_theirs()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = await JoinsAsync(bot, incident);
        var ts = await guest.PostAsync(incident.Channel, "Our side sees 502s too");

        await bot.Alice.In(incident).Reacts(ts, "mag");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(("Our side sees 502s too", EntryKind.Investigation), (entry.Text, entry.Kind));
        Assert.Equal((new UserId(guest.Id), bot.Alice.User), (entry.Author!.Value, entry.RecordedBy));
        Assert.Contains($"<@{guest.Id}>", await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("user_not_visible")]
    [InlineData("user_not_found")]
    public async Task They_capture_and_take_back_like_anybody_also_where_Slack_does_not_show_who_they_are(string? shown)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = await JoinsAsync(bot, incident);
        var ts = await bot.Alice.In(incident).Says("Rolled back");
        await bot.SettlesAsync();
        if (shown is not null)
            await bot.Client.FaultAsync("users.info", shown, times: 100);

        await guest.ReactAsync(incident.Channel, ts, "pushpin");
        await bot.SettlesAsync();
        var captured = Assert.Single(await bot.Store.RecordedAsync(incident));
        await guest.UnreactAsync(incident.Channel, ts, "pushpin");
        await bot.SettlesAsync();
        var takenBack = Assert.Single(await bot.Store.RecordedAsync(incident));

        Assert.Equal(("Rolled back", new UserId(guest.Id), EntryState.Shown), (captured.Text, captured.RecordedBy, captured.State));
        Assert.True(takenBack.State.HasFlag(EntryState.Withdrawn));
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => row.State != InboxState.Handled);
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State != OutboxState.Done);
    }

    private static async Task<SandboxPerson> JoinsAsync(TestBot bot, TestIncident incident)
    {
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS"));
        await guest.JoinAsync(incident.Channel);
        await bot.SettlesAsync();
        return guest;
    }
}
