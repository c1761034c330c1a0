using IncidentBot.Domain.Incidents;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Messaging;

/// <summary>People of another workspace see what is in their channels, are named as such, and are given nothing else.</summary>
public sealed class ExternalPeopleMayTests
{
    [Fact]
    public async Task They_are_named_as_external_wherever_they_are_named()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = await JoinsAsync(bot, incident);
        await bot.Alice.In(incident).Asks($"/incident role scribe <@{guest.Id}>");
        await bot.Alice.In(incident).Asks($"/incident task call the provider <@{guest.Id}>");
        await bot.Alice.In(incident).Reacts(await guest.PostAsync(incident.Channel, "Our side sees 502s too"), "pushpin");
        await bot.SettlesAsync();

        var named = $"<@{guest.Id}> (external)";
        Assert.Contains(named, (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains(" (external)", (await bot.CardAsync(incident)).Blocks.ToString(), StringComparison.Ordinal);
        Assert.Contains(named, await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
        Assert.Contains(named, await bot.Alice.In(incident).Asks("/incident tasks"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{bot.Alice.Mention} (external)", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("digest")]
    [InlineData("subscribe all")]
    [InlineData("export")]
    [InlineData("take")]
    public async Task They_get_no_lists_no_export_and_no_command(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = In(bot, await JoinsAsync(bot, incident), incident.Channel);

        Assert.Contains("is for people of this workspace.", await guest.Asks($"/incident {words}"), StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Theory]
    [InlineData("multi_channel")]
    [InlineData("single_channel")]
    public async Task A_guest_is_external_too(string kind)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("gil", "Gil Guest", tz: null, guest: kind));
        await guest.JoinAsync(incident.Channel);
        await bot.SettlesAsync();
        var here = In(bot, guest, incident.Channel);

        foreach (var words in new[] { "list", "digest", "subscribe all", "export", "take" })
            Assert.Contains("is for people of this workspace.", await here.Asks($"/incident {words}"), StringComparison.Ordinal);
        Assert.StartsWith($"<@{guest.Id}> (external) is not of this workspace and cannot command here.", await bot.Alice.In(incident).Asks($"/incident commander <@{guest.Id}>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("export")]
    [InlineData("take")]
    public async Task Whom_slack_was_never_asked_about_waits_until_it_has_said(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS"));
        await guest.JoinAsync(bot.General);

        var answer = await In(bot, guest, bot.General).Asks($"/incident #{incident.Number} {words}");

        Assert.DoesNotContain("Checkout", answer, StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("take")]
    public async Task Where_slack_does_not_say_who_somebody_is_they_are_given_nothing_until_it_does(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("users.info", "invalid_arguments", times: 100);
        var dana = bot.Dana.In(incident);

        var refused = await dana.Asks($"/incident {words}");
        await bot.Client.ClearFaultsAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        var given = await dana.Asks($"/incident {words}");

        Assert.Contains("Slack does not tell me at the moment whether you are one. Try again in a minute.", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("at the moment", given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_know_nothing_of_incidents_whose_channel_they_are_not_in()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var other = await bot.Bob.Declares("Logins fail");
        var guest = await JoinsAsync(bot, incident);
        var here = In(bot, guest, incident.Channel);

        Assert.StartsWith($"There is no incident #{other.Number} that you can see here.", await here.Asks($"/incident #{other.Number} catchup"), StringComparison.Ordinal);
        Assert.Contains("Checkout is failing", await here.Asks("/incident catchup"), StringComparison.Ordinal);
        await guest.OpenHomeAsync();
        await bot.SettlesAsync();
        var home = (await guest.HomeAsync())!.Value.ToString();
        Assert.Contains("people of this workspace only", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Checkout", home, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commander")]
    [InlineData("handover")]
    [InlineData("role commander")]
    public async Task They_are_put_in_command_only_where_the_configuration_permits_it(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        var guest = await JoinsAsync(bot, incident);

        var refused = await bot.Alice.In(incident).Asks($"/incident {words} <@{guest.Id}>");
        await bot.ConfigureAsync("command: { tell_channel_after: off, external: on }");
        await bot.RestartAsync();
        await bot.Alice.In(incident).Types($"/incident {words} <@{guest.Id}>");
        await bot.SettlesAsync();

        Assert.StartsWith($"<@{guest.Id}> (external) is not of this workspace and cannot command here.", refused, StringComparison.Ordinal);
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(new UserId(guest.Id), stored.Offer?.To ?? stored.Commander);
    }

    [Fact]
    public async Task What_they_subscribed_to_before_that_was_known_they_hear_no_more_and_can_end()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = await JoinsAsync(bot, incident);
        var here = In(bot, guest, incident.Channel);
        await bot.Store.ReadAsync(async db =>
        {
            db.Subscriptions.Add(new SubscriptionRow { TeamId = bot.Sandbox.TeamId, UserId = guest.Id, Rule = SubscriptionRow.Everything });
            db.Subscriptions.Add(new SubscriptionRow { TeamId = bot.Sandbox.TeamId, UserId = bot.Bob.Id, Rule = SubscriptionRow.Everything });
            db.Digests.Add(new DigestRow { TeamId = bot.Sandbox.TeamId, UserId = guest.Id });
            return await db.SaveChangesAsync();
        });

        await bot.Alice.In(incident).Asks("/incident resolve");

        Assert.NotEmpty(await bot.Bob.DirectMessages());
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Kind == "direct-message" && row.Payload.Contains(guest.Id, StringComparison.Ordinal));
        Assert.DoesNotContain("is for people of this workspace", await here.Asks("/incident digest off"), StringComparison.Ordinal);
        Assert.False(await bot.Store.ReadAsync(db => db.Digests.AnyAsync()));
    }

    [Fact]
    public async Task Help_leaves_out_what_they_are_refused()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var told = await In(bot, await JoinsAsync(bot, incident), incident.Channel).Asks("/incident help all");

        Assert.Contains("Left to others here: `digest`, `export`, `list`, `subscribe`, `take`.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role scribe")]
    [InlineData("task call the provider")]
    public async Task Nothing_they_are_given_lets_them_into_a_private_incident(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var guest = await JoinsAsync(bot, await bot.Bob.Declares("Payments answer 502"));
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();

        var answer = await bot.Alice.In(incident).Asks($"/incident {words} <@{guest.Id}>");

        Assert.Contains("is not of this workspace, and this incident is private", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(guest.Id, (await bot.ChannelAsync(incident.Channel)).Members);
        Assert.Contains($"The incident is private: {bot.Chiyo.Mention} can read all of it", await bot.Alice.In(incident).Asks($"/incident {words} {bot.Chiyo.Mention}"), StringComparison.Ordinal);
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
