using IncidentBot.Domain.Reviews;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reviews;

public sealed class ReviewCommandTests
{
    [Fact]
    public async Task A_link_settles_the_review_and_stands_on_the_card()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);

        var answer = await bot.Alice.In(incident).Asks("/incident review done <https://docs.example.com/r/7?a=1&amp;b=2>");

        Assert.Equal(new ReviewEnd.Done("https://docs.example.com/r/7?a=1&b=2"), (await bot.Store.IncidentAsync(incident)).Review!.End);
        Assert.Null(await bot.Store.ReminderAsync(incident));
        Assert.Contains("Review done: <https://docs.example.com/r/7?a=1&amp;b=2|", answer, StringComparison.Ordinal);
        Assert.Contains("<https://docs.example.com/r/7?a=1&amp;b=2|", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://docs.example.com/&lt;!channel&gt;")]
    [InlineData("https://docs.example.com/ &lt;!channel&gt;")]
    [InlineData("<https://docs.example.com/|&lt;!channel&gt;>")]
    public async Task A_link_cannot_carry_a_mention_that_rings(string typed)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);

        await bot.Alice.In(incident).Asks($"/incident review done {typed}");
        await bot.Alice.In(incident).Asks("/incident review");

        Assert.DoesNotContain(await bot.MessagesAsync(incident.Channel), message => message.Text.Contains("<!channel", StringComparison.Ordinal) || message.Blocks.ToString().Contains("<!channel", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Alice.In(incident).Whispers(), message => message.Text.Contains("<!channel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_waives_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);

        await bot.Alice.In(incident).Asks("/incident review waive A drill, nobody was hurt <!here>");

        Assert.Equal(new ReviewEnd.Waived("A drill, nobody was hurt @here"), (await bot.Store.IncidentAsync(incident)).Review!.End);
        Assert.Null(await bot.Store.ReminderAsync(incident));
        Assert.Equal("The review was waived: A drill, nobody was hurt @here", await bot.Alice.In(incident).Asks("/incident review"));
    }

    [Fact]
    public async Task Done_and_waive_without_words_ask_for_them_in_a_form()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);

        await bot.Alice.In(incident).Types("/incident review done");
        await bot.SettlesAsync();
        Assert.Equal("Review is done", (await bot.Alice.Form())!.Value.GetProperty("title").GetProperty("text").GetString());
        await bot.Alice.Submits(("answer", "in the wiki"));
        await bot.SettlesAsync();
        Assert.True((await bot.Store.IncidentAsync(incident)).Review!.IsOwed);
        await bot.Alice.In(incident).Types("/incident review waive");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "A drill."));
        await bot.SettlesAsync();

        Assert.Equal(new ReviewEnd.Waived("A drill."), (await bot.Store.IncidentAsync(incident)).Review!.End);
    }

    [Fact]
    public async Task The_review_can_be_handed_to_somebody_else()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await ResolvedAsync(bot);

        var answer = await bot.Alice.In(incident).Asks($"/incident review owner {bot.Bob.Mention}");

        Assert.Equal(bot.Bob.User, (await bot.Store.IncidentAsync(incident)).Review!.Owner);
        Assert.Contains($"Review handed from {bot.Alice.Mention} to {bot.Bob.Mention}.", answer, StringComparison.Ordinal);
        Assert.StartsWith($"The review is owed by {bot.Bob.Mention}, due <!date^", await bot.Alice.In(incident).Asks("/incident review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_answered_with_a_sentence()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        Assert.StartsWith("There is no review yet; it opens when the incident is resolved.", await here.Asks("/incident review"), StringComparison.Ordinal);
        Assert.StartsWith("There is no review yet", await here.Asks("/incident review done https://docs.example.com/7"), StringComparison.Ordinal);
        Assert.StartsWith("There is no review yet", await here.Asks("/incident review waive because"), StringComparison.Ordinal);
        Assert.StartsWith("There is no review yet", await here.Asks("/incident review done"), StringComparison.Ordinal);
        await here.Asks("/incident resolve");

        Assert.StartsWith("Say where it can be read: a link", await here.Asks("/incident review done somewhere"), StringComparison.Ordinal);
        Assert.StartsWith("Say where it can be read: a link", await here.Asks("/incident review done javascript:alert(1)"), StringComparison.Ordinal);
        Assert.StartsWith("Say `done` with a link, `waive` with a reason, `owner @name`, `take`, or `again` for another one.", await here.Asks("/incident review owner bob"), StringComparison.Ordinal);
        Assert.StartsWith("Say `done` with a link, `waive` with a reason, `owner @name`, `take`, or `again` for another one.", await here.Asks("/incident review postpone"), StringComparison.Ordinal);
        Assert.Contains("owns the review already.", await here.Asks($"/incident review owner {bot.Alice.Mention}"), StringComparison.Ordinal);
        await here.Asks("/incident review waive because");
        Assert.Equal("The review is settled already. `/incident review again` opens another.", await here.Asks("/incident review done https://docs.example.com/7"));
        Assert.Equal("The review is settled already. `/incident review again` opens another.", await here.Asks("/incident review waive"));
    }

    private static async Task<TestIncident> ResolvedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident resolve");
        return incident;
    }
}
