using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Roles;

public sealed class CommandTests
{
    [Fact]
    public async Task Command_nobody_holds_is_taken_in_the_open()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Bob.In(incident.Channel).Asks("/incident take");

        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Equal("You command now.", answer);
        Assert.Contains($"{bot.Bob.Mention} took command", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.Contains("commander bob", (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
        Assert.Contains($"Commander: {bot.Bob.Mention}", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Role);
    }

    [Fact]
    public async Task Somebody_elses_command_is_not_taken_by_a_slip()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");

        Assert.Contains($"{bot.Alice.Mention} commands this incident. To offer it to somebody", await bot.Bob.In(incident.Channel).Asks("/incident take"), StringComparison.Ordinal);
        Assert.Contains($"{bot.Alice.Mention} commands this incident already.", await bot.Alice.In(incident).Asks("/incident take"), StringComparison.Ordinal);

        Assert.Equal(bot.Alice.User, (await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task Command_is_given_by_name_and_left_open_by_none()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        Assert.Contains($"{bot.Bob.Mention} commands.", await here.Asks($"/incident commander {bot.Bob.Mention}"), StringComparison.Ordinal);
        Assert.Contains($"Command passed from {bot.Bob.Mention} to {bot.Chiyo.Mention}.", await here.Asks($"/incident lead {bot.Chiyo.Mention}"), StringComparison.Ordinal);
        Assert.Equal(bot.Chiyo.User, (await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Contains("no longer commands", await here.Asks("/incident commander none"), StringComparison.Ordinal);

        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
        Assert.Equal(3, (await bot.SaidInAsync(incident)).Count);
        Assert.Contains("no commander", (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commander bob", "Say who commands by mentioning them")]
    [InlineData("commander", "Say who commands by mentioning them")]
    [InlineData("commander me", "To take command yourself, type `/incident take`.")]
    [InlineData("commander none", "Nobody commands this incident.")]
    public async Task What_names_nobody_gets_a_sentence(string typed, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains(sentence, await bot.Alice.In(incident).Asks($"/incident {typed}"), StringComparison.Ordinal);

        Assert.Null((await bot.Store.IncidentAsync(incident)).Commander);
    }

    [Fact]
    public async Task The_first_who_has_seen_it_is_kept_and_the_second_hears_who_that_was()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.LaterAsync(TimeSpan.FromMinutes(4));

        await bot.Bob.In(incident.Channel).Asks("/incident ack");
        var second = await bot.Chiyo.In(incident.Channel).Asks("/incident acknowledge");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(bot.Bob.User, stored.AcknowledgedBy);
        Assert.Contains($"{bot.Bob.Mention} has acknowledged it already.", second, StringComparison.Ordinal);
        Assert.Contains($"Acknowledged: {bot.Bob.Mention}, after 4 min", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("take")]
    [InlineData("ack")]
    [InlineData("commander none")]
    public async Task Roles_of_a_resolved_incident_stay_as_they_are(string word)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident resolve");

        Assert.Contains("This incident is resolved.", await bot.Alice.In(incident).Asks($"/incident {word}"), StringComparison.Ordinal);
    }
}
