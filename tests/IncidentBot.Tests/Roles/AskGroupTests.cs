using IncidentBot.TestKit;

namespace IncidentBot.Tests.Roles;

/// <summary>Who commands, asked of a group in turn; and what happens where nobody does.</summary>
public sealed class AskGroupTests
{
    /// <summary>The people of the workspace are in three zones; all of them are at work all the time here.</summary>
    private const string Always = "working_hours: { from: 00:00, until: 00:00, days: [mon, tue, wed, thu, fri, sat, sun] }";

    [Fact]
    public async Task The_next_of_the_group_who_is_there_is_asked_and_then_the_one_after()
    {
        await using var bot = await TestBot.StartAsync();
        var group = await GroupAsync(bot, bot.Bob, bot.Chiyo, bot.Dana);
        await bot.Bob.Hands.ChangeAvailabilityAsync(isAway: true);

        var first = await bot.Alice.Declares();
        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(first)).Offer?.To);
        await bot.Chiyo.In(bot.General).Asks("/incident #1 handover accept");
        var second = await bot.Alice.Declares("Logins fail");

        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(first)).Commander);
        Assert.Equal(bot.Dana.User, (await bot.Store.IncidentAsync(second)).Offer?.To);
        Assert.StartsWith("S", group, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_passes_or_does_not_answer_is_followed_by_the_next_until_the_group_is_through()
    {
        await using var bot = await TestBot.StartAsync();
        await GroupAsync(bot, bot.Bob, bot.Chiyo);
        var incident = await bot.Alice.Declares();
        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Offer?.To);

        await bot.Bob.In(bot.General).Asks("/incident #1 handover pass");
        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(incident)).Offer?.To);
        await bot.LaterAsync(TimeSpan.FromMinutes(10));

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Null(stored.Offer);
        Assert.True(stored.Search!.IsOver);
        Assert.Contains("Who takes it?", (await bot.SaidInAsync(incident))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_any_more_once_somebody_took_command()
    {
        await using var bot = await TestBot.StartAsync();
        await GroupAsync(bot, bot.Bob, bot.Chiyo);
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks("/incident take");
        await bot.LaterAsync(TimeSpan.FromHours(1));

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Empty(await bot.Chiyo.DirectMessages());
    }

    [Fact]
    public async Task Who_takes_command_while_Slack_is_asked_for_a_candidate_keeps_it_and_nobody_is_asked()
    {
        await using var bot = await TestBot.StartAsync();
        await GroupAsync(bot, bot.Bob, bot.Chiyo);
        var incident = await AsksSlackForAMinuteAsync(bot);

        await bot.Alice.In(incident).Asks("/incident take");
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Null((await bot.Store.IncidentAsync(incident)).Offer);
        Assert.Empty(await bot.Bob.DirectMessages());
        await bot.Alice.In(incident).Asks("/incident commander none");
        await bot.SettlesAsync();
        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Offer?.To);
    }

    [Fact]
    public async Task An_offer_a_person_made_while_Slack_is_asked_for_a_candidate_stands()
    {
        await using var bot = await TestBot.StartAsync();
        await GroupAsync(bot, bot.Bob, bot.Chiyo);
        var incident = await AsksSlackForAMinuteAsync(bot);

        await bot.Alice.In(incident).Asks($"/incident handover {bot.Dana.Mention}");
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(bot.Dana.User, (await bot.Store.IncidentAsync(incident)).Offer?.To);
    }

    [Fact]
    public async Task Nobody_of_the_group_hears_of_an_incident_made_private_while_Slack_is_asked()
    {
        await using var bot = await TestBot.StartAsync();
        await GroupAsync(bot, bot.Bob, bot.Chiyo);
        var incident = await AsksSlackForAMinuteAsync(bot);

        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();
        Assert.True((await bot.Store.IncidentAsync(incident)).IsPrivate);
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Null((await bot.Store.IncidentAsync(incident)).Offer);
        Assert.Empty(await bot.Bob.DirectMessages());
        Assert.DoesNotContain(bot.Bob.Id, (await bot.ChannelAsync(incident.Channel)).Members);
    }

    [Fact]
    public async Task Who_is_not_at_work_is_passed_over()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Bob.Hands.ChangeProfileAsync(tz: "America/New_York");
        await bot.Chiyo.Hands.ChangeProfileAsync(tz: "Europe/Berlin");
        await GroupAsync(bot, "working_hours: { from: 08:00, until: 18:00 }", bot.Bob, bot.Chiyo);

        var incident = await bot.Alice.Declares();

        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(incident)).Offer?.To);
    }

    [Fact]
    public async Task A_group_that_cannot_be_asked_leaves_it_to_the_channel()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ConfigureAsync("commander: S0NOBODY99");
        await bot.RestartAsync();

        var incident = await bot.Alice.Declares();

        Assert.Contains("I could not ask the group who commands (`no_such_subteam`). Who takes it?", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_configured_later_is_asked_about_what_is_new_and_not_about_what_has_long_gone_on_without_a_commander()
    {
        await using var bot = await TestBot.StartAsync();
        var old = await bot.Alice.Declares();
        await bot.LaterAsync(TimeSpan.FromMinutes(61));
        var recent = await bot.Alice.Declares("Logins fail");
        await bot.LaterAsync(TimeSpan.FromMinutes(5));

        await GroupAsync(bot, bot.Bob, bot.Chiyo);
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        await Until.ItIsAsync(async () => (await bot.Store.IncidentAsync(recent)).Offer?.To == bot.Bob.User);
        await bot.SettlesAsync();

        Assert.Null((await bot.Store.IncidentAsync(old)).Offer);
        Assert.Null((await bot.Store.IncidentAsync(old)).Search);
        await bot.Alice.In(old).Asks("/incident take");
        await bot.Alice.In(old).Asks("/incident commander none");
        await bot.SettlesAsync();
        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(old)).Offer?.To);
    }

    [Fact]
    public async Task Without_a_commander_the_channel_is_told_and_then_the_others()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ConfigureAsync($"command: {{ tell_channel_after: 10m, tell_others_after: 5m, tell: {bot.Announcements} }}");
        await bot.RestartAsync();
        var incident = await bot.Alice.Declares();
        var before = (await bot.MessagesAsync(bot.Announcements)).Count;

        await bot.LaterAsync(TimeSpan.FromMinutes(10));
        Assert.Contains("Nobody has commanded this incident for 10 min. Who takes it?", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        await bot.LaterAsync(TimeSpan.FromMinutes(5));
        await bot.LaterAsync(TimeSpan.FromHours(5));

        Assert.Equal(2, (await bot.SaidInAsync(incident)).Count);
        var told = (await bot.MessagesAsync(bot.Announcements)).Skip(before).Single();
        Assert.Contains($"Nobody has commanded <#{incident.Channel}>", told.Text, StringComparison.Ordinal);
        await bot.Bob.In(bot.Announcements).Presses(told, "Take command");
        await bot.SettlesAsync();
        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    /// <summary>An incident about whose first candidate Slack does not say for a minute whether they are there.</summary>
    private static async Task<TestIncident> AsksSlackForAMinuteAsync(TestBot bot)
    {
        await bot.Client.FaultAsync("users.getPresence", "ratelimited", retryAfter: 60);
        var incident = await bot.Alice.Declares();
        Assert.True((await bot.Store.IncidentAsync(incident)).Search?.IsLooking);
        return incident;
    }

    private static Task<string> GroupAsync(TestBot bot, params TestPerson[] people) => GroupAsync(bot, Always, people);

    private static async Task<string> GroupAsync(TestBot bot, string hours, params TestPerson[] people)
    {
        var group = await bot.Client.CreateUserGroupAsync("Commanders", "commanders", people.Select(person => person.Id).ToArray());
        await bot.ConfigureAsync($"commander: {group}\n{hours}");
        await bot.RestartAsync();
        return group;
    }
}
