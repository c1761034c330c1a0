using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class ListAndHelpTests
{
    [Fact]
    public async Task The_list_shows_open_incidents_the_worst_first_and_no_others()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.StartsWith("No open incidents. `/incident declare", await bot.Alice.In(bot.General).Asks("/incident list"), StringComparison.Ordinal);
        var first = await bot.Alice.Declares("First");
        var over = await bot.Alice.Declares("Over");
        var third = await bot.Alice.Declares("Third");
        await bot.Alice.In(first).Asks("/incident sev 1");
        await bot.Alice.In(first).Asks("/incident take");
        await bot.Alice.In(over).Asks("/incident resolve");

        var lines = (await bot.Bob.In(bot.General).Asks("/incident list")).Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.EndsWith($"*#3 Third* · no severity yet · In triage · no commander · <#{third.Channel}>", lines[1], StringComparison.Ordinal);
        Assert.EndsWith($"*#1 First* · SEV-1 CRITICAL · In triage · {bot.Alice.Mention} · <#{first.Channel}>", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_closed_ones_are_listed_with_their_reviews_and_an_unknown_word_is_said_to_be_one()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.StartsWith("No incident is over yet.", await bot.Alice.In(bot.General).Asks("/incident list closed"), StringComparison.Ordinal);
        await bot.Alice.Declares("Open");
        var resolved = await bot.Alice.Declares("Resolved");
        var closed = await bot.Alice.Declares("Closed");
        await bot.Alice.In(resolved).Asks("/incident resolve");
        await bot.Alice.In(closed).Asks("/incident close");
        await bot.Alice.In(closed).Asks("/incident review waive A drill");

        var lines = (await bot.Bob.In(bot.General).Asks("/incident list closed")).Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Matches(@"\*#3 Closed\* .* · Closed <.*> · review waived$", lines[0]);
        Assert.Matches($@"\*#2 Resolved\* .* · Resolved <.*> · review owed by {bot.Alice.Mention}, due <", lines[1]);
        Assert.StartsWith("Say `list` for the open incidents", await bot.Bob.In(bot.General).Asks("/incident list everything"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sev")]
    [InlineData("severity")]
    public async Task Help_with_a_word_explains_that_word_alone(string word)
    {
        await using var bot = await TestBot.StartAsync();

        var help = await bot.Alice.In(bot.General).Asks($"/incident help {word}");

        Assert.StartsWith("`/incident sev &lt;severity&gt; [reason]` Say how bad it is, and why (also `severity`)", help, StringComparison.Ordinal);
        Assert.DoesNotContain("/incident take", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_about_a_word_nobody_knows_says_so()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.StartsWith("I do not know `noot`. Did you mean `/incident note", await bot.Alice.In(bot.General).Asks("/incident help noot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_outside_shows_what_works_anywhere_and_in_an_incident_also_the_rest()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Logins fail");

        var outside = await bot.Alice.In(bot.General).Asks("/incident help all");
        var inside = await bot.Alice.In(incident).Asks("/incident help all");

        Assert.Contains("/incident declare [title]", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("/incident sev", outside, StringComparison.Ordinal);
        Assert.Contains("What you can do in #1 Logins fail", inside, StringComparison.Ordinal);
        foreach (var word in new[] { "sev", "status", "update", "resolve", "close", "reopen", "take", "commander", "ack", "note", "timeline", "review", "list", "help", "declare" })
            Assert.Contains($"`/incident {word}", inside, StringComparison.Ordinal);
        foreach (var hidden in new[] { "/incident undo", "/incident unack", "/incident form" })
            Assert.DoesNotContain(hidden, inside, StringComparison.Ordinal);
        Assert.Contains(":raising_hand: take", inside, StringComparison.Ordinal);
        Assert.Contains("/incident #12 sev 1", inside, StringComparison.Ordinal);
        Assert.Contains(":pushpin: :stopwatch: :memo: note\n", inside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_screen_of_help_fits_a_phone_and_says_what_is_likely_wanted_now()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares(new string('x', 200));

        var outside = await bot.Alice.In(bot.General).AsksFor("/incident help");
        var fresh = await bot.Alice.In(incident).Asks("/incident help");
        await bot.Alice.In(incident).Asks("/incident take");
        var commanded = await bot.Alice.In(incident).Asks("/incident help");
        await bot.Alice.In(incident).Asks("/incident resolve");
        var over = await bot.Alice.In(incident).Asks("/incident help");

        Assert.All(new[] { outside.Text, fresh, commanded, over }, text =>
        {
            Assert.InRange(text.Split('\n').Length, 4, 12);
            Assert.All(text.Split('\n').Skip(1), line => Assert.InRange(line.Length, 1, 90));
        });
        Assert.Contains("`/incident take` Take command", fresh.Split('\n')[1], StringComparison.Ordinal);
        Assert.DoesNotContain("/incident take", commanded, StringComparison.Ordinal);
        Assert.Contains("`/incident review`", over.Split('\n')[1], StringComparison.Ordinal);
        await bot.Alice.In(bot.General).Presses(outside, "All words");
        await bot.SettlesAsync();
        Assert.Contains("/incident unsubscribe", (await bot.Alice.In(bot.General).Whispers())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_word_at_all_is_a_call_for_help()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains("What you can do here", await bot.Alice.In(bot.General).Asks("/incident"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sevv 1", "/incident sev &lt;severity&gt; [reason]")]
    [InlineData("statsu", "/incident status")]
    [InlineData("declar it", "/incident declare [title]")]
    [InlineData("comman", "/incident commander")]
    [InlineData("SEVERITYY", "/incident sev")]
    [InlineData("acknowledged", "/incident ack")]
    public async Task A_word_nobody_knows_gets_the_nearest_usage_line(string typed, string nearest)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks($"/incident {typed}");

        Assert.Contains($"I do not know `{typed.Split(' ')[0].ToLowerInvariant()}`. Did you mean `{nearest}", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("`/incident undo", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("und")]
    [InlineData("pizza please")]
    [InlineData("<!channel>")]
    [InlineData("`code`")]
    public async Task A_word_that_is_near_to_nothing_is_not_guessed_at(string typed)
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Alice.In(bot.General).Asks($"/incident {typed}");

        Assert.StartsWith("I do not know `", answer, StringComparison.Ordinal);
        Assert.EndsWith("`/incident help` shows what I know.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentioning_the_bot_is_another_way_to_type_a_command()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        var answer = await here.HearsAfter(() => here.Says($"<@{bot.Sandbox.BotUserId}> sev 2 please"));
        var help = await here.HearsAfter(() => here.Says($"<@{bot.Sandbox.BotUserId}>"));
        await here.Says($"I asked <@{bot.Sandbox.BotUserId}> and it resolve nothing");
        await bot.SettlesAsync();

        Assert.Contains("SEV-2 HIGH: please", answer.Text, StringComparison.Ordinal);
        Assert.Contains("What you can do in", help.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await here.Whispers()).Count);
        Assert.Contains("begin the message with my name", (await here.Whispers())[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("undo 1 sev 1")]
    [InlineData("unack")]
    [InlineData("form declare")]
    [InlineData("form add_to_timeline source:1")]
    public async Task Words_that_only_buttons_say_are_not_known_when_typed(string typed)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.StartsWith("I do not know", await bot.Alice.In(incident).Asks($"/incident {typed}"), StringComparison.Ordinal);

        Assert.Null(await bot.Alice.Form());
    }
}
