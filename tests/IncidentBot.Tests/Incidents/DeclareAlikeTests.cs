using IncidentBot.Domain.Incidents;
using IncidentBot.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>Two people see one outage: whoever comes second is shown the first incident, and decides.</summary>
public sealed class DeclareAlikeTests
{
    private const string Asking = "declaring: { offer_similar: on }";

    [Fact]
    public async Task Before_a_second_one_that_sounds_alike_the_open_one_is_shown_and_nothing_is_declared()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Asking);
        var first = await bot.Alice.Declares("Checkout is failing");

        var asked = await bot.Bob.In(bot.General).AsksFor("/incident declare checkout fails for everybody");

        Assert.StartsWith("Not declared yet: an open incident sounds like yours. Is it this?", asked.Text, StringComparison.Ordinal);
        Assert.Contains($"<#{first.Channel}>", asked.Text, StringComparison.Ordinal);
        Assert.Equal(1, await bot.Store.IncidentCountAsync());
    }

    [Fact]
    public async Task Declared_anyway_it_is_declared_with_all_that_was_said_and_only_once()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Asking);
        await bot.Alice.Declares("Checkout is failing");
        await bot.Bob.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Bob.Submits(("title", "Checkout fails too"), ("severity", "sev2"), ("summary", "Another region."));
        await bot.SettlesAsync();
        var asked = Assert.Single(await bot.Bob.DirectMessages(), message => message.Text.StartsWith("Not declared yet", StringComparison.Ordinal));

        var direct = Assert.IsType<TestPlace>(await bot.Bob.Directly());

        await direct.Presses(asked, "Declare it anyway");
        await direct.Presses(asked, "Declare it anyway");
        await bot.SettlesAsync();

        var second = await bot.Store.IncidentAsync(2);
        Assert.Equal(("Checkout fails too", "Another region.", bot.Bob.User), (second.Title, second.Summary, second.Reporter));
        Assert.Equal(2, await bot.Store.IncidentCountAsync());
        Assert.Contains(await bot.Store.InboxAsync(), row => row is { Outcome: Outcome.Recorded, OutcomeWords: "declared anyway" });
    }

    [Fact]
    public async Task Each_one_that_sounds_alike_has_its_own_button()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Asking);
        var first = await bot.Alice.Declares("Checkout is failing");
        var asked = await bot.Alice.In(bot.General).AsksFor("/incident declare checkout fails with card payments");
        await bot.Alice.In(bot.General).Presses(asked, "Declare it anyway");
        await bot.SettlesAsync();
        asked = await bot.Bob.In(bot.General).AsksFor("/incident declare checkout is failing with cards");

        await bot.Bob.In(bot.General).Presses(asked, "It is #1: note it there");
        await bot.SettlesAsync();

        Assert.Contains("It is #2: note it there", asked.Blocks.ToString(), StringComparison.Ordinal);
        Assert.Contains(await bot.Store.TimelineAsync(first), entry => entry.Text == "checkout is failing with cards" && entry.RecordedBy == bot.Bob.User);
    }

    [Fact]
    public async Task It_is_the_same_one_so_the_words_become_a_note_there()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Asking);
        var first = await bot.Alice.Declares("Checkout is failing");
        var asked = await bot.Bob.In(bot.General).AsksFor("/incident declare checkout fails with card payments");

        await bot.Bob.In(bot.General).Presses(asked, "It is #1: note it there");
        await bot.SettlesAsync();

        Assert.Contains(await bot.Store.TimelineAsync(first), entry => entry.Text == "checkout fails with card payments" && entry.RecordedBy == bot.Bob.User);
        Assert.Equal(1, await bot.Store.IncidentCountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_long_they_are_all_the_words_become_the_note(bool isForm)
    {
        await using var bot = await TestBot.StartConfiguredAsync(Asking);
        var first = await bot.Alice.Declares("Checkout fails, checkout is failing, and that is all");
        var words = "Checkout fails " + string.Concat(Enumerable.Repeat("& checkout is failing ", 120)) + "and that is all";
        var here = bot.Bob.In(bot.General);
        if (isForm)
        {
            await here.Types("/incident declare");
            await bot.SettlesAsync();
            await bot.Bob.Submits(("title", words));
            await bot.SettlesAsync();
            await Assert.IsType<TestPlace>(await bot.Bob.Directly()).Presses(Assert.Single(await bot.Bob.DirectMessages()), "It is #1: note it there");
        }
        else
        {
            await here.Presses(await here.AsksFor($"/incident declare {words}"), "It is #1: note it there");
        }
        await bot.SettlesAsync();

        Assert.Contains(await bot.Store.TimelineAsync(first), entry => entry.Text == words.Replace("&", "&amp;", StringComparison.Ordinal) && entry.RecordedBy == bot.Bob.User);
        Assert.Equal(1, await bot.Store.IncidentCountAsync());
    }

    [Fact]
    public async Task A_mention_is_asked_alike_and_what_sounds_otherwise_is_not_shown()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Asking);
        await bot.Alice.Declares("Checkout is failing");
        var here = bot.Alice.In(await bot.Alice.Declares("Search is slow"));

        var asked = await here.HearsAfter(() => here.Says($"<@{bot.Sandbox.BotUserId}> declare checkout fails"));
        Assert.StartsWith("Not declared yet", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Search", asked.Text, StringComparison.Ordinal);

        await here.Presses(asked, "Declare it anyway");
        await bot.SettlesAsync();

        Assert.Equal("checkout fails", (await bot.Store.IncidentAsync(3)).Title);
    }

    [Fact]
    public void A_title_is_noted_as_words_whatever_stands_in_it()
    {
        var offer = AlikeReplies.Offer([Some.Incident()], new Declaration("Checkout shows <!channel> & <@U0CHEF>", "", Severity.Unset, IsPrivate: false, Some.User), 7);

        var noted = offer.Blocks.OfType<ActionsBlock>().SelectMany(block => block.Elements).OfType<Button>().First();
        Assert.EndsWith("note Checkout shows &lt;!channel&gt; &amp; &lt;@U0CHEF&gt;", noted.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_or_private_to_others_is_not_offered()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Asking);
        var over = await bot.Alice.Declares("Checkout is failing");
        await bot.Alice.In(over).Types("/incident resolve");
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Checkout fails for the board"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();

        await bot.Bob.In(bot.General).Types("/incident declare Checkout fails again");
        await bot.SettlesAsync();

        Assert.Equal("Checkout fails again", (await bot.Store.IncidentAsync(3)).Title);
    }
}
