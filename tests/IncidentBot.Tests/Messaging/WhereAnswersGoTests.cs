using IncidentBot.TestKit;

namespace IncidentBot.Tests.Messaging;

public sealed class WhereAnswersGoTests
{
    [Fact]
    public async Task What_a_question_form_does_is_answered_where_it_was_opened()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Types("/incident update");
        await bot.SettlesAsync();

        var answer = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.Submits(("status", "We are looking.")));

        Assert.Equal("Update recorded; it is on its way into the channel.", answer.Text);
        Assert.Empty(await bot.Alice.DirectMessages());
    }

    [Fact]
    public async Task A_question_about_a_private_incident_is_answered_to_those_in_its_channel()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Secret leak"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();
        await bot.Alice.Hands.InviteAsync(incident.Channel, [bot.Bob.Id]);
        await bot.Bob.In(incident.Channel).Types("/incident update");
        await bot.SettlesAsync();

        await bot.Bob.Submits(("status", "Keys are rotated."));
        await bot.SettlesAsync();

        Assert.Equal("Keys are rotated.", (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text);
    }

    [Fact]
    public async Task What_waited_for_us_is_dated_by_when_it_came_in()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("users.info", "ratelimited", retryAfter: 600);
        await bot.Alice.In(incident).Reacts(incident.Card, "red_circle");
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromSeconds(601));

        var line = (await bot.Store.TimelineAsync(incident))[^1];
        Assert.InRange(line.Happened.Instant!.Value, TestBot.StartsAt, TestBot.StartsAt.AddMinutes(1));
    }
}
