using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Roles;

/// <summary>Command is offered with all that is to know, and passes when the other person says yes.</summary>
public sealed class HandoverCommandTests
{
    [Fact]
    public async Task The_brief_stands_in_the_channel_and_command_passes_on_accept()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);
        var here = bot.Alice.In(incident);
        await here.Asks("/incident update Cards are refused.");
        await here.Asks("/incident note hypothesis: the new gateway");
        await here.Asks("/incident note dead-end: not the database");
        await here.Asks("/incident role scribe take");

        await here.Asks($"/incident handover {bot.Bob.Mention}");

        var brief = (await bot.MessagesAsync(incident.Channel)).Single(message => message.Text.Contains("offers command", StringComparison.Ordinal));
        Assert.All(
            new[] { $"{bot.Alice.Mention} offers command of #1 Checkout is failing to {bot.Bob.Mention}", "Cards are refused.", "the new gateway", "not the database", $"Scribe {bot.Alice.Mention}" },
            part => Assert.Contains(part, brief.Text, StringComparison.Ordinal));
        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Contains("only they can answer", (await bot.Chiyo.In(incident.Channel).HearsAfter(() => bot.Chiyo.In(incident.Channel).Presses(brief, "Accept"))).Text, StringComparison.Ordinal);

        await bot.Bob.In(incident.Channel).HearsAfter(() => bot.Bob.In(incident.Channel).Presses(brief, "Accept"));

        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Contains(await bot.SaidInAsync(incident), said => said.Contains($"Command passed from {bot.Alice.Mention} to {bot.Bob.Mention}", StringComparison.Ordinal));
        Assert.Equal(4, (await bot.Store.TimelineAsync(incident)).Count(entry => entry.Kind == EntryKind.Role));
    }

    [Fact]
    public async Task The_form_says_who_goes_on_until_it_is_accepted()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);

        Assert.Contains("you go on commanding until they accept", await FormAsync(bot.Alice), StringComparison.Ordinal);
        Assert.Contains("whoever commands now goes on until they accept", await FormAsync(bot.Bob), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident commander none");
        Assert.Contains("nobody commands until they accept", await FormAsync(bot.Bob), StringComparison.Ordinal);

        async Task<string> FormAsync(TestPerson person)
        {
            await person.In(incident).Types("/incident handover");
            await bot.SettlesAsync();
            return (await person.Form())!.Value.ToString();
        }
    }

    [Fact]
    public async Task Whoever_is_asked_hears_of_it_directly_and_can_pass()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident handover {bot.Chiyo.Mention}");
        var direct = await bot.Chiyo.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);

        await bot.Chiyo.In(direct).Presses(Assert.Single(await bot.Chiyo.DirectMessages()), "Pass");
        await bot.SettlesAsync();

        Assert.Contains(await bot.SaidInAsync(incident), said => said.EndsWith($"{bot.Chiyo.Mention} passed on command; {bot.Alice.Mention} goes on commanding", StringComparison.Ordinal));
        Assert.Contains(bot.Chiyo.Id, (await bot.ChannelAsync(incident.Channel)).Members);
        Assert.Null((await bot.Store.IncidentAsync(incident)).Offer);
    }

    [Fact]
    public async Task An_offer_nobody_answers_ends_and_says_so()
    {
        await using var bot = await TestBot.StartConfiguredAsync("command: { offer_for: 15m }");
        var incident = await LedAsync(bot);
        await bot.Alice.In(incident).Asks($"/incident handover {bot.Bob.Mention}");

        await bot.LaterAsync(TimeSpan.FromMinutes(14));
        Assert.NotNull((await bot.Store.IncidentAsync(incident)).Offer);
        await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.EndsWith($"{bot.Bob.Mention} did not answer the offer of command in time; {bot.Alice.Mention} goes on commanding", (await bot.SaidInAsync(incident))[^1], StringComparison.Ordinal);
        Assert.Contains("No offer of command is open any more.", await bot.Bob.In(incident.Channel).Asks("/incident handover accept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_asks_to_whom()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);
        await bot.Alice.In(incident).Presses(await bot.CardAsync(incident), "Hand over");
        await bot.SettlesAsync();

        await bot.Alice.Submits(("answer", bot.Dana.Id));
        await bot.SettlesAsync();

        Assert.Equal(bot.Dana.User, (await bot.Store.IncidentAsync(incident)).Offer?.To);
    }

    [Fact]
    public async Task Undo_takes_the_offer_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);
        var here = bot.Alice.In(incident);
        var offered = await here.AsksFor($"/incident handover {bot.Bob.Mention}");

        await here.Presses(offered, "Undo");
        await bot.SettlesAsync();

        Assert.Null((await bot.Store.IncidentAsync(incident)).Offer);
    }

    [Fact]
    public async Task In_a_private_incident_only_the_one_who_is_asked_can_answer_from_elsewhere()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await LedAsync(bot);
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Asks($"/incident handover {bot.Chiyo.Mention}");

        Assert.Contains("There is no incident #1", await bot.Dana.In(bot.General).Asks("/incident #1 handover accept"), StringComparison.Ordinal);
        await bot.Chiyo.In(bot.General).Asks("/incident #1 handover accept");

        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task The_chain_of_command_shows_its_gap()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.LaterAsync(TimeSpan.FromMinutes(7));
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.LaterAsync(TimeSpan.FromMinutes(20));

        var custody = await bot.Bob.In(incident.Channel).Asks("/incident custody");

        Assert.Contains("nobody · 7 min", custody, StringComparison.Ordinal);
        Assert.Contains($"{bot.Alice.Mention} · 20 min", custody, StringComparison.Ordinal);
        Assert.Contains("Without a commander: 7 min.", custody, StringComparison.Ordinal);
    }

    private static async Task<TestIncident> LedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        return incident;
    }
}
