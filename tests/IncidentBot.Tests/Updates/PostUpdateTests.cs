using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;
using IncidentBot.Tests.Timeline;

namespace IncidentBot.Tests.Updates;

public sealed class PostUpdateTests
{
    [Fact]
    public async Task An_update_is_said_in_the_channel_and_stands_on_the_card_and_the_timeline()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks("/incident update We rolled back.\nWatching until noon.");

        Assert.Equal("Update recorded; it is on its way into the channel.", answer);
        var said = Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains($"*Update* from {bot.Alice.Mention}", said, StringComparison.Ordinal);
        Assert.Contains("We rolled back.\n&gt; Watching until noon.", said, StringComparison.Ordinal);
        Assert.Contains("Watching until noon.", (await bot.CardAsync(incident)).Blocks.ToString(), StringComparison.Ordinal);
        Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Communication && entry.Text == "We rolled back.\nWatching until noon.");
    }

    [Theory]
    [InlineData("<!channel> look", "@channel look")]
    [InlineData("<!here> look", "@here look")]
    [InlineData("<!subteam^S0ABC|@sre> look", "@sre look")]
    [InlineData("a &lt;!channel&gt; &amp; b", "a &lt;!channel&gt; &amp; b")]
    public async Task The_bot_rings_for_nobody_on_somebodys_behalf(string typed, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident update {typed}");

        Assert.Contains(said, Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_word_may_come_after_the_end()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident close");

        Assert.Equal("Update recorded; it is on its way into the channel.", await bot.Alice.In(incident).Asks("/incident update All is well."));
    }

    [Fact]
    public async Task Without_words_a_form_asks_for_them()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Types("/incident update");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("status", "Half of the users are back."));
        await bot.SettlesAsync();

        Assert.Equal("Half of the users are back.", (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text);
    }

    [Fact]
    public async Task The_form_has_three_parts_begins_with_the_last_ones_and_says_whom_it_is_for()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await OpensAsync(bot, incident);
        await bot.Alice.Submits(("status", "Half of the users are back."), ("findings", "The index was gone."), ("actions", "Bob rebuilds it."), ("audience", new[] { "external" }));
        await bot.SettlesAsync();

        Assert.Contains("(for people outside too)", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text == "Half of the users are back.\n*Findings* The index was gone.\n*Actions and needs* Bob rebuilds it.");
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text == "That update was meant for people outside too");
        var form = (await OpensAsync(bot, incident)).ToString();
        Assert.All(new[] { "Half of the users are back.", "The index was gone.", "Bob rebuilds it." }, words => Assert.Contains($"\"initial_value\": \"{words}\"", Spaced(form), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Correcting_the_last_update_tells_nobody_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");
        var told = (await bot.Store.IncidentAsync(incident)).LastUpdate!.At;
        await OpensAsync(bot, incident);

        await bot.Alice.Submits(("status", "A third of the users are back."), ("how", "correct"));
        await bot.SettlesAsync();

        Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains("A third of the users", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains("corrected the last update", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Equal(("A third of the users are back.", told), ((await bot.Store.IncidentAsync(incident)).LastUpdate!.Text, (await bot.Store.IncidentAsync(incident)).LastUpdate!.At));
    }

    [Fact]
    public async Task The_message_that_carried_the_old_words_is_corrected_too_and_says_so()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident subscribe");
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");

        await bot.Bob.In(incident).Types("/incident update");
        await bot.SettlesAsync();
        await bot.Bob.Submits(("status", "A third of the users are back."), ("how", "correct"));
        await bot.SettlesAsync();

        var said = Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains("A third of the users are back.", said, StringComparison.Ordinal);
        Assert.Contains($"(corrected by {bot.Bob.Mention})", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Half of the users", said, StringComparison.Ordinal);
        Assert.Single(await bot.Bob.DirectMessages(), message => message.Text.Contains("was updated by", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_begins_with_whom_the_last_update_was_for()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await OpensAsync(bot, incident);
        await bot.Alice.Submits(("status", "Half of the users are back."), ("audience", new[] { "external" }));
        await bot.SettlesAsync();

        Assert.Contains("\"initial_options\"", (await OpensAsync(bot, incident)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redacted_a_corrected_update_is_gone_from_the_channel_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");
        await OpensAsync(bot, incident);
        await bot.Alice.Submits(("status", "The password was hunter2-and-more, sorry."), ("how", "correct"));
        await bot.SettlesAsync();
        var entry = (await bot.Store.TimelineAsync(incident)).Single(each => each.Text.StartsWith("The password", StringComparison.Ordinal)).Number;

        await RedactSteps.RedactAsync(bot, bot.Alice, incident, entry, "a secret");
        await bot.SettlesAsync();

        Assert.DoesNotContain(await bot.MessagesAsync(incident.Channel), message => message.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_never_replaces_an_update_its_writer_did_not_see()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident update Half of the users are back.");
        await OpensAsync(bot, incident);
        await bot.Bob.In(incident.Channel).Asks("/incident update All users are back.");

        await bot.Alice.Submits(("status", "A third of the users are back."), ("how", "correct"));
        await bot.SettlesAsync();

        Assert.Equal(("All users are back.", bot.Bob.User), ((await bot.Store.IncidentAsync(incident)).LastUpdate!.Text, (await bot.Store.IncidentAsync(incident)).LastUpdate!.By));
        Assert.Contains("A third of the users are back.", (await bot.Alice.In(incident).Whispers())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_somebody_else_corrected_are_not_shown_as_the_writers_own()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident.Channel).Asks("/incident update Half of the users are back.");
        await OpensAsync(bot, incident);

        await bot.Alice.Submits(("status", "A third of the users are back."), ("how", "correct"));
        await bot.SettlesAsync();

        Assert.Equal((bot.Bob.User, bot.Alice.User), ((await bot.Store.IncidentAsync(incident)).LastUpdate!.By, (await bot.Store.IncidentAsync(incident)).LastUpdate!.CorrectedBy));
        Assert.Contains("(corrected by ", (await bot.CardAsync(incident)).Blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redacted_update_leaves_none_of_its_parts_behind()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await OpensAsync(bot, incident);
        await bot.Alice.Submits(("status", "Half of the users are back."), ("findings", "The password was hunter-two-two."));
        await bot.SettlesAsync();
        var entry = (await bot.Store.TimelineAsync(incident)).Single(line => line.Kind == EntryKind.Communication);

        await RedactSteps.RedactAsync(bot, bot.Alice, incident, entry.Number, "a password");

        Assert.Null((await bot.Store.IncidentAsync(incident)).LastUpdate!.Parts);
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => System.Text.Encoding.UTF8.GetString(row.Body).Contains("hunter-two-two", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Payload.Contains("hunter-two-two", StringComparison.Ordinal));
    }

    private static async Task<System.Text.Json.JsonElement> OpensAsync(TestBot bot, TestIncident incident)
    {
        await bot.Alice.In(incident).Types("/incident update");
        await bot.SettlesAsync();
        return (await bot.Alice.Form())!.Value;
    }

    private static string Spaced(string json) => json.Replace("\":\"", "\": \"", StringComparison.Ordinal);
}
