using IncidentBot.TestKit;
using IncidentBot.Tests.Timeline;

namespace IncidentBot.Tests.Incidents;

/// <summary>A channel people talk in already becomes an incident's.</summary>
public sealed class AdoptTests
{
    [Fact]
    public async Task The_channel_people_talk_in_becomes_the_incidents_and_keeps_its_name()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = await bot.Client.CreateChannelAsync("checkout-talk", members: [bot.Alice.Id]);
        var said = await bot.Alice.In(channel).Says("Checkout answers 502");

        await AdoptAsync(bot, channel, "Checkout is failing");
        await bot.Alice.In(channel).Reacts(said, "pushpin");
        await bot.SettlesAsync();

        var incident = await bot.Store.NewestAsync();
        Assert.Equal(channel, incident.Channel);
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(("Checkout is failing", "checkout-talk", bot.Alice.User, false), (stored.Title, stored.ChannelName, stored.Reporter, stored.IsPrivate));
        Assert.True((await bot.CardAsync(incident)).Pinned);
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text == "Checkout answers 502");
        Assert.Contains(await bot.Alice.In(channel).Whispers(), message => message.Text.StartsWith("This channel is now that of incident #1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_title_the_channels_name_says_what_is_wrong()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = await bot.Client.CreateChannelAsync("checkout-is_failing", members: [bot.Alice.Id]);

        await AdoptAsync(bot, channel, "");

        Assert.Equal("checkout is failing", (await bot.Store.IncidentAsync(1)).Title);
    }

    [Fact]
    public async Task A_channel_belongs_to_one_incident_and_the_announcement_channel_to_none()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.StartsWith("This channel belongs to incident #1 already.", await bot.Bob.In(incident).Asks("/incident adopt"), StringComparison.Ordinal);
        Assert.StartsWith("Incidents are announced here", await bot.Bob.In(bot.Announcements).Asks("/incident adopt"), StringComparison.Ordinal);
        Assert.Equal(1, await bot.Store.IncidentCountAsync());
    }

    [Fact]
    public async Task A_private_channel_the_bot_is_not_in_says_how_to_let_it_in_and_one_it_is_in_makes_a_private_incident()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = await bot.Client.CreateChannelAsync("board-only", isPrivate: true, members: [bot.Alice.Id]);

        await AdoptAsync(bot, channel, "Secret leak");
        Assert.Contains(await bot.Alice.In(channel).Whispers(), message => message.Text.Contains("/invite @IncidentBot", StringComparison.Ordinal));
        Assert.Equal(0, await bot.Store.IncidentCountAsync());

        await bot.Alice.Hands.InviteAsync(channel, [bot.Sandbox.BotUserId]);
        await AdoptAsync(bot, channel, "Secret leak");

        Assert.True((await bot.Store.IncidentAsync(1)).IsPrivate);
        Assert.DoesNotContain(await bot.Bob.In(bot.Announcements).Sees(), message => message.Text.Contains("Secret leak", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_first_what_will_happen_and_does_nothing_before_the_press()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = await bot.Client.CreateChannelAsync("checkout-talk", members: [bot.Alice.Id]);

        var asked = await bot.Alice.In(channel).AsksFor("/incident adopt Checkout is failing");

        Assert.Contains("everybody in it sees a pinned card", asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Store.IncidentCountAsync());
        Assert.StartsWith("I do not know `adoptnow`", await bot.Alice.In(channel).Asks("/incident adoptnow x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_into_its_topic_is_kept_on_the_timeline()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = await bot.Client.CreateChannelAsync("checkout-talk", members: [bot.Alice.Id]);
        await bot.Alice.Hands.SetTopicAsync(channel, "Rota: see the wiki");

        await AdoptAsync(bot, channel, "Checkout is failing");

        Assert.Contains(await bot.Store.TimelineAsync(await bot.Store.NewestAsync()), entry => entry.Text == "The topic of the channel was: Rota: see the wiki" && entry.IsFact);
        Assert.Contains(await bot.Alice.In(channel).Whispers(), message => message.Text.Contains("what its topic said is on the timeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_its_topic_said_can_be_redacted_and_is_gone_everywhere()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = await bot.Client.CreateChannelAsync("checkout-talk", members: [bot.Alice.Id]);
        await bot.Alice.Hands.SetTopicAsync(channel, "Door: hidden-code 4711");
        await AdoptAsync(bot, channel, "Checkout is failing");
        var incident = await bot.Store.NewestAsync();
        await bot.Alice.In(incident).Asks("/incident take");
        var entry = (await bot.Store.TimelineAsync(incident)).Single(each => each.Text.Contains("hidden-code", StringComparison.Ordinal));

        await RedactSteps.RedactAsync(bot, bot.Alice, incident, entry.Number, "a password");

        Assert.DoesNotContain(await bot.Store.TimelineAsync(incident), each => each.Text.Contains("hidden-code", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => System.Text.Encoding.UTF8.GetString(row.Body).Contains("hidden-code", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Payload.Contains("hidden-code", StringComparison.Ordinal));
    }

    private static async Task AdoptAsync(TestBot bot, string channel, string title)
    {
        var asked = await bot.Alice.In(channel).AsksFor($"/incident adopt {title}");
        await bot.Alice.In(channel).Presses(asked, "Make this channel the incident's");
        await bot.SettlesAsync();
    }
}
