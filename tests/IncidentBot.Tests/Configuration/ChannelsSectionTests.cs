using IncidentBot.Configuration;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Configuration;

/// <summary>What incidents' channels are called.</summary>
public sealed class ChannelsSectionTests
{
    [Fact]
    public async Task Channels_are_called_as_somebody_wrote_it_and_a_taken_name_is_numbered()
    {
        await using var bot = await TestBot.StartConfiguredAsync("channels: { name: \"{date}_{severity}_{title}_{number}\" }");
        await bot.Client.CreateChannelAsync($"{TestBot.StartsAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}_drill-login_1", [bot.Bob.Id]);

        await bot.Alice.In(bot.General).Asks("/incident drill Login");

        Assert.EndsWith("_drill-login_1-2", (await bot.ChannelAsync((await bot.Store.NewestAsync()).Channel)).Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inc-{title}", "{number} has to be in it, so that every incident has a name of its own.")]
    [InlineData("Inc {number}", "Slack takes small letters, digits, hyphens and underscores.")]
    [InlineData("inc-{numbr}", "there is no {numbr}. Did you mean {number}?")]
    [InlineData("inc-{number}-{zzzzzzzz}", "there is no {zzzzzzzz}. Write {number}, {title}, {date}, {severity}.")]
    public void A_slip_has_its_line(string name, string why) => Assert.Equal(
        $"line 2: channels.name: \"{name}\" cannot be the name of a channel: {why}",
        Assert.Single(ConfigFile.Read($"channels:\n  name: {name}", null).Problems).ToString());
}
