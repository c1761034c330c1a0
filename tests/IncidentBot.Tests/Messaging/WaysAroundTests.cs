using IncidentBot.Domain.Incidents;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Messaging;

/// <summary>No other spelling, path or accident does what somebody may not; and nobody is kept from what they may.</summary>
public sealed class WaysAroundTests
{
    [Theory]
    [InlineData("missing_scope")]
    [InlineData("no_permission")]
    [InlineData("access_denied")]
    public async Task A_group_Slack_will_never_tell_of_keeps_nobody_from_declaring(string error)
    {
        await using var bot = await TestBot.StartAsync();
        var group = await bot.Client.CreateUserGroupAsync("Commanders", "commanders", [bot.Bob.Id]);
        await bot.ConfigureAsync($"permissions: {{ declaring: {group} }}");
        await bot.RestartAsync();
        await bot.Client.FaultAsync("usergroups.users.list", error, times: 100);

        await bot.Alice.In(bot.General).Types("/incident declare Checkout is failing");

        await Until.ItIsAsync(() => bot.Store.ReadAsync(db => db.Incidents.AnyAsync()));
    }

    [Fact]
    public async Task A_comparison_asks_for_a_group_once_where_Slack_does_not_tell_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var group = await bot.Client.CreateUserGroupAsync("Writers", "writers", [bot.Bob.Id]);
        await bot.ConfigureAsync($"permissions: {{ note: {group} }}");
        await bot.RestartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await bot.Client.FaultAsync("usergroups.users.list", "internal_error", times: 30);
        var ts = await here.Says("Rolled back");
        await here.HearsAfter(() => here.Reacts(ts, "pushpin"));

        await here.Types("/incident reconcile");
        await Until.ItIsAsync(async () =>
        {
            bot.Clock.Advance(TimeSpan.FromMilliseconds(50));
            return !(await bot.Store.InboxAsync()).Exists(row => row.State is InboxState.Pending or InboxState.Waiting)
                && !(await bot.Store.OutboxAsync()).Exists(row => row.State != OutboxState.Done);
        });

        Assert.InRange((await bot.Store.OutboxAsync()).Count(row => row.Kind == "look-up-group"), 1, 3);
        Assert.Empty(await bot.Store.RecordedAsync(incident));
    }

    [Theory]
    [InlineData("role commander me")]
    [InlineData("role commander TAKE")]
    [InlineData("role TAKE commander")]
    public async Task Command_is_taken_by_no_other_spelling(string words)
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { take: responders, commander: anyone, role: anyone }");
        var incident = await bot.Alice.Declares();
        var guest = await JoinsAsync(bot, incident);

        Assert.Contains("can use `take` here", await bot.Dana.In(bot.General).Asks($"/incident #1 {words}"), StringComparison.Ordinal);
        Assert.Contains("is for people of this workspace.", await In(bot, guest, incident.Channel).Asks($"/incident {words}"), StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task Whoever_is_external_and_declares_does_not_command_by_that()
    {
        await using var bot = await TestBot.StartConfiguredAsync("commander: declarer");
        var incident = await bot.Alice.Declares();
        var guest = await JoinsAsync(bot, incident);

        await In(bot, guest, incident.Channel).Types("/incident declare Their side fails too");
        await bot.SettlesAsync();

        var declared = await bot.Store.IncidentAsync(2);
        Assert.Equal((new UserId(guest.Id), null), (declared.Reporter, declared.Commander));
    }

    [Fact]
    public async Task Whoever_is_external_is_passed_over_where_a_group_is_asked_to_command()
    {
        await using var bot = await TestBot.StartAsync();
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS"));
        var group = await bot.Client.CreateUserGroupAsync("Commanders", "commanders", [guest.Id, bot.Chiyo.Id]);
        await bot.ConfigureAsync($"commander: {group}\nworking_hours: {{ from: 00:00, until: 00:00, days: [mon, tue, wed, thu, fri, sat, sun] }}");
        await bot.RestartAsync();

        var incident = await bot.Alice.Declares();

        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(incident)).Offer?.To);
    }

    [Fact]
    public async Task What_is_known_of_people_stays_known_where_Slack_does_not_say_it_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = await JoinsAsync(bot, incident);
        await bot.LaterAsync(TimeSpan.FromMinutes(5));
        await bot.Client.FaultAsync("users.info", "invalid_arguments", times: 100);
        await bot.Alice.In(incident).Types($"/incident commander <@{guest.Id}>");
        await bot.SettlesAsync();

        var known = await bot.Store.ReadAsync(db => db.People.SingleAsync(person => person.UserId == guest.Id));
        Assert.True(known.IsExternal);
        Assert.Equal("pia", known.Name);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Theory]
    [InlineData("pass", false)]
    [InlineData("NO", false)]
    [InlineData("yes", true)]
    public async Task Whoever_is_offered_command_answers_without_any_permission(string answer, bool accepts)
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { handover: commander }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks($"/incident handover {bot.Bob.Mention}");

        await bot.Bob.In(bot.General).Asks($"/incident #1 handover {answer}");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Null(stored.Offer);
        Assert.Equal(accepts ? bot.Bob.User : bot.Alice.User, stored.Commander);
    }

    [Fact]
    public async Task What_merely_begins_like_an_answer_is_asked_about()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { handover: commander }");
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");

        var refused = await bot.Bob.In(bot.General).Asks($"/incident #1 handover accepting is {bot.Chiyo.Mention}");

        Assert.Contains("can use `handover` here", refused, StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Offer);
    }

    [Fact]
    public async Task A_form_that_makes_a_follow_up_is_asked_about_like_the_word()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { followup: commander }");
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident take");
        var ts = await bot.Alice.In(bot.Support).Says("customers ask for a statement");

        await bot.Alice.In(bot.Support).Uses("add_as_task", ts);
        await bot.SettlesAsync();
        await bot.Alice.Submits(("text", "write a statement"), ("sort", "FollowUp"));
        await bot.SettlesAsync();

        Assert.Empty(await bot.Store.ReadAsync(db => db.Tasks.ToListAsync()));
    }

    private static async Task<SandboxPerson> JoinsAsync(TestBot bot, TestIncident incident)
    {
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS"));
        await guest.JoinAsync(incident.Channel);
        await bot.SettlesAsync();
        return guest;
    }

    private static TestPlace In(TestBot bot, SandboxPerson person, string channel) => new(bot, person, channel);
}
