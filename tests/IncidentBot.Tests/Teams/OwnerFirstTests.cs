using IncidentBot.TestKit;

namespace IncidentBot.Tests.Teams;

/// <summary>Who writes of a rollback is asked once whether the service's owner knows; the entry stands, whatever comes of it.</summary>
public sealed class OwnerFirstTests
{
    private const string Asked = "You wrote of rolling back or redeploying Checkout. Payments answers for it";

    [Theory]
    [InlineData("/incident note rolled back the basket")]
    [InlineData("/incident note fix: Checkout ROLL-BACK is under way")]
    [InlineData("/incident task revert checkout")]
    [InlineData("/incident update We redeploy checkout now")]
    [InlineData("/incident note Checkout wird zurückgerollt")]
    public async Task Whoever_writes_it_is_asked_and_the_entry_stands(string typed)
    {
        await using var bot = await StartAsync();
        var incident = await bot.Alice.Declares();
        var before = (await bot.Store.TimelineAsync(incident)).Count;

        await bot.Alice.In(incident).Types(typed);
        await bot.SettlesAsync();

        Assert.Single(await bot.Alice.In(incident).Whispers(), whisper => whisper.Text.Contains(Asked, StringComparison.Ordinal));
        Assert.Equal(before + 1, (await bot.Store.TimelineAsync(incident)).Count);
        Assert.Empty((await bot.Store.IncidentAsync(incident)).Teams);
    }

    [Fact]
    public async Task It_is_asked_once_for_each_service_also_after_a_restart_and_whoever_writes()
    {
        await using var bot = await StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Types("/incident note rollback of checkout");
        await bot.SettlesAsync();

        await bot.RestartAsync();
        await bot.Alice.In(incident).Types("/incident note rollback of checkout again");
        await bot.Alice.In(incident).Types("/incident note reverted the invoices");
        await bot.SettlesAsync();

        var questions = (await bot.Alice.In(incident).Whispers()).Where(whisper => whisper.Text.Contains("Do they know?", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, questions.Count);
        Assert.Contains("redeploying Invoices", questions[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/incident note checkout is slow")]
    [InlineData("/incident note rolled back the search index")]
    [InlineData("/incident note checkouts are rolled back")]
    public async Task Other_words_ask_nothing(string typed)
    {
        await using var bot = await StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.StartsWith("On the timeline as entry", await bot.Alice.In(incident).Asks(typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_told_is_not_asked_about()
    {
        await using var bot = await StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident affects checkout");

        Assert.StartsWith("On the timeline as entry", await bot.Alice.In(incident).Asks("/incident note rolled back checkout"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tell them now", "Payments is to be told that Checkout is rolled back or redeployed", true)]
    [InlineData("They know already", "Payments knows already that Checkout is rolled back or redeployed", true)]
    [InlineData("Emergency, no time", "An emergency, no time to tell Payments before Checkout is rolled back or redeployed", false)]
    public async Task The_answer_is_on_the_timeline_and_good_once(string button, string line, bool isTold)
    {
        await using var bot = await StartAsync();
        var incident = await bot.Alice.Declares();
        var there = bot.Alice.In(incident);
        var heard = (await bot.MessagesAsync(bot.Support)).Count;
        var ts = await there.Says("Rolling back checkout");
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Bob.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        var question = Assert.Single(await there.Whispers(), whisper => whisper.Text.Contains(Asked, StringComparison.Ordinal));

        await there.Presses(question, button);
        await bot.SettlesAsync();

        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text == line && entry.RecordedBy == bot.Alice.User);
        Assert.Equal(isTold, (await bot.Store.IncidentAsync(incident)).Teams.Any(team => team.IsTold));
        Assert.Equal(button == "Tell them now" ? heard + 1 : heard, (await bot.MessagesAsync(bot.Support)).Count);
        await there.Types("/incident note rolled back checkout");
        await bot.SettlesAsync();
        Assert.DoesNotContain(await there.Whispers(), whisper => whisper.Text.Contains("Do they know?", StringComparison.Ordinal) && whisper.Ts != question.Ts);
    }

    [Fact]
    public async Task Telling_them_takes_the_permission_of_naming_a_team_and_the_other_answers_do_not()
    {
        await using var bot = await StartAsync("permissions: { team: commander }");
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident take");
        var there = bot.Alice.In(incident);
        await there.Types("/incident note rolled back checkout");
        await bot.SettlesAsync();
        var question = Assert.Single(await there.Whispers(), whisper => whisper.Text.Contains(Asked, StringComparison.Ordinal));

        var refused = await there.HearsAfter(() => there.Presses(question, "Tell them now"));
        Assert.Equal($"Only {bot.Bob.Mention} (commander) can use `team` here. Ask them.", refused.Text);
        Assert.Empty((await bot.Store.IncidentAsync(incident)).Teams);
        await there.Presses(question, "They know already");
        await bot.SettlesAsync();

        Assert.True(Assert.Single((await bot.Store.IncidentAsync(incident)).Teams).IsTold);
    }

    [Fact]
    public async Task Switched_off_nobody_is_asked()
    {
        await using var bot = await StartAsync("guard: { owner_first: off }");
        var incident = await bot.Alice.Declares();

        Assert.StartsWith("On the timeline as entry", await bot.Alice.In(incident).Asks("/incident note rolled back checkout"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_merge_brings_is_no_new_writing_and_its_writers_are_asked_nothing()
    {
        await using var bot = await StartAsync();
        var into = await bot.Alice.Declares();
        var duplicate = await bot.Bob.Declares("Payments answer 502");
        await bot.Chiyo.In(duplicate).Types("/incident note rolled back the basket");
        await bot.SettlesAsync();

        var asked = await bot.Alice.In(duplicate).AsksFor("/incident merge #1");
        await bot.Alice.In(duplicate).Presses(asked, "Merge into #1");
        await bot.SettlesAsync();

        Assert.Contains(await bot.Store.TimelineAsync(into), entry => entry.Text == "rolled back the basket");
        Assert.Single(await bot.Store.OutboxAsync(), row => row.Kind == "ask-owner-first");
    }

    private static async Task<TestBot> StartAsync(string more = "")
    {
        var bot = await TestBot.StartAsync();
        await bot.ConfigureAsync(
            $"""
            {more}
            teams:
              - key: payments
                name: Payments
                channel: {bot.Support}
                services:
                  - key: checkout
                    name: Checkout
                    words: [the basket]
                  - key: invoices
                    name: Invoices
            """);
        await bot.RestartAsync();
        return bot;
    }
}
