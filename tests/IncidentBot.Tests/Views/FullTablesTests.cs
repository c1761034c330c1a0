using System.Reflection;
using IncidentBot.Domain.Incidents;
using IncidentBot.Impacts;
using IncidentBot.Messaging;
using IncidentBot.Roles;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Views;

/// <summary>Lists, menus and the Home tab with more incidents than they show, each with its worst title; Slack's own checks are the judge.</summary>
public sealed class FullTablesTests
{
    private const int Many = 60;

    [Fact]
    public async Task The_home_tab_the_list_and_the_forms_take_sixty_incidents_with_the_longest_titles()
    {
        await using var bot = await TestBot.StartAsync();
        await FillAsync(bot);
        var ts = await bot.Alice.In(bot.Support).Says(string.Concat(Enumerable.Repeat("😱 &amp; <https://example.com/a|a>", 90)));

        var home = await bot.Alice.OpensHome();
        var list = await bot.Alice.In(bot.General).AsksFor("/incident list");
        await bot.Alice.In(bot.Support).Uses("add_to_timeline", ts);
        await bot.Alice.In(bot.Support).Uses("declare_from_message", ts);
        await bot.SettlesAsync();

        Assert.Contains("Reviews you owe", home.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("… and more.", list.Text, StringComparison.Ordinal);
        Assert.Equal(2, await bot.CallsAsync("views.open"));
        Assert.DoesNotContain(await bot.Client.JournalAsync(), entry => entry is { Direction: "api" or "response_url", Outcome: not "ok" });
    }

    [Fact]
    public async Task Every_form_keeps_slacks_limits_at_its_worst()
    {
        await using var bot = await TestBot.StartAsync();
        await FillAsync(bot);
        var ts = await bot.Alice.In(bot.Support).Says(new string('<', 400) + WorstCase.Words[..3_000]);
        await bot.Alice.In(bot.Support).Uses("declare_from_message", ts);
        await bot.SettlesAsync();
        var source = SourceMessage.Remember((await bot.Store.InboxAsync())[^1].Id);
        await using var db = await bot.Contexts.CreateDbContextAsync();
        var reading = new FormReading(db, bot.Sandbox.TeamId, bot.Alice.Id, WorstCase.Options);

        foreach (var form in bot.Host.Services.GetServices<IForm>())
        {
            var remembered = form switch
            {
                QuestionForm => Questions().Select(Remember),
                RolesForm => [RolesForm.Remember(WorstCase.Full("x"), WorstCase.Options.Roles, Some.Channel)],
                UpdateForm => [OpenedOn.Remember(WorstCase.Full("x") with { Id = new IncidentId(new TeamId(bot.Sandbox.TeamId), 1) }, Some.Channel)],
                ImpactForm => [OpenedOn.Remember(WorstCase.Full("x") with { Id = new IncidentId(new TeamId(bot.Sandbox.TeamId), 1) }, Some.Channel)],
                _ => [source, ""],
            };
            foreach (var each in remembered)
                Assert.Empty(ViewRules.Broken(await form.OpenAsync(each, reading, CancellationToken.None)));
        }
    }

    private static string Remember(Question question) =>
        QuestionForm.Remember(question, new CommandLine(int.MaxValue, "review", "waive"), Some.Channel);

    /// <summary>Every question a subcommand keeps ready.</summary>
    private static IEnumerable<Question> Questions() =>
        typeof(BotHost).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Question)).Select(field => (Question)field.GetValue(null)!);

    private static async Task FillAsync(TestBot bot)
    {
        await using var db = await bot.Contexts.CreateDbContextAsync();
        for (var number = 1; number <= Many; number++)
        {
            var incident = WorstCase.Full(WorstCase.Titles[number % WorstCase.Titles.Count]) with
            {
                Id = new IncidentId(new TeamId(bot.Sandbox.TeamId), number),
                Commander = bot.Bob.User,
                Review = Some.Review() with { Owner = bot.Alice.User },
                Channel = new ChannelId($"C0FULL{number:D4}"),
                Status = IncidentStatus.Monitoring,
            };
            var row = new IncidentRow { TeamId = bot.Sandbox.TeamId, Number = number };
            row.Take(incident);
            db.Incidents.Add(row);
        }
        await db.SaveChangesAsync();
    }
}
