using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>A message of any channel, through its menu.</summary>
public sealed class AddToTimelineTests
{
    [Fact]
    public async Task A_message_the_bot_cannot_read_itself_comes_with_its_own_time_and_the_chosen_kind()
    {
        await using var bot = await TestBot.StartAsync();
        var ts = await bot.Bob.In(bot.Channel("deployments-pulse")).Says("api 2.4 is out");
        await bot.LaterAsync(TimeSpan.FromMinutes(40));
        var first = await bot.Alice.Declares("First");
        await bot.Alice.Declares("Second");

        await bot.Alice.In(bot.Channel("deployments-pulse")).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        await bot.Alice.Submits(("incident", "1"), ("kind", "deploy"));
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(first));
        Assert.Equal((EntryKind.Deploy, "api 2.4 is out", bot.Bob.User, bot.Alice.User), (entry.Kind, entry.Text, entry.Author, entry.RecordedBy));
        Assert.Equal(SlackTs.ToTime(ts), entry.Happened.Instant);
        Assert.Contains("api 2.4 is out", Assert.Single(await bot.ThreadAsync(first)).Text, StringComparison.Ordinal);
        Assert.StartsWith($"On the timeline of <#{first.Channel}>", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_is_added_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Bob.In(bot.Support).Says("Nobody can pay");

        foreach (var who in new[] { bot.Alice, bot.Chiyo })
        {
            await who.In(bot.Support).Uses("add_to_timeline", ts);
            await bot.SettlesAsync();
            await who.Submits();
            await bot.SettlesAsync();
        }

        Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Contains("That message is on the timeline of", Assert.Single(await bot.Chiyo.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Single(await bot.ThreadAsync(incident));
    }

    [Fact]
    public async Task What_somebody_pinned_and_another_chose_stays_for_the_one_who_chose_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Captures("Queue is full");

        Assert.Contains("It stays there for you too", await AddsAsync(bot, bot.Bob, incident, ts), StringComparison.Ordinal);
        Assert.EndsWith("already.", await AddsAsync(bot, bot.Bob, incident, ts), StringComparison.Ordinal);
        await bot.Alice.In(incident).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryState.Shown, Capturers.Of(bot.Bob.User)), (entry.State, entry.Capturers));
        Assert.Equal([EntryChange.Recorded, EntryChange.CapturedAgain, EntryChange.CaptureTakenBack], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task Chosen_while_an_emoji_is_being_read_it_is_held_by_both_and_ticked()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Client.FaultAsync("conversations.replies", "ratelimited", retryAfter: 10);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await AddsAsync(bot, bot.Bob, incident, ts);

        await bot.LaterAsync(TimeSpan.FromSeconds(11));

        Assert.Equal(Capturers.Of(bot.Alice.User, bot.Bob.User), Assert.Single(await bot.Store.RecordedAsync(incident)).Capturers);
        Assert.Equal(["white_check_mark"], await Said.MarksAsync(bot, incident, ts));
    }

    [Fact]
    public async Task An_emoji_on_what_was_chosen_before_is_ticked_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await AddsAsync(bot, bot.Bob, incident, ts);

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Equal(["white_check_mark"], await Said.MarksAsync(bot, incident, ts));
    }

    [Fact]
    public async Task What_could_not_be_read_and_was_chosen_then_loses_the_sign_and_gets_the_tick()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Client.FaultAsync("conversations.replies", "missing_scope");
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        Assert.Equal(["exclamation"], await Said.MarksAsync(bot, incident, ts));

        await AddsAsync(bot, bot.Bob, incident, ts);

        Assert.Equal(["white_check_mark"], await Said.MarksAsync(bot, incident, ts));
        Assert.Equal(Capturers.Of(bot.Alice.User, bot.Bob.User), Assert.Single(await bot.Store.RecordedAsync(incident)).Capturers);
    }

    [Fact]
    public async Task Without_an_open_incident_the_form_says_what_to_do()
    {
        await using var bot = await TestBot.StartAsync();
        var ts = await bot.Bob.In(bot.Support).Says("Nobody can pay");

        await bot.Alice.In(bot.Support).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();

        var form = await bot.Alice.Form();
        Assert.Contains("There is no open incident to add this to.", form!.Value.ToString(), StringComparison.Ordinal);
        Assert.False(form.Value.TryGetProperty("submit", out var submit) && submit.ValueKind == System.Text.Json.JsonValueKind.Object);
    }

    [Fact]
    public async Task A_message_that_would_ring_for_a_whole_channel_rings_for_nobody_when_added()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Bob.In(bot.Support).Says("<!channel> nobody can pay");

        await bot.Alice.In(bot.Support).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        await bot.Alice.Submits();
        await bot.SettlesAsync();

        Assert.DoesNotContain("<!channel", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_incidents_are_not_offered()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Secret leak"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var ts = await bot.Bob.In(bot.Support).Says("Nobody can pay");

        await bot.Bob.In(bot.Support).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();

        Assert.DoesNotContain("Secret leak", (await bot.Bob.Form())!.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_files_alone_is_named_by_its_files()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Wire.SendPayloadAsync($$"""
            {"type":"message_action","callback_id":"add_to_timeline","trigger_id":"1.2.3","response_url":"{{bot.Sandbox.Url}}response/app/T1/1/x",
             "user":{"id":"{{bot.Alice.Id}}" },"team":{"id":"{{bot.Sandbox.TeamId}}" },"channel":{"id":"{{bot.Support}}","name":"ask-study-core"},
             "message_ts":"1930291200.000200",
             "message":{"type":"message","user":"{{bot.Bob.Id}}","text":"","ts":"1930291200.000200",
                        "files":[{"id":"F1","name":"graph.png","title":"Error rate"},{"id":"F2","name":"log.txt"}]} }
            """);
        await bot.SettlesAsync();
        var shortcut = (await bot.Store.InboxAsync()).Last(row => row.Outcome == Outcome.Begun);
        var sent = await bot.Wire.SendPayloadAsync($$"""
            {"type":"view_submission","trigger_id":"4.5.6","user":{"id":"{{bot.Alice.Id}}" },"team":{"id":"{{bot.Sandbox.TeamId}}" },
             "view":{"id":"V1","type":"modal","callback_id":"add_to_timeline","private_metadata":"source:{{shortcut.Id}}","state":{"values":{
               "incident":{"value":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"x"},"value":"{{incident.Number}}"} } },
               "kind":{"value":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"x"},"value":"alert"} } } } } } }
            """);
        await bot.SettlesAsync();

        Assert.Equal(200, sent.Status);
        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryKind.Alert, "📎 Error rate, 📎 log.txt", new UserId(bot.Bob.Id)), (entry.Kind, entry.Text, entry.Author));
    }

    /// <summary>Adds the message from its menu.</summary>
    /// <returns>What the person is told.</returns>
    private static async Task<string> AddsAsync(TestBot bot, TestPerson who, TestIncident incident, string ts)
    {
        await who.In(incident).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        return (await who.In(incident).HearsAfter(() => who.Submits())).Text;
    }
}
