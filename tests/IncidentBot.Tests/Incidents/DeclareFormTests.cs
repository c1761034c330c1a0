using System.Text.Json;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.WebApi;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class DeclareFormTests
{
    [Fact]
    public async Task Declaring_without_a_title_opens_the_short_form_and_the_form_declares()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();

        var sent = await bot.Alice.Submits(("title", "Logins fail"), ("severity", "sev2"), ("summary", "Since the 10:00 deploy.\nOnly in one region."));
        await bot.SettlesAsync();

        Assert.Empty(sent.Errors);
        Assert.Empty(sent.Open);
        var stored = await bot.Store.IncidentAsync(1);
        Assert.Equal(("Logins fail", Severity.Sev2, "Since the 10:00 deploy.\nOnly in one region.", false), (stored.Title, stored.Severity, stored.Summary, stored.IsPrivate));
        var card = await bot.CardAsync(await bot.Store.NewestAsync());
        Assert.Contains("SEV-2 HIGH", card.Text, StringComparison.Ordinal);
        Assert.Contains("Only in one region.", card.Blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_has_no_way_back_so_the_declarer_is_told_directly()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();

        await bot.Alice.Submits(("title", "Logins fail"));
        await bot.SettlesAsync();

        var incident = await bot.Store.NewestAsync();
        Assert.Contains($"<#{incident.Channel}>", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
        Assert.Equal(Severity.Unset, (await bot.Store.IncidentAsync(incident)).Severity);
    }

    [Theory]
    [InlineData(" ​ ", "Say in a few words what is wrong.")]
    [InlineData("   ", "Say in a few words what is wrong.")]
    public async Task A_title_without_words_is_complained_about_while_the_form_is_open(string title, string complaint)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();

        var sent = await bot.Alice.Submits(("title", title));
        await bot.SettlesAsync();

        Assert.Equal(complaint, Assert.Contains("title", sent.Errors));
        Assert.Single(sent.Open);
        Assert.Equal(0, await bot.Store.IncidentCountAsync());
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => row.OutcomeWords == "declared");
    }

    [Fact]
    public async Task The_form_takes_no_more_than_a_field_holds()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();

        var sent = await bot.Alice.Submits(("title", new string('x', 3_001)));

        Assert.Contains("title", sent.Errors);
        Assert.Null(sent.Delivery);
    }

    [Fact]
    public async Task Declaring_from_a_message_suggests_its_first_line_and_puts_it_on_the_timeline_with_its_own_time()
    {
        await using var bot = await TestBot.StartAsync();
        var ts = await bot.Bob.In(bot.Support).Says("Nobody can pay &amp; it is <https://pay.example.com|here>\nsince ten o'clock");
        await bot.LaterAsync(TimeSpan.FromMinutes(20));

        await bot.Alice.In(bot.Support).Uses("declare_from_message", ts);
        await bot.SettlesAsync();
        var form = await bot.Alice.Form();
        var suggested = form!.Value.GetProperty("blocks")[0].GetProperty("element").GetProperty("initial_value").GetString();
        await bot.Alice.Submits(("title", suggested));
        await bot.SettlesAsync();

        var incident = await bot.Store.NewestAsync();
        Assert.Equal("Nobody can pay & it is here", (await bot.Store.IncidentAsync(incident)).Title);
        var evidence = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryKind.Detection, bot.Bob.User, bot.Alice.User), (evidence.Kind, evidence.Author!.Value, evidence.RecordedBy));
        Assert.Equal(SlackTs.ToTime(ts), evidence.Happened.Instant);
        Assert.Equal(new MessageRef(new ChannelId(bot.Support), ts), evidence.Source);
        Assert.Contains($"/archives/{bot.Support}/p{ts.Replace(".", "", StringComparison.Ordinal)}", evidence.Permalink, StringComparison.Ordinal);
        Assert.Contains("since ten o'clock", evidence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_shows_what_it_asks_in_plain_words()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();

        var form = await bot.Alice.Form();

        Assert.Equal(
            ["What is wrong?", "How bad is it?", "What do you know so far?", "Is it real?", "Who may know?"],
            form!.Value.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("label").GetProperty("text").GetString()));
        Assert.Equal(JsonValueKind.False, form.Value.GetProperty("blocks")[0].TryGetProperty("optional", out var optional) ? optional.ValueKind : JsonValueKind.False);
    }
}
