using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Roles;

/// <summary>Roles other than command: shown, taken, given, left and undone, by word and by form.</summary>
public sealed class RoleCommandTests
{
    [Fact]
    public async Task A_role_is_taken_passed_on_and_left_in_the_open()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        Assert.Equal("You are Scribe now.", await here.Asks("/incident role scribe take"));
        Assert.Contains($"Roles: Scribe {bot.Alice.Mention}", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains($"{bot.Alice.Mention} is Scribe. To pass it on", await bot.Bob.In(incident.Channel).Asks("/incident role take scribe"), StringComparison.Ordinal);
        Assert.Contains($"Scribe passed from {bot.Alice.Mention} to {bot.Chiyo.Mention}.", await here.Asks($"/incident role scribe {bot.Chiyo.Mention}"), StringComparison.Ordinal);
        Assert.Contains($"{bot.Chiyo.Mention} no longer holds a role, Scribe.", await here.Asks($"/incident role scribe leave {bot.Chiyo.Mention}"), StringComparison.Ordinal);

        Assert.Empty((await bot.Store.IncidentAsync(incident)).Roles.All);
        Assert.Equal(3, (await bot.Store.TimelineAsync(incident)).Count(entry => entry.Kind == EntryKind.Role));
        Assert.Equal(3, (await bot.ThreadAsync(incident)).Count);
    }

    [Fact]
    public async Task Whoever_is_given_a_role_hears_what_it_does_is_brought_in_and_can_give_it_up()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident role comms {bot.Chiyo.Mention}");

        var heard = Assert.Single(await bot.Chiyo.DirectMessages());
        Assert.Contains("gave you a role", heard.Text, StringComparison.Ordinal);
        Assert.Contains("Tells those outside the channel how it stands", heard.Text, StringComparison.Ordinal);
        Assert.Contains(bot.Chiyo.Id, (await bot.ChannelAsync(incident.Channel)).Members);
        var direct = await bot.Chiyo.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);
        await bot.Chiyo.In(direct).Presses(heard, "Give it up");
        await bot.SettlesAsync();
        Assert.Empty((await bot.Store.IncidentAsync(incident)).Roles.All);
    }

    [Fact]
    public async Task Undo_brings_back_who_held_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident role scribe take");
        var done = await here.AsksFor($"/incident role scribe {bot.Bob.Mention}");

        await here.Presses(done, "Undo");
        await bot.SettlesAsync();

        Assert.Equal([bot.Alice.User], (await bot.Store.IncidentAsync(incident)).Roles.Of("scribe"));
    }

    [Fact]
    public async Task The_board_shows_every_role_who_holds_it_and_what_it_does()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Bob.In(incident.Channel).Asks("/incident role expert take");
        await bot.Chiyo.In(incident.Channel).Asks("/incident role Expert me");

        var board = await bot.Alice.In(incident).Asks("/incident roles");

        Assert.Contains($"*Commander* (`commander`): {bot.Alice.Mention}\nDecides", board, StringComparison.Ordinal);
        Assert.Contains($"*Expert* (`expert`): {bot.Bob.Mention}, {bot.Chiyo.Mention}\nKnows", board, StringComparison.Ordinal);
        Assert.Contains("*Scribe* (`scribe`): nobody", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_does_only_what_was_changed_on_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident role expert take");
        await here.Presses(await bot.CardAsync(incident), "Roles");
        await bot.SettlesAsync();
        await bot.Bob.In(incident.Channel).Asks("/incident role responder take");

        await bot.Alice.Submits(("commander", bot.Dana.Id), ("scribe", null), ("communications", null), ("expert", new[] { bot.Bob.Id, bot.Chiyo.Id }), ("responder", Array.Empty<string>()));
        await bot.SettlesAsync();

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(bot.Dana.User, stored.Commander);
        Assert.Equal([bot.Bob.User, bot.Chiyo.User], stored.Roles.Of("expert"));
        Assert.Equal([bot.Bob.User], stored.Roles.Of("responder"));
        Assert.Contains("gave you a role", Assert.Single(await bot.Chiyo.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role cook take", "Say which role: commander, scribe, comms, expert, responder.")]
    [InlineData("role scribe bob", "Say `role scribe take`, `role scribe leave`, or `role scribe @name`.")]
    [InlineData("role scribe leave", "does not hold that role (Scribe).")]
    public async Task What_is_no_role_or_names_nobody_gets_a_sentence(string typed, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains(sentence, await bot.Alice.In(incident).Asks($"/incident {typed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_those_of_the_configuration_and_old_ones_keep_their_name()
    {
        await using var bot = await TestBot.StartConfiguredAsync("roles: [{ key: commander, name: Lead }, { key: cook, name: Chief cook, short: chef }]");
        var incident = await bot.Alice.Declares();

        Assert.Equal("You are Chief cook now.", await bot.Alice.In(incident).Asks("/incident role chef take"));
        Assert.Equal("You command now.", await bot.Alice.In(incident).Asks("/incident role lead take"));

        Assert.Contains($"Roles: Chief cook {bot.Alice.Mention}", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }
}
