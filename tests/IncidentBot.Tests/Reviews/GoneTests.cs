using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reviews;

/// <summary>People leave; what they owed must not leave with them.</summary>
public sealed class GoneTests
{
    [Fact]
    public async Task A_commander_whose_account_is_closed_owes_no_review()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedByDanaAsync(bot);
        await bot.Dana.Hands.ChangeProfileAsync(deleted: true);
        await bot.LaterAsync(TimeSpan.FromDays(1));

        await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} resolve");

        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Review!.Owner);
    }

    [Fact]
    public async Task When_the_owner_cannot_be_reminded_the_channel_is_asked_who_takes_it_and_a_button_takes_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedByDanaAsync(bot);
        await bot.Alice.In(incident).Asks("/incident resolve");
        await bot.Dana.Hands.ChangeProfileAsync(deleted: true);

        await bot.LaterAsync(TimeSpan.FromDays(4));

        var question = (await bot.MessagesAsync(incident.Channel)).Single(message => message.Text.Contains("Who takes it?", StringComparison.Ordinal));
        Assert.Null(question.ThreadTs);
        await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Presses(question, "I take it"));
        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Review!.Owner);
    }

    [Fact]
    public async Task Trouble_with_the_channel_is_told_to_the_reporter_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedByDanaAsync(bot);
        await bot.Dana.Hands.ChangeProfileAsync(deleted: true);

        await bot.Alice.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Contains(await bot.Alice.DirectMessages(), message => message.Text.Contains("archived the channel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_reporter_is_gone_too_whoever_has_seen_it_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Dana.Declares();
        await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} ack");
        await bot.Dana.Hands.ChangeProfileAsync(deleted: true);

        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Bob.Hands.ArchiveAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Single(await bot.Bob.DirectMessages(), message => message.Text.Contains("archived the channel", StringComparison.Ordinal));
    }

    private static async Task<TestIncident> CommandedByDanaAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Dana.In(bot.General).Asks($"/incident #{incident.Number} take");
        return incident;
    }
}
