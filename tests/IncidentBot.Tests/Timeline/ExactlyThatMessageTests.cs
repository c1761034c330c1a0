using IncidentBot.Configuration;
using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;
using IncidentBot.Wording;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Tests.Timeline;

/// <summary>Whoever wrote the message, whenever, and whatever stands in it.</summary>
public sealed class ExactlyThatMessageTests
{
    [Fact]
    public async Task Mentions_are_kept_by_name_and_ring_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Says($"{bot.Bob.Mention} restarted it, <!here> look at <#{bot.General}|general>");

        await here.Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        var name = (await bot.Store.ReadAsync(db => Task.FromResult(db.People.Single(row => row.UserId == bot.Bob.Id)))).Name;
        Assert.NotEmpty(name);
        Assert.Equal($"@{name} restarted it, @here look at #general", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task An_edit_that_names_somebody_waits_for_the_name_and_not_for_ever()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Captures("It was restarted");
        await bot.Client.FaultAsync("users.info", "user_not_found");

        await bot.Alice.Hands.EditAsync(incident.Channel, ts, $"{bot.Chiyo.Mention} restarted it");
        await bot.SettlesAsync();

        Assert.Equal($"{bot.Chiyo.Mention} restarted it", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task A_message_of_somebody_whose_account_was_closed_keeps_its_author()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Bob.In(incident).Says("I stopped the job");
        await bot.Bob.Hands.ChangeProfileAsync(deleted: true);

        await bot.Alice.In(incident).Reacts(ts, "fire_extinguisher");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((bot.Bob.User, "I stopped the job"), (entry.Author, entry.Text));
    }

    [Fact]
    public async Task A_message_from_before_the_bot_was_there_is_found_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.KickAsync(incident.Channel, bot.Sandbox.BotUserId);
        var ts = await bot.Alice.In(incident).Says("Said while nobody listened");
        await bot.Alice.In(incident).Says("A neighbour");
        await bot.Alice.Hands.InviteAsync(incident.Channel, [bot.Sandbox.BotUserId]);
        await bot.SettlesAsync();

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Equal("Said while nobody listened", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task A_monitors_post_without_text_is_kept_with_what_stands_in_its_blocks()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await Said.ByAProgramAsync(bot, incident, blocks: """
            [{"type":"header","text":{"type":"plain_text","text":"ALERT: db down"}},
             {"type":"section","text":{"type":"mrkdwn","text":"host db-7"},"fields":[{"type":"mrkdwn","text":"sev: 1"}]}]
            """);

        await bot.Alice.In(incident).Reacts(ts, "rotating_light");
        await bot.SettlesAsync();

        Assert.Equal("ALERT: db down\nhost db-7\nsev: 1", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task Refused_once_and_captured_again_the_sign_gives_way_to_the_tick()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Client.FaultAsync("conversations.replies", "missing_scope");
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        Assert.Equal(["exclamation"], await Said.MarksAsync(bot, incident, ts));
        await bot.Client.ClearFaultsAsync();

        await bot.Bob.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Equal(["white_check_mark"], await Said.MarksAsync(bot, incident, ts));
        Assert.Equal(Capturers.Of(bot.Alice.User, bot.Bob.User), Assert.Single(await bot.Store.RecordedAsync(incident)).Capturers);
    }

    [Fact]
    public async Task Whoever_marks_an_unreadable_message_twice_is_told_once_and_in_words()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Says("Queue is full");
        await bot.Client.FaultAsync("conversations.replies", "message_not_found", times: 9);
        await bot.Client.FaultAsync("conversations.history", "message_not_found", times: 9);

        await here.Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await here.Reacts(ts, "fire_extinguisher");
        await bot.SettlesAsync();

        var told = Assert.Single(await here.Whispers(), message => message.Text.Contains("*not* on the timeline", StringComparison.Ordinal));
        Assert.Contains("it was deleted, or I cannot see it", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_people_may_choose_has_an_emoji()
    {
        var byDefault = ConfigFile.Default.TimelineEmoji;

        Assert.Equal(KindWords.ForPeople.Order(), byDefault.Values.Distinct().Order());
    }
}
