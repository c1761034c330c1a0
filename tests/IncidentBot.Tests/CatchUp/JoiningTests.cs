using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.CatchUp;

public sealed class JoiningTests
{
    [Fact]
    public async Task Who_joins_is_told_everything_once_and_nobody_else_sees_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident sev 1 nobody can pay");

        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.Bob.Hands.LeaveAsync(incident.Channel);
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.SettlesAsync();

        var told = Assert.Single(await bot.Bob.In(incident).Welcomes());
        Assert.Contains("nobody can pay", told.Text, StringComparison.Ordinal);
        Assert.InRange(Controls.Labels(told.Blocks).Count, 1, 3);
        Assert.Empty(await bot.Alice.In(incident).Welcomes());
    }

    [Fact]
    public async Task A_program_that_joins_is_told_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Store.ReadAsync(async db =>
        {
            db.People.Add(new PersonRow { TeamId = bot.Sandbox.TeamId, UserId = bot.Bob.Id, Name = "deploys", IsBot = true, IsActive = true, LookedUpAt = bot.Now });
            return await db.SaveChangesAsync();
        });

        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Chiyo.Hands.JoinAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Empty(await bot.Bob.In(incident).Welcomes());
        Assert.Empty(await bot.Bob.DirectMessages());
        Assert.Single(await bot.Chiyo.In(incident).Welcomes());
    }

    [Fact]
    public async Task Whoever_declared_and_those_the_bot_brought_in_are_not_told()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Bob.Mention}");

        Assert.Empty(await bot.Alice.In(incident).Welcomes());
        Assert.Empty(await bot.Bob.In(incident).Welcomes());
    }

    [Fact]
    public async Task Nobody_is_told_where_it_is_over()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident resolve");

        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Empty(await bot.Bob.In(incident).Welcomes());
    }
}
