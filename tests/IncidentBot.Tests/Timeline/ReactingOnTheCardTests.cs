using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

public sealed class ReactingOnTheCardTests
{
    [Theory]
    [InlineData("raising_hand", "You command now.")]
    [InlineData("raising_hand::skin-tone-4", "You command now.")]
    [InlineData("woman-raising-hand", "You command now.")]
    [InlineData("man-raising-hand::skin-tone-2", "You command now.")]
    [InlineData("eyes", "You acknowledged it.")]
    [InlineData("red_circle", "SEV-1 CRITICAL")]
    [InlineData("large_orange_circle", "SEV-2 HIGH")]
    [InlineData("large_yellow_circle", "SEV-3 LOW")]
    [InlineData("white_check_mark", "Incident resolved")]
    [InlineData("heavy_check_mark", "Incident resolved")]
    public async Task An_emoji_on_the_card_is_a_command_and_whoever_did_it_hears_what_happened(string emoji, string happened)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var told = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Reacts(incident.Card, emoji));

        Assert.Contains(happened, told.Text, StringComparison.Ordinal);
        Assert.Contains("Undo", Controls.Labels(told.Blocks));
        var line = (await bot.Store.TimelineAsync(incident)).First(entry => entry.Text != "Incident declared");
        Assert.Equal(bot.Alice.User, line.RecordedBy);
    }

    [Fact]
    public async Task Undo_takes_the_reactions_doing_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var told = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Reacts(incident.Card, "white_check_mark"));

        await bot.Alice.In(incident).Presses(told, "Undo");
        await bot.SettlesAsync();

        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);
        Assert.Null(await bot.Store.ReminderAsync(incident));
    }

    [Fact]
    public async Task Taking_the_reaction_off_undoes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Reacts(incident.Card, "red_circle");
        await bot.SettlesAsync();

        await bot.Alice.In(incident).TakesBack(incident.Card, "red_circle");
        await bot.SettlesAsync();

        Assert.Equal(Severity.Sev1, (await bot.Store.IncidentAsync(incident)).Severity);
        Assert.Single(await bot.Alice.In(incident).Whispers());
    }

    [Fact]
    public async Task A_refusal_is_told_to_the_one_who_reacted()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Alice.In(incident).Asks("/incident take");

        var told = await bot.Bob.In(incident.Channel).HearsAfter(() => bot.Bob.In(incident.Channel).Reacts(incident.Card, "raising_hand"));

        Assert.Contains($"{bot.Alice.Mention} commands this incident.", told.Text, StringComparison.Ordinal);
        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task Other_messages_are_never_commands_and_other_emoji_mean_nothing_on_the_card()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("done?");
        await bot.Alice.In(incident).Says("yes", inThread: incident.Card);
        var inThread = (await bot.ThreadAsync(incident))[^1].Ts;
        var before = await bot.Store.IncidentAsync(incident);

        foreach (var (message, emoji) in new[] { (ts, "white_check_mark"), (ts, "red_circle"), (inThread, "raising_hand"), (incident.Card, "tada") })
            await bot.Alice.In(incident).Reacts(message, emoji);
        await bot.SettlesAsync();

        Assert.Equal(before, await bot.Store.IncidentAsync(incident));
        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Empty(await bot.Alice.In(incident).Whispers());
    }

    [Fact]
    public async Task A_programs_reaction_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await AProgramAsync(bot, "U0PROGRAM1");

        var answer = await bot.Wire.SendJsonAsync($$"""
            {"type":"event_callback","team_id":"{{bot.Sandbox.TeamId}}","api_app_id":"A0","event_id":"Ev0PROGRAM","event_time":1930291200,
             "event":{"type":"reaction_added","user":"U0PROGRAM1","reaction":"white_check_mark",
                      "item":{"type":"message","channel":"{{incident.Channel}}","ts":"{{incident.Card}}" },"event_ts":"1930291200.000100"} }
            """);
        await bot.SettlesAsync();

        Assert.Equal(200, answer.Status);
        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);
        Assert.StartsWith("a program", (await bot.Store.InboxAsync())[^1].OutcomeWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_emoji_on_the_card_is_told_that_the_card_keeps_itself()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        var answer = await here.HearsAfter(() => here.Reacts(incident.Card, "pushpin"));

        Assert.StartsWith("The card keeps itself", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task The_bots_own_tick_on_a_message_is_not_acted_on()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Captures("Queue is full");

        Assert.Equal("Queue is full", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Contains(await bot.Store.InboxAsync(), row => row.Outcome == Outcome.Ignored && row.OutcomeWords == "our own doing");
    }

    [Fact]
    public async Task Another_teams_emoji_are_set_by_configuration()
    {
        await using var bot = await TestBot.StartConfiguredAsync("emoji: { card: { fire: sev 1, \":tada:\": resolve } }");
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Reacts(incident.Card, "red_circle");
        await bot.SettlesAsync();
        Assert.Equal(Severity.Unset, (await bot.Store.IncidentAsync(incident)).Severity);
        await bot.Alice.In(incident).Reacts(incident.Card, "fire");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Reacts(incident.Card, "tada");
        await bot.SettlesAsync();

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((Severity.Sev1, IncidentStatus.Resolved), (stored.Severity, stored.Status));
    }

    private static async Task AProgramAsync(TestBot bot, string id)
    {
        await using var db = await bot.Contexts.CreateDbContextAsync();
        db.People.Add(new PersonRow { TeamId = bot.Sandbox.TeamId, UserId = id, Name = "deploy", IsBot = true, LookedUpAt = bot.Now });
        await db.SaveChangesAsync();
    }
}
