using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>Who may do what, by whatever way they ask.</summary>
public sealed class WhoMayTests
{
    [Fact]
    public async Task Whoever_may_not_is_told_who_can_and_loses_nothing_they_typed()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { resolve: commander, updating: commander }");
        var incident = await CommandedByBobAsync(bot);

        var refused = await bot.Alice.In(incident).AsksFor("/incident resolve the queue drains again");
        await bot.Bob.In(incident).Asks("/incident update half of it works");

        Assert.Equal($"Only {bot.Bob.Mention} (commander) can use `resolve` here. Ask them. Nothing was changed. You wrote:\n&gt; resolve the queue drains again", refused.Text);
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((IncidentPhase.Live, "half of it works"), (stored.Status.Phase, stored.LastUpdate!.Text));
    }

    [Theory]
    [InlineData("status resolved")]
    [InlineData("status closed")]
    [InlineData("close")]
    [InlineData("resolved")]
    public async Task No_other_word_does_what_one_may_not(string words)
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { resolve: commander }");
        var incident = await CommandedByBobAsync(bot);

        Assert.StartsWith($"Only {bot.Bob.Mention}", await bot.Alice.In(incident).Asks($"/incident {words}"), StringComparison.Ordinal);
        Assert.Equal(IncidentPhase.Live, (await bot.Store.IncidentAsync(incident)).Status.Phase);
    }

    [Fact]
    public async Task A_button_a_form_and_an_emoji_are_asked_about_like_the_word()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { assessing: commander, updating: commander, recording: commander, working: commander, resolve: commander }");
        var incident = await CommandedByBobAsync(bot);
        var here = bot.Alice.In(incident);
        var ts = await here.Says("Rolled back");

        Assert.StartsWith("Only", (await here.HearsAfter(async () => await here.Presses(await bot.CardAsync(incident), "Resolve"))).Text, StringComparison.Ordinal);
        Assert.Contains("`sev`", (await here.HearsAfter(() => here.Reacts(incident.Card, "red_circle"))).Text, StringComparison.Ordinal);
        Assert.Contains("`note`", (await here.HearsAfter(() => here.Reacts(ts, "pushpin"))).Text, StringComparison.Ordinal);
        Assert.Contains("`note`", (await here.HearsAfter(() => here.Pins(ts))).Text, StringComparison.Ordinal);
        Assert.Contains("`task`", (await here.HearsAfter(() => here.Reacts(ts, "ballot_box_with_check"))).Text, StringComparison.Ordinal);
        await here.Asks("/incident reconcile");

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Equal(Severity.Unset, (await bot.Store.IncidentAsync(incident)).Severity);
    }

    [Fact]
    public async Task What_was_written_into_a_form_is_given_back_where_permission_ended_meanwhile()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { updating: commander }");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Types("/incident update");
        await bot.SettlesAsync();
        await bot.Bob.In(incident).Asks("/incident take");

        var refused = await here.HearsAfter(() => bot.Alice.Submits(("status", "Half of it works"), ("findings", "The queue")));

        Assert.Contains("&gt; Half of it works\n&gt; The queue", refused.Text, StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).LastUpdate);
    }

    [Fact]
    public async Task While_nobody_commands_whoever_is_in_the_channel_stands_in_and_nobody_from_elsewhere()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { assessing: commander }");
        var incident = await bot.Alice.Declares();

        var elsewhere = await bot.Dana.In(bot.General).Asks("/incident #1 sev 2");
        await bot.Dana.In(incident).Asks("/incident sev 1");

        Assert.Contains($"While nobody commands, everybody in <#{incident.Channel}> can: go there and try again.", elsewhere, StringComparison.Ordinal);
        Assert.Equal(1, (await bot.Store.IncidentAsync(incident)).Severity.Rank);
    }

    [Fact]
    public async Task A_responder_has_a_part_in_it_or_is_in_its_channel()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { assessing: responders }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks($"/incident task restart it {bot.Chiyo.Mention}");

        var outside = await bot.Dana.In(bot.General).Asks("/incident #1 sev 2");
        await bot.Chiyo.In(bot.General).Asks("/incident #1 sev 1");

        Assert.StartsWith($"Only those who have a part in the incident or are in <#{incident.Channel}> can use `sev` here.", outside, StringComparison.Ordinal);
        Assert.Equal(1, (await bot.Store.IncidentAsync(incident)).Severity.Rank);
    }

    [Fact]
    public async Task A_group_is_asked_for_once_in_a_while_and_its_people_may()
    {
        await using var bot = await TestBot.StartAsync();
        var group = await GroupAsync(bot, declares: false);
        var incident = await bot.Alice.Declares();

        var refused = await bot.Alice.In(incident).Asks("/incident sev 2");
        await bot.Bob.In(incident).Asks("/incident sev 1");
        var asked = await bot.CallsAsync("usergroups.users.list");
        await bot.LaterAsync(TimeSpan.FromMinutes(6));
        await bot.Bob.In(incident).Asks("/incident sev 3");

        Assert.Contains($"Only <!subteam^{group}> can use `sev` here.", refused, StringComparison.Ordinal);
        Assert.Equal((1, 2), (asked, await bot.CallsAsync("usergroups.users.list")));
        Assert.Equal(3, (await bot.Store.IncidentAsync(incident)).Severity.Rank);
    }

    [Fact]
    public async Task Where_Slack_does_not_say_who_is_in_the_group_nobody_may_but_everybody_declares()
    {
        await using var bot = await TestBot.StartAsync();
        await GroupAsync(bot, declares: true);
        await bot.Client.FaultAsync("usergroups.users.list", "internal_error", times: 100);

        var incident = await bot.Alice.Declares();
        var refused = await bot.Bob.In(incident).Asks("/incident sev 1");

        Assert.Contains("Slack does not tell me at the moment who is in", refused, StringComparison.Ordinal);
        Assert.Contains("&gt; sev 1", refused, StringComparison.Ordinal);
        Assert.Equal(Severity.Unset, (await bot.Store.IncidentAsync(incident)).Severity);
    }

    [Fact]
    public async Task Whoever_may_not_declare_is_told_and_keeps_their_words()
    {
        await using var bot = await TestBot.StartAsync();
        var group = await GroupAsync(bot, declares: true);

        var refused = await bot.Dana.In(bot.General).Asks("/incident declare Logins fail");

        Assert.Contains($"Only <!subteam^{group}> can use `declare` here.", refused, StringComparison.Ordinal);
        Assert.Contains("&gt; declare Logins fail", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_resolve_may_not_end_it_by_merging_it_either()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { resolve: commander }");
        var other = await bot.Bob.Declares("Payments are slow");
        var incident = await CommandedByBobAsync(bot);

        var refused = await bot.Alice.In(incident).Asks($"/incident merge #{other.Number}");

        Assert.Contains("can use `resolve`", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Merge into", refused, StringComparison.Ordinal);
        Assert.Contains($"(#{other.Number} Payments are slow", await bot.Bob.In(incident).Asks($"/incident merge #{other.Number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_what_is_left_to_others()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { resolve: commander, merge: commander }");
        var incident = await CommandedByBobAsync(bot);

        var told = await bot.Alice.In(incident).Asks("/incident help all");

        Assert.Contains("Left to others here: `merge`, `resolve`. Type one, and I say who can.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("It no longer hurts anybody", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Left to others", await bot.Bob.In(incident).Asks("/incident help all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_marked_while_the_bot_was_away_is_asked_about_too()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { recording: commander }");
        var incident = await CommandedByBobAsync(bot);
        var ts = await bot.Alice.In(incident).Says("Rolled back");
        await bot.GoDownAsync();
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.Bob.In(incident).Reacts(await bot.Bob.In(incident).Says("Restarted"), "pushpin");
        await bot.Client.QuietAsync(TimeSpan.FromMilliseconds(1));
        await bot.ComeUpAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(20));

        Assert.Equal("Restarted", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task A_form_is_not_opened_for_whoever_may_not_send_it_and_they_hear_who_can_at_the_click()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { recording: commander, working: commander, updating: commander }");
        var incident = await CommandedByBobAsync(bot);
        var here = bot.Alice.In(incident);
        var ts = await here.Says("Rolled back");

        var ofNote = await here.HearsAfter(() => here.Uses("add_to_timeline", ts));
        var ofTask = await here.HearsAfter(() => here.Uses("add_as_task", ts));
        var ofUpdate = await here.HearsAfter(async () => await here.Presses(await bot.CardAsync(incident), "Post update"));

        Assert.StartsWith($"Only {bot.Bob.Mention} (commander) can use `note`", ofNote.Text, StringComparison.Ordinal);
        Assert.StartsWith($"Only {bot.Bob.Mention} (commander) can use `task`", ofTask.Text, StringComparison.Ordinal);
        Assert.StartsWith($"Only {bot.Bob.Mention} (commander) can use `update`", ofUpdate.Text, StringComparison.Ordinal);
        Assert.Null(await bot.Alice.Form());
        await bot.Bob.In(incident).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        Assert.NotNull(await bot.Bob.Form());
    }

    [Fact]
    public async Task The_form_to_declare_is_not_opened_either_from_any_menu_or_button()
    {
        await using var bot = await TestBot.StartAsync();
        var group = await GroupAsync(bot, declares: true);
        var ts = await bot.Dana.In(bot.General).Says("Logins fail");

        await bot.Dana.Uses("declare_incident");
        await bot.SettlesAsync();
        var ofMessage = await bot.Dana.In(bot.General).HearsAfter(() => bot.Dana.In(bot.General).Uses("declare_from_message", ts));

        Assert.Contains($"Only <!subteam^{group}> can use `declare`", Assert.Single(await bot.Dana.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Contains($"Only <!subteam^{group}> can use `declare`", ofMessage.Text, StringComparison.Ordinal);
        Assert.Null(await bot.Dana.Form());
    }

    [Fact]
    public async Task Whoever_commands_is_not_locked_out_by_a_group_they_are_not_in_or_that_cannot_be_read()
    {
        await using var bot = await TestBot.StartAsync();
        var group = await GroupAsync(bot, declares: false);
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");

        await bot.Alice.In(incident).Asks("/incident sev 1");
        var refused = await bot.Dana.In(incident).Asks("/incident sev 3");
        await bot.LaterAsync(TimeSpan.FromMinutes(6));
        await bot.Client.FaultAsync("usergroups.users.list", "internal_error", times: 100);
        await bot.Alice.In(incident).Asks("/incident sev 2");
        var unknown = await bot.Dana.In(incident).Asks("/incident sev 3");

        Assert.Contains($"Only <!subteam^{group}> or {bot.Alice.Mention} (commander) can use `sev` here.", refused, StringComparison.Ordinal);
        Assert.Contains($"Only <!subteam^{group}> or {bot.Alice.Mention} (commander) can use `sev` here. Slack does not tell me at the moment who is in", unknown, StringComparison.Ordinal);
        Assert.Equal(2, (await bot.Store.IncidentAsync(incident)).Severity.Rank);
    }

    private static async Task<TestIncident> CommandedByBobAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident take");
        return incident;
    }

    /// <summary>A group that alone may say how bad it is, and declare where that is wanted: Bob is in it.</summary>
    private static async Task<string> GroupAsync(TestBot bot, bool declares)
    {
        var group = await bot.Client.CreateUserGroupAsync("Commanders", "commanders", [bot.Bob.Id]);
        var declaring = $"declare: {(declares ? group : "anyone")}";
        await bot.ConfigureAsync($"permissions: {{ {declaring}, assessing: {group} }}");
        await bot.RestartAsync();
        return group;
    }
}
