using IncidentBot.TestKit;

namespace IncidentBot.Tests.Roles;

/// <summary>Whoever is given a duty can hold it, can see the channel, and hears of it.</summary>
public sealed class DutyTests
{
    [Fact]
    public async Task Whoever_is_put_in_command_is_invited_and_told()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident commander {bot.Chiyo.Mention}");

        Assert.Contains(bot.Chiyo.Id, (await bot.ChannelAsync(incident.Channel)).Members);
        var heard = Assert.Single(await bot.Chiyo.DirectMessages()).Text;
        Assert.Contains($"{bot.Alice.Mention} put you in command of <#{incident.Channel}>", heard, StringComparison.Ordinal);
        Assert.Contains("Decides what is done next and by whom", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_command_is_told_only_where_they_did_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Chiyo.In(incident.Channel).Asks("/incident take");

        Assert.Empty(await bot.Chiyo.DirectMessages());
    }

    [Theory]
    [InlineData("commander")]
    [InlineData("review owner")]
    public async Task A_program_and_somebody_unknown_hold_no_duty(string duty)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        if (duty != "commander")
            await bot.Alice.In(incident).Asks("/incident resolve");
        await bot.Dana.Hands.ChangeProfileAsync(deleted: true);
        var before = await bot.Store.IncidentAsync(incident);

        Assert.Contains("is a program; name a person.", await bot.Alice.In(incident).Asks($"/incident {duty} <@{bot.Sandbox.BotUserId}>"), StringComparison.Ordinal);
        Assert.Contains("is a program; name a person.", await bot.Alice.In(incident).Asks($"/incident {duty} <@USLACKBOT>"), StringComparison.Ordinal);
        Assert.Contains("cannot be reached in this workspace.", await bot.Alice.In(incident).Asks($"/incident {duty} <@U0NOBODY99>"), StringComparison.Ordinal);
        Assert.Contains("cannot be reached in this workspace.", await bot.Alice.In(incident).Asks($"/incident {duty} {bot.Dana.Mention}"), StringComparison.Ordinal);

        Assert.Equal(before, await bot.Store.IncidentAsync(incident));
    }

    [Fact]
    public async Task Somebody_whose_account_was_closed_holds_no_duty_though_they_are_known()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Chiyo.In(bot.General).Asks("/incident list");
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Chiyo.Mention}");
        await bot.Chiyo.Hands.ChangeProfileAsync(deleted: true);
        await bot.LaterAsync(TimeSpan.FromMinutes(5));
        await bot.Alice.In(incident).Asks("/incident commander none");

        await bot.Alice.In(incident).Asks($"/incident commander {bot.Chiyo.Mention}");

        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task Who_cannot_be_brought_in_is_named_in_the_channel()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("conversations.invite", "cant_invite");

        await bot.Alice.In(incident).Asks($"/incident commander {bot.Chiyo.Mention}");

        Assert.Contains(await bot.SaidInAsync(incident), said => said.StartsWith($"I could not add {bot.Chiyo.Mention} to this channel (`cant_invite`).", StringComparison.Ordinal));
    }
}
