using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>Emoji on the card of which nobody told the bot: said, and not carried out.</summary>
public sealed class CardMissedTests
{
    [Fact]
    public async Task What_is_on_the_card_and_was_never_heard_of_is_said_to_all_and_to_its_author_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Reacts(incident.Card, "eyes");
        await bot.SettlesAsync();
        await here.Reacts(incident.Card, "tada");

        await bot.MissesAsync(() => here.Reacts(incident.Card, "raising_hand"));
        Assert.Empty(await bot.SaidInAsync(incident));
        var told = await here.HearsAfter(() => bot.MissesAsync(() => Task.CompletedTask));
        await bot.MissesAsync(() => Task.CompletedTask);

        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
        var line = Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains($":raising_hand: by {bot.Alice.Mention} on the card did not reach me: press it again, or `/incident take`.", line, StringComparison.Ordinal);
        Assert.StartsWith("Your :raising_hand: on the card did not reach me", told.Text, StringComparison.Ordinal);
        Assert.Single(await here.Whispers(), whisper => whisper.Text == told.Text);

        await here.Presses(told, "Do it now");
        await bot.SettlesAsync();

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task Pressed_again_it_is_carried_out()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await bot.MissesAsync(() => here.Reacts(incident.Card, "raising_hand"));

        await here.TakesBack(incident.Card, "raising_hand");
        await bot.SettlesAsync();
        await here.Reacts(incident.Card, "raising_hand");
        await bot.SettlesAsync();

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task Heard_after_all_it_is_carried_out()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await bot.Client.FaultAsync("delivery", "delay", retryAfter: 60);
        await here.Reacts(incident.Card, "red_circle");
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("1 emoji on the card not carried out", await AnswerAsync(bot, incident), StringComparison.Ordinal);

        await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Severity.Sev1, (await bot.Store.IncidentAsync(incident)).Severity);
    }

    [Fact]
    public async Task A_card_the_page_does_not_show_is_looked_at_too()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reconciliation: { page: 2 }");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        for (var i = 0; i < 4; i++)
            await here.Says("talk");

        await bot.MissesAsync(() => here.Reacts(incident.Card, "white_check_mark"));
        await bot.MissesAsync(() => Task.CompletedTask);

        Assert.Contains(":white_check_mark: by", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);
    }

    /// <summary>Whoever asks is also the one whose emoji it is, so two whispers come.</summary>
    private static async Task<string> AnswerAsync(TestBot bot, TestIncident incident)
    {
        await bot.Alice.In(incident).Types("/incident reconcile");
        await bot.SettlesAsync();
        return (await bot.Alice.In(incident).Whispers()).Single(whisper => whisper.Text.StartsWith("I compared", StringComparison.Ordinal)).Text;
    }
}
