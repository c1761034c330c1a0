using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class UndoTests
{
    [Theory]
    [InlineData("sev 1")]
    [InlineData("status identified")]
    [InlineData("take")]
    [InlineData("ack")]
    [InlineData("resolve")]
    public async Task What_was_just_done_is_taken_back_by_the_button_in_the_answer(string command)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident status investigating");
        var before = await bot.Store.IncidentAsync(incident);

        var answer = await bot.Alice.In(incident).AsksFor($"/incident {command}");
        Assert.NotEqual(Apart(before), Apart(await bot.Store.IncidentAsync(incident)));
        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(Apart(before), Apart(await bot.Store.IncidentAsync(incident)));

        // How often it changed, who had the last word and who commanded when are not taken back.
        static Incident Apart(Incident incident) => incident with { Version = 0, LastWords = LastWords.None, Custody = Custody.None };
    }

    [Fact]
    public async Task The_answer_with_the_button_is_replaced_by_what_the_undo_did()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var answer = await bot.Alice.In(incident).AsksFor("/incident sev 1");

        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        var now = (await bot.Alice.In(incident).Whispers()).Single(message => message.Ts == answer.Ts);
        Assert.Contains("Severity changed from SEV-1 CRITICAL to", now.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_that_was_passed_on_goes_back_to_who_held_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        var answer = await bot.Alice.In(incident).AsksFor($"/incident commander {bot.Bob.Mention}");

        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task Once_something_else_has_changed_it_is_too_late()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var answer = await bot.Alice.In(incident).AsksFor("/incident sev 1");
        await bot.Bob.In(incident.Channel).Asks("/incident status identified");

        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(Severity.Sev1, (await bot.Store.IncidentAsync(incident)).Severity);
        Assert.Contains(await bot.Alice.In(incident).Whispers(), message => message.Text.StartsWith("Too late to undo: something changed since.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_undo_pressed_twice_undoes_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 3");
        var answer = await bot.Alice.In(incident).AsksFor("/incident sev 1");
        await bot.Client.FaultAsync("response_url", "ratelimited");

        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(Severity.Sev3, (await bot.Store.IncidentAsync(incident)).Severity);
    }

    [Fact]
    public async Task Updates_and_notes_offer_no_undo()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        foreach (var command in new[] { "update All is well", "note We looked" })
            Assert.DoesNotContain("Undo", (await bot.Alice.In(incident).AsksFor($"/incident {command}")).Blocks.ToString(), StringComparison.Ordinal);
    }
}
