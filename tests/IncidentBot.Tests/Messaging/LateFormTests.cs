using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

/// <summary>Slack's trigger lives three seconds. When it is gone, a button brings a new one.</summary>
public sealed class LateFormTests
{
    [Fact]
    public async Task A_form_that_cannot_open_in_time_is_offered_as_a_button_that_opens_it()
    {
        await using var bot = await TestBot.StartAsync();
        var offer = await LateAsync(bot, () => bot.Alice.In(bot.General).Types("/incident declare"));
        Assert.Equal(["Open the form"], Controls.Labels(offer.Blocks));
        Assert.Null(await bot.Alice.Form());

        await bot.Alice.In(bot.General).Presses(offer, "Open the form");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Logins fail"));
        await bot.SettlesAsync();

        Assert.Equal("Logins fail", (await bot.Store.IncidentAsync(1)).Title);
    }

    [Fact]
    public async Task The_late_form_still_knows_the_message_it_was_opened_on()
    {
        await using var bot = await TestBot.StartAsync();
        var ts = await bot.Bob.In(bot.General).Says("Nobody can pay");
        var offer = await LateAsync(bot, () => bot.Alice.In(bot.General).Uses("declare_from_message", ts));

        await bot.Alice.In(bot.General).Presses(offer, "Open the form");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Payments"));
        await bot.SettlesAsync();

        Assert.Equal("Nobody can pay", Assert.Single(await bot.Store.RecordedAsync(await bot.Store.NewestAsync())).Text);
    }

    [Fact]
    public async Task The_late_question_still_knows_its_command()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var offer = await LateAsync(bot, () => bot.Alice.In(incident).Types("/incident update"), incident.Channel);

        await bot.Alice.In(incident).Presses(offer, "Open the form");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("status", "We are looking."));
        await bot.SettlesAsync();

        Assert.Equal("We are looking.", (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text);
    }

    private static Task<Sandbox.SandboxMessage> LateAsync(TestBot bot, Func<Task> act, string? where = null) =>
        bot.Alice.In(where ?? bot.General).HearsAfter(async () =>
        {
            await bot.Client.FaultAsync("views.open", "ratelimited", retryAfter: 10);
            await act();
            await bot.SettlesAsync();
            await bot.LaterAsync(TimeSpan.FromSeconds(11));
        });
}
