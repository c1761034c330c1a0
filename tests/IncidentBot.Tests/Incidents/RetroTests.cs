using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>What nobody declared while it burned is declared afterwards, with the times it had, and owes its review like any.</summary>
public sealed class RetroTests
{
    [Fact]
    public async Task It_is_resolved_at_once_with_its_times_and_owes_its_review()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types("/incident retro Orders were lost");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("severity", "sev1"), ("impact_start", "2031-03-02 10:15 UTC-5"), ("detected", "yesterday 21:30"), ("mitigated", "2031-03-02 23:00 UTC"), ("resolved", "2031-03-03 01:00 UTC"), ("summary", "A queue was emptied."));
        await bot.SettlesAsync();

        var incident = await bot.Store.IncidentAsync(1);
        Assert.Equal("Orders were lost", incident.Title);
        Assert.Equal(IncidentPhase.Resolved, incident.Status.Phase);
        Assert.True(incident.IsRetroactive);
        Assert.Equal(new DateTimeOffset(2031, 3, 2, 15, 15, 0, TimeSpan.Zero), IncidentTiming.At(incident, NamedTime.ImpactStart));
        Assert.Equal(new DateTimeOffset(2031, 3, 3, 1, 0, 0, TimeSpan.Zero), incident.ResolvedAt);
        Assert.Equal(TimeSpan.FromHours(9.75), Measure.Total.Of(incident));
        Assert.Null(Measure.ToResolve.Of(incident));
        Assert.True(incident.Review!.IsOwed);
        Assert.Equal(bot.Alice.User, incident.Review.Owner);
        var card = (await bot.MessagesAsync(incident.Channel!.Value.Value)).Single(message => message.Ts == incident.Card!.Ts).Text;
        Assert.Contains("retroactive", card, StringComparison.Ordinal);
        Assert.DoesNotContain("after", card, StringComparison.Ordinal);
        var announced = (await bot.MessagesAsync(bot.Announcements))[^1].Text;
        Assert.Contains("Declared afterwards, for the record; nobody need come.", announced, StringComparison.Ordinal);
        Assert.DoesNotContain("Join in", announced, StringComparison.Ordinal);
        Assert.Contains(await bot.Alice.DirectMessages(), message => message.Text.Contains("Its review is yours, due", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("impact_start", "2031-03-03 02:00 UTC", "Resolved cannot be before impact start")]
    [InlineData("mitigated", "half past", "is no time I can read")]
    [InlineData("detected", "2031-03-03 07:00 UTC", "Resolved cannot be before")]
    public async Task Times_that_cannot_be_are_said_and_nothing_typed_is_lost(string block, string said, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types("/incident declare past");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Orders were lost"), ("resolved", "2031-03-03 01:00 UTC"), (block, said));
        await bot.SettlesAsync();

        Assert.Equal(0, await bot.Store.IncidentCountAsync());
        var told = (await bot.Alice.DirectMessages())[^1];
        Assert.Contains(sentence, told.Text, StringComparison.Ordinal);
        await (await bot.Alice.Directly())!.Presses(told, "Open the form again");
        await bot.SettlesAsync();
        var form = (await bot.Alice.Form())!.Value.ToString();
        Assert.Contains("\"initial_value\":\"Orders were lost\"", form, StringComparison.Ordinal);
        Assert.Contains($"\"initial_value\":\"{said}\"", form, StringComparison.Ordinal);
        await bot.Alice.Submits((block, ""));
        await bot.SettlesAsync();
        Assert.Equal("Orders were lost", (await bot.Store.IncidentAsync(1)).Title);
    }

    [Fact]
    public async Task A_title_that_is_too_long_stands_in_the_form_as_a_whole()
    {
        await using var bot = await TestBot.StartAsync();
        var words = string.Join(' ', Enumerable.Repeat("orders", 60));

        await bot.Alice.In(bot.General).Types($"/incident retro {words}");
        await bot.SettlesAsync();

        Assert.Contains($"\"initial_value\":\"{words}\"", (await bot.Alice.Form())!.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_end_it_is_live_and_nobody_is_chased()
    {
        await using var bot = await TestBot.StartConfiguredAsync("nudges: { updates: on, acknowledge: on }\ncommand: { tell_channel_after: 10m }\ncommander: declarer");
        await bot.Alice.In(bot.General).Types("/incident past The search is stale");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("severity", "sev1"), ("impact_start", "3h ago"));
        await bot.SettlesAsync();
        var incident = await bot.Store.IncidentAsync(1);
        Assert.False(incident.IsOver);
        Assert.Null(incident.Commander);
        var said = (await bot.MessagesAsync(incident.Channel!.Value.Value)).Count;

        await bot.LaterAsync(TimeSpan.FromHours(5));

        Assert.Equal(said, (await bot.MessagesAsync(incident.Channel!.Value.Value)).Count);
        await bot.Alice.In(incident.Channel!.Value.Value).Asks("/incident resolve");
        Assert.NotNull((await bot.Store.IncidentAsync(1)).Review);
    }
}
