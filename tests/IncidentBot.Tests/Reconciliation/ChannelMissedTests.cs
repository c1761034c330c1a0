using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>What became of the channel itself while nobody could tell the bot.</summary>
public sealed class ChannelMissedTests
{
    [Fact]
    public async Task Renamed_and_archived_meanwhile_is_learned_and_the_one_who_can_help_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.MissesAsync(async () =>
        {
            await bot.Alice.Hands.RenameAsync(incident.Channel, "checkout-war-room");
            await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        });

        var after = await bot.Store.IncidentAsync(incident);
        Assert.Equal(("checkout-war-room", true), (after.ChannelName, after.Standing.IsArchived));
        Assert.Contains("still open", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_meanwhile_it_asks_to_be_brought_back_and_then_makes_good_what_it_missed()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Rolled back");
        await bot.MissesAsync(() => bot.Alice.Hands.KickAsync(incident.Channel, bot.Sandbox.BotUserId));
        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsBotOutside);
        Assert.Contains("/invite", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Alice.Hands.InviteAsync(incident.Channel, [bot.Sandbox.BotUserId]);
        await bot.SettlesAsync();

        Assert.Equal("Rolled back", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Contains("1 capture added", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_while_it_was_outside_is_said_with_what_was_missed()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident status identified");
        var ts = await bot.Alice.In(incident).Says("Rolled back");
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        await bot.Alice.Hands.KickAsync(incident.Channel, bot.Sandbox.BotUserId);
        await bot.SettlesAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Alice.In(bot.General).Asks($"/incident #{incident.Number} sev 2");
        await bot.Alice.In(bot.General).Asks($"/incident #{incident.Number} take");
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));

        await bot.Alice.Hands.InviteAsync(incident.Channel, [bot.Sandbox.BotUserId]);
        await bot.SettlesAsync();

        var line = (await bot.MessagesAsync(incident.Channel)).Single(message => message.Text.StartsWith("While I was away", StringComparison.Ordinal));
        Assert.Contains($"1 capture added, severity is now 🟠 SEV-2 HIGH, {bot.Alice.Mention} commands now.", Readable(line.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("status", line.Text, StringComparison.Ordinal);
        Assert.Equal(["Show the timeline"], Controls.Labels(line.Blocks));
    }

    [Fact]
    public async Task A_new_name_belongs_into_the_line_and_the_bot_was_there_when_it_last_answered()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        bot.Clock.Advance(TimeSpan.FromSeconds(40));
        await bot.Alice.In(incident).Asks("/incident show");
        var answered = (await bot.Store.InboxAsync()).Last(row => row.Source == InboxSource.Slack).ReceivedAt;
        await bot.GoDownAsync();
        await bot.Client.FaultAsync("delivery", "lost", times: 100);
        await bot.Alice.Hands.RenameAsync(incident.Channel, "checkout-war-room");
        await bot.Client.ClearFaultsAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(10));

        await bot.ComeUpAsync();
        await bot.HasComparedAsync();

        var line = Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains("the channel's new name noted.", line, StringComparison.Ordinal);
        Assert.Contains($"<!date^{answered.ToUnixTimeSeconds()}^", line, StringComparison.Ordinal);
    }

    private static string Readable(string text) => text.Replace(":large_orange_circle:", "🟠", StringComparison.Ordinal);

    [Fact]
    public async Task Archived_before_it_was_unarchived_but_told_later_it_stays_open()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await TellAsync(bot, "channel_unarchive", incident, 20);
        await TellAsync(bot, "channel_archive", incident, 10);
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsOpen);
        Assert.Empty(await bot.Alice.DirectMessages());
    }

    private static async Task TellAsync(TestBot bot, string type, TestIncident incident, int at)
    {
        var ts = SlackTs.FromTime(TestBot.StartsAt.AddSeconds(60 + at));
        var answer = await bot.Wire.SendJsonAsync($$"""
            {"type":"event_callback","team_id":"{{bot.Sandbox.TeamId}}","api_app_id":"A0","event_id":"Ev{{type}}{{at}}","event_time":1930291200,
             "event":{"type":"{{type}}","channel":"{{incident.Channel}}","user":"{{bot.Alice.Id}}","event_ts":"{{ts}}"} }
            """);
        Assert.Equal(200, answer.Status);
    }
}
