using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Teams;

/// <summary>Whoever answers for what is affected is told, where they talk and where they are needed.</summary>
public sealed class TeamTests
{
    private const string Group = "S01234567";

    [Fact]
    public async Task Naming_a_service_tells_its_team_in_its_channel_and_by_its_group()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).AsksFor("/incident affects the Basket");

        Assert.Equal("It affects Checkout.\nPayments is involved, Checkout is theirs. I am telling them.", answer.Text);
        var there = (await bot.MessagesAsync(bot.Support))[^1].Text;
        Assert.Contains($"#{incident.Number} Checkout is failing", there, StringComparison.Ordinal);
        Assert.Contains($"This affects Checkout, which Payments answers for ({bot.Alice.Mention} said so)", there, StringComparison.Ordinal);
        Assert.Contains($"<#{incident.Channel}>", there, StringComparison.Ordinal);
        Assert.StartsWith($":mega: <!subteam^{Group}> This affects Checkout", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(["checkout"], stored.Services.Select(service => service.Key));
        Assert.True(Assert.Single(stored.Teams).IsTold);
        Assert.Equal(
            [$"Payments was told in <#{bot.Support}>", $"Payments was told in <#{incident.Channel}>"],
            (await bot.Store.TimelineAsync(incident)).Select(entry => entry.Text).Where(text => text.Contains("told", StringComparison.Ordinal)).Order().OrderBy(text => text.Contains(incident.Channel, StringComparison.Ordinal)));
        Assert.Contains("What and whose: affects Checkout · team Payments (told)", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains("affects Checkout · team Payments (told)", await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} catchup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_the_service_and_its_team_back_and_tells_them_so()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();
        var there = bot.Alice.In(incident);
        await there.Asks("/incident service checkout");
        var answer = await there.AsksFor("/incident service invoices, ledger");
        Assert.Equal("It affects Invoices.\nIt affects Ledger.", answer.Text);

        await there.Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal("It does not affect Invoices.\nIt does not affect Ledger.", (await there.Whispers())[^1].Text);
        Assert.Equal(["payments"], (await bot.Store.IncidentAsync(incident)).Teams.Select(team => team.Team.Key));
        await there.Asks("/incident service not checkout");
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Empty(stored.Services);
        Assert.Empty(stored.Teams);
        Assert.Contains("is not yours after all", (await bot.MessagesAsync(bot.Support))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_false_alarm_that_ended_before_they_could_be_told_is_taken_back_once_it_stands()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();
        await bot.SettlesAsync();
        await bot.Client.FaultAsync("chat.postMessage", "http_500", times: 3);

        await bot.Alice.In(incident).Types("/incident service checkout");
        await bot.Alice.In(incident).Types("/incident service not checkout");
        await Until.ItIsAsync(async () =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            var tellings = (await bot.Store.OutboxAsync()).Where(row => row.Kind == "tell-team").ToList();
            return tellings.Count > 0 && tellings.TrueForAll(row => row.State == OutboxState.Done);
        });
        await bot.SettlesAsync();

        var there = (await bot.MessagesAsync(bot.Support)).Select(message => message.Text).ToList();
        Assert.Equal(
            there.FindIndex(text => text.Contains("which Payments answers for", StringComparison.Ordinal)) + 1,
            there.FindIndex(text => text.Contains("is not yours after all", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Undo_is_still_good_once_the_team_was_told()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();
        var there = bot.Alice.In(incident);
        var answer = await there.AsksFor("/incident service checkout");

        await there.Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal("It does not affect Checkout.\nPayments is not involved.", (await there.Whispers())[^1].Text);
    }

    [Fact]
    public async Task A_team_is_named_by_name_by_group_or_by_channel_and_told_once()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();
        var there = bot.Alice.In(incident);

        Assert.Equal("Payments is involved. I am telling them.", await there.Asks($"/incident team <!subteam^{Group}|@payments>"));
        Assert.Equal("Payments is involved already, and was told.", await there.Asks($"/incident involve <#{bot.Support}|ask>"));
        Assert.Equal("Search is involved. I know neither their channel nor their group, so please tell them yourself.", await there.Asks("/incident team search"));
        Assert.Single(await bot.SaidInAsync(incident));
        Assert.Contains("teams Payments (told), Search (not told)", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_knows_gets_the_nearest_and_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();
        var there = bot.Alice.In(incident);

        Assert.Contains("I know no service called \"chekout\". Nothing was changed. Did you mean Checkout? Type `/incident service checkout`", await there.Asks("/incident affects chekout"), StringComparison.Ordinal);
        Assert.Contains("I know no team called \"zebra\". Nothing was changed. `/incident teams` shows which there are.", await there.Asks("/incident team search, zebra"), StringComparison.Ordinal);
        Assert.Empty((await bot.Store.IncidentAsync(incident)).Teams);
    }

    [Fact]
    public async Task The_menus_name_them_too()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();
        var there = bot.Alice.In(incident);
        var card = await bot.CardAsync(incident);
        var menus = await there.HearsAfter(() => there.Presses(card, "Teams"));
        Assert.Contains($"*Payments* (<#{bot.Support}>, <!subteam^{Group}>): Checkout, Invoices, Ledger", menus.Text, StringComparison.Ordinal);

        await there.Chooses(menus, "It affects …", "Checkout");
        await bot.SettlesAsync();

        Assert.Equal(["checkout"], (await bot.Store.IncidentAsync(incident)).Services.Select(service => service.Key));
    }

    [Fact]
    public async Task Of_a_private_incident_no_other_channel_hears()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();
        var before = (await bot.MessagesAsync(bot.Support)).Count;

        var answer = await bot.Alice.In(incident).Asks("/incident service checkout");

        Assert.Equal(before, (await bot.MessagesAsync(bot.Support)).Count);
        Assert.StartsWith($":mega: <!subteam^{Group}>", (await bot.SaidInAsync(incident))[^1], StringComparison.Ordinal);
        Assert.False(Assert.Single((await bot.Store.IncidentAsync(incident)).Teams).IsTold);
        Assert.Contains("cannot tell those who are not in this channel without letting them in", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.Store.TimelineAsync(incident), entry => entry.Text.Contains("was told", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("service nogin")]
    [InlineData("service notifications")]
    [InlineData("team noc")]
    public async Task Only_a_whole_word_says_not(string words)
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        var incident = await bot.Alice.Declares();

        Assert.Contains(words.Split(' ')[1], await bot.Alice.In(incident).Asks($"/incident {words}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_named_before_the_channel_is_there_is_told_in_it_once_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        await bot.Client.FaultAsync("conversations.create", "restricted_action");
        var answer = await bot.Alice.In(bot.General).AsksFor("/incident declare Checkout is failing");
        await bot.Alice.In(bot.General).Asks("/incident #1 affects checkout");

        await bot.Alice.In(bot.General).Presses(answer, "Try again");
        await bot.SettlesAsync();

        var incident = await bot.Store.NewestAsync();
        Assert.StartsWith($":mega: <!subteam^{Group}> This affects Checkout, which Payments answers for", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.Single(await bot.MessagesAsync(bot.Support), message => message.Text.Contains("Checkout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_drill_they_hear_that_it_is_one()
    {
        await using var bot = await TestBot.StartAsync();
        await ConfigureAsync(bot);
        await bot.Alice.In(bot.General).Asks("/incident drill Checkout is failing");
        var incident = await bot.Store.NewestAsync();

        await bot.Alice.In(incident).Asks("/incident service checkout");

        Assert.Contains(":dart: Drill: Checkout is failing", (await bot.MessagesAsync(bot.Support))[^1].Text, StringComparison.Ordinal);
        Assert.StartsWith(":mega: :dart: Drill: <!subteam^", (await bot.SaidInAsync(incident))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_cannot_be_written_to_is_said_and_the_team_is_not_called_told()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.ConfigureAsync($"teams: [{{ key: payments, name: Payments, channel: {bot.Support} }}]");
        await bot.RestartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.Hands.ArchiveAsync(bot.Support);

        await bot.Alice.In(incident).Asks("/incident team payments");

        Assert.Contains("I could not tell Payments in", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.False(Assert.Single((await bot.Store.IncidentAsync(incident)).Teams).IsTold);
        Assert.Contains("I have not told it", await bot.Alice.In(incident).Asks("/incident team payments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_teams_it_is_said_where_they_would_be_written()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains("No teams are configured yet", await bot.Alice.In(bot.General).Asks("/incident teams"), StringComparison.Ordinal);
    }

    private static async Task ConfigureAsync(TestBot bot)
    {
        await bot.ConfigureAsync(
            $"""
            teams:
              - key: payments
                name: Payments
                group: {Group}
                channel: {bot.Support}
                services:
                  - key: checkout
                    name: Checkout
                    words: [basket, the basket]
                  - key: invoices
                    name: Invoices
                  - key: ledger
                    name: Ledger
              - key: search
                name: Search
            """);
        await bot.RestartAsync();
    }
}
