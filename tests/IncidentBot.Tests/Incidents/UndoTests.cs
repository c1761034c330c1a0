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

        // How often it changed, who had the last word, who commanded when and what was posted elsewhere are not taken back.
        static Incident Apart(Incident incident) => incident with { Version = 0, LastWords = LastWords.None, Custody = Custody.None, SaidElsewhere = [] };
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
    public async Task A_slip_of_the_state_undone_leaves_the_times_as_they_were()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident status monitoring");
        var before = await bot.Store.IncidentAsync(incident);
        await bot.LaterAsync(TimeSpan.FromHours(1));

        var answer = await bot.Alice.In(incident).AsksFor("/incident status identified");
        Assert.NotEqual(before.Times, (await bot.Store.IncidentAsync(incident)).Times);
        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        var after = await bot.Store.IncidentAsync(incident);
        Assert.Equal((before.Status, before.Times), (after.Status, after.Times));
    }

    [Fact]
    public async Task An_undone_due_time_may_have_passed()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue due 30m");
        var before = Assert.Single(await Tasks.TaskCommandTests.TasksAsync(bot)).DueAt;
        await bot.LaterAsync(TimeSpan.FromHours(1));

        var answer = await bot.Alice.In(incident).AsksFor("/incident task 1 due 3h");
        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(before, Assert.Single(await Tasks.TaskCommandTests.TasksAsync(bot)).DueAt);
    }

    [Fact]
    public async Task What_would_be_undone_by_half_offers_no_undo()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident detected by monitoring");

        var answer = await bot.Alice.In(incident).AsksFor("/incident detected by support 07:55 UTC");

        Assert.DoesNotContain("Undo", answer.Blocks.ToString(), StringComparison.Ordinal);
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
