using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Channels;

/// <summary>Whatever becomes of an incident's channel, the incident stays true, sending stops and goes on, and somebody is told.</summary>
public sealed class ChannelNewsTests
{
    [Fact]
    public async Task Removed_from_the_channel_the_bot_falls_silent_and_asks_to_be_brought_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.Hands.KickAsync(incident.Channel, bot.Sandbox.BotUserId);
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsBotOutside);
        Assert.Contains("/invite", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        await bot.Alice.In(bot.General).Types($"/incident #{incident.Number} sev 1");
        await bot.SettlesAsync();
        Assert.Empty(await Failed(bot));

        await bot.Alice.Hands.InviteAsync(incident.Channel, [bot.Sandbox.BotUserId]);
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsOpen);
        Assert.Contains("SEV-1", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Lines(bot, incident)).Count(line => line.Contains("IncidentBot", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Archived_while_open_tells_the_commander_and_unarchived_goes_on()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Bob.In(incident).Types("/incident take");
        await bot.SettlesAsync();

        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.Alice.In(bot.General).Types($"/incident #{incident.Number} update We are still looking");
        await bot.SettlesAsync();

        Assert.Contains("still open", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Empty(await Failed(bot));

        await bot.Alice.Hands.UnarchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsOpen);
        Assert.Contains("still looking", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains($"{bot.Alice.Mention} archived the channel", await Lines(bot, incident));
        Assert.Contains($"{bot.Alice.Mention} unarchived the channel", await Lines(bot, incident));
    }

    [Fact]
    public async Task Archived_and_unarchived_while_the_bot_is_outside_it_is_outside_still_and_asks_again_to_be_brought_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.KickAsync(incident.Channel, bot.Sandbox.BotUserId);
        await bot.SettlesAsync();

        await TellAsync(bot, "channel_archive", incident, 60);
        await TellAsync(bot, "channel_unarchive", incident, 120);
        await bot.SettlesAsync();

        var standing = (await bot.Store.IncidentAsync(incident)).Standing;
        Assert.Equal((false, true), (standing.IsArchived, standing.IsBotOutside));
        Assert.DoesNotContain("IncidentBot is back in the channel", await Lines(bot, incident));
        Assert.Contains("/invite", (await bot.Alice.DirectMessages())[^1].Text, StringComparison.Ordinal);
        Assert.Empty(await Failed(bot));
    }

    [Fact]
    public async Task A_late_word_that_the_bot_was_removed_does_not_silence_it_once_it_was_brought_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("delivery", "lost", times: 10);
        await bot.Alice.Hands.KickAsync(incident.Channel, bot.Sandbox.BotUserId);
        await bot.Client.ClearFaultsAsync();
        await bot.Alice.Hands.InviteAsync(incident.Channel, [bot.Sandbox.BotUserId]);
        await bot.SettlesAsync();

        await TellAsync(bot, "channel_left", incident, -60);
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Types("/incident update Still here");
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsOpen);
        Assert.Contains(await bot.SaidInAsync(incident), text => text.Contains("Still here", StringComparison.Ordinal));
        Assert.Empty(await bot.Alice.DirectMessages());
    }

    [Fact]
    public async Task What_became_of_the_channel_is_a_version_of_the_incident_and_of_its_timeline()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var before = (await bot.Store.IncidentAsync(incident)).Version;

        await bot.Alice.Hands.RenameAsync(incident.Channel, "checkout-war-room");
        await bot.SettlesAsync();

        Assert.Equal(before + 1, (await bot.Store.IncidentAsync(incident)).Version);
        Assert.Equal(UserId.Unsaid, (await bot.Store.TimelineAsync(incident))[^1].RecordedBy);
    }

    [Fact]
    public async Task Whoever_unarchives_a_private_channel_is_known_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        await bot.Alice.Hands.UnarchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Contains($"{bot.Alice.Mention} unarchived the channel", await Lines(bot, incident));
    }

    [Fact]
    public async Task Archived_when_it_is_over_bothers_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Types("/incident resolve");
        await bot.SettlesAsync();
        var before = (await bot.Alice.DirectMessages()).Count;

        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsArchived);
        Assert.Equal(before, (await bot.Alice.DirectMessages()).Count);
    }

    [Fact]
    public async Task A_channel_that_was_archived_unheard_is_learned_of_by_its_refusal_and_tried_no_more()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("delivery", "lost", times: 10);
        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.Client.ClearFaultsAsync();

        await bot.Alice.In(bot.General).Types($"/incident #{incident.Number} update Anybody there?");
        await bot.SettlesAsync();
        var failed = (await Failed(bot)).Count;
        Assert.Contains(await bot.Alice.Hands.MessagesAsync(bot.General), message => message.Ephemeral && message.Text.StartsWith(":warning: Slack refused what I was to say in the channel (`is_archived`).", StringComparison.Ordinal));
        await bot.Alice.In(bot.General).Types($"/incident #{incident.Number} update And now?");
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).Standing.IsArchived);
        Assert.Equal(failed, (await Failed(bot)).Count);
    }

    [Fact]
    public async Task Whoever_is_put_in_command_while_it_is_archived_is_brought_in_when_it_is_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        await bot.Alice.In(bot.General).Asks($"/incident #{incident.Number} commander {bot.Bob.Mention}");
        Assert.Empty(await Failed(bot));
        await bot.Alice.Hands.UnarchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Contains(bot.Bob.Id, (await bot.ChannelAsync(incident.Channel)).Members);
        Assert.Empty(await Failed(bot));
    }

    [Fact]
    public async Task A_renamed_channel_stays_the_incidents_and_the_timeline_says_so_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Client.FaultAsync("delivery", "duplicate", times: 3);
        await bot.Alice.Hands.RenameAsync(incident.Channel, "checkout-war-room");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Types("/incident sev 2");
        await bot.SettlesAsync();

        Assert.Equal(("checkout-war-room", Severity.Sev2), ((await bot.Store.IncidentAsync(incident)).ChannelName, (await bot.Store.IncidentAsync(incident)).Severity));
        Assert.Single(await Lines(bot, incident), line => line.EndsWith("to #checkout-war-room", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_channel_leaves_the_incident_and_a_button_that_makes_another()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Client.DeleteChannelAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Null((await bot.Store.IncidentAsync(incident)).Channel);
        var told = Assert.Single(await bot.Alice.DirectMessages());
        var direct = await bot.Alice.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);
        await bot.Alice.In(direct).Presses(told, "Make a new channel");
        await bot.SettlesAsync();
        var after = await bot.Store.IncidentAsync(incident);
        Assert.NotNull(after.Channel);
        Assert.NotNull(after.Card);
        Assert.NotEqual(incident.Channel, after.Channel.Value.Value);
        Assert.Contains($"<#{after.Channel.Value.Value}>", Assert.Single(await bot.MessagesAsync(bot.Announcements)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_commands_is_brought_into_the_new_channel_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Bob.Mention}");
        await bot.Client.DeleteChannelAsync(incident.Channel);
        await bot.SettlesAsync();

        var told = Assert.Single(await bot.Bob.DirectMessages(), message => message.Text.Contains("was deleted", StringComparison.Ordinal));
        await bot.Bob.In(await bot.Bob.Hands.OpenDirectAsync(bot.Sandbox.BotUserId)).Presses(told, "Make a new channel");
        await bot.SettlesAsync();

        var channel = (await bot.Store.IncidentAsync(incident)).Channel!.Value.Value;
        Assert.Contains(bot.Bob.Id, (await bot.ChannelAsync(channel)).Members);
    }

    [Fact]
    public async Task What_became_private_before_it_was_announced_is_never_spoken_of()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", times: 2, retryAfter: 30);
        var incident = await bot.Alice.Declares("Payroll data is visible");
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(await bot.MessagesAsync(bot.Announcements));
    }

    [Fact]
    public async Task What_became_private_after_it_was_announced_unawares_is_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("chat.postMessage", "lost_answer", times: 2);
        var incident = await bot.Alice.Declares("Payroll data is visible");
        Assert.Contains(await bot.MessagesAsync(bot.Announcements), message => message.Text.Contains("Payroll", StringComparison.Ordinal));
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.EndsWith($"Incident #{incident.Number} is private now.", Assert.Single(await bot.MessagesAsync(bot.Announcements)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_announcement_channel_gets_another_id_announcements_follow_and_the_log_asks_for_the_new_one()
    {
        await using var bot = await TestBot.StartAsync();
        var over = await bot.Alice.Declares("Login is slow");
        await bot.Alice.In(over).Types("/incident resolve");
        var live = await bot.Alice.Declares();
        await bot.SettlesAsync();
        var told = (await bot.Alice.DirectMessages()).Count;

        var id = await bot.Alice.Hands.ChangeIdAsync(bot.Announcements);
        await bot.SettlesAsync();
        await bot.Alice.In(live).Types("/incident sev 1");
        await bot.Alice.In(over).Types("/incident reopen");
        await bot.SettlesAsync();

        var announced = (await bot.MessagesAsync(id)).Select(message => message.Text).ToList();
        Assert.Contains(announced, text => text.Contains("SEV-1", StringComparison.Ordinal));
        Assert.Contains(announced, text => text.Contains("Login is slow", StringComparison.Ordinal) && text.Contains("Investigating", StringComparison.Ordinal));
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Fatal", StringComparison.Ordinal) && line.Contains(id, StringComparison.Ordinal));
        Assert.Equal(told, (await bot.Alice.DirectMessages()).Count);
        Assert.Empty(await Failed(bot));
    }

    [Fact]
    public async Task Made_private_the_incident_is_private_and_its_announcement_says_no_more()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Payroll data is visible");

        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.True((await bot.Store.IncidentAsync(incident)).IsPrivate);
        Assert.DoesNotContain(await bot.MessagesAsync(bot.Announcements), message => message.Text.Contains("Payroll", StringComparison.Ordinal));
        Assert.Contains("no incident #", await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_id_everything_goes_on_under_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Captures("The queue is full");

        var id = await bot.Alice.Hands.ChangeIdAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.Alice.In(id).Types("/incident sev 1");
        await bot.Alice.Hands.EditAsync(id, ts, "The queue was full");
        await bot.SettlesAsync();

        var after = await bot.Store.IncidentAsync(incident);
        Assert.Equal((id, Severity.Sev1), (after.Channel!.Value.Value, after.Severity));
        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(("The queue was full", id), (entry.Text, entry.Source!.Channel.Value));
        Assert.Contains("SEV-1", (await bot.MessagesAsync(id)).Single(message => message.Ts == incident.Card).Text, StringComparison.Ordinal);
        Assert.Empty(await Failed(bot));
    }

    /// <summary>Slack's word on the channel, said so many seconds from now.</summary>
    private static async Task TellAsync(TestBot bot, string type, TestIncident incident, int after)
    {
        var answer = await bot.Wire.SendJsonAsync($$"""
            {"type":"event_callback","team_id":"{{bot.Sandbox.TeamId}}","api_app_id":"A0","event_id":"Ev{{type}}{{after}}","event_time":1930291200,
             "event":{"type":"{{type}}","channel":"{{incident.Channel}}","event_ts":"{{SlackTs.FromTime(bot.Now.AddSeconds(after))}}"} }
            """);
        Assert.Equal(200, answer.Status);
    }

    private static async Task<List<string>> Failed(TestBot bot) =>
        [.. (await bot.Store.OutboxAsync()).Where(row => row.State == OutboxState.Dead).Select(row => $"{row.Kind}: {row.Error}")];

    private static async Task<List<string>> Lines(TestBot bot, TestIncident incident) =>
        [.. (await bot.Store.TimelineAsync(incident)).Select(entry => entry.Text)];
}
