using IncidentBot.Domain.Tasks;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Storage;

/// <summary>Where there is much of something the database is asked no more often than where there is little: every other turn waits meanwhile.</summary>
public sealed class ManyAtOnceTests
{
    [Fact]
    public async Task Closing_asks_no_more_often_for_many_open_tasks_than_for_few()
    {
        using var reads = Reads.Begin();
        await using var bot = await TestBot.StartAsync();

        var few = await ClosingAsync(reads, bot, tasks: 2);
        var many = await ClosingAsync(reads, bot, tasks: 60);

        Assert.InRange(many, 1, few + 5);
        Assert.Equal(62, await bot.Store.ReadAsync(db => db.Tasks.CountAsync(row => row.Sort == TaskSort.FollowUp)));
    }

    [Fact]
    public async Task Telling_subscribers_asks_once_how_they_read()
    {
        using var reads = Reads.Begin();
        await using var bot = await TestBot.StartConfiguredAsync("language: { persons: on }");
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} subscribe");
        var one = (await reads.WhileAsync(bot, () => bot.Alice.In(incident).Types("/incident sev 3"))).Count(IsOfReaders);
        await bot.Chiyo.In(bot.General).Asks($"/incident #{incident.Number} subscribe");
        await bot.Dana.In(bot.General).Asks($"/incident #{incident.Number} subscribe");

        var three = (await reads.WhileAsync(bot, () => bot.Alice.In(incident).Types("/incident sev 2"))).Count(IsOfReaders);

        Assert.Contains("SEV-2", (await bot.Dana.DirectMessages())[^1].Text, StringComparison.Ordinal);
        Assert.InRange(three, 1, one + 1);
    }

    [Fact]
    public async Task Before_a_form_opens_tasks_are_asked_for_once_for_all_incidents_it_offers()
    {
        using var reads = Reads.Begin();
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { recording: responders, working: responders }");
        await bot.Alice.Declares();
        var ts = await bot.Dana.In(bot.General).Says("The queue hangs");
        var one = await ShortcutAsync(reads, bot, ts);
        for (var i = 0; i < 5; i++)
            await bot.Alice.Declares();

        var six = await ShortcutAsync(reads, bot, ts);

        Assert.Equal((1, 1), (one, six));
    }

    [Fact]
    public async Task Merging_asks_once_how_all_read_whose_tasks_go_along()
    {
        using var reads = Reads.Begin();
        await using var bot = await TestBot.StartConfiguredAsync("language: { persons: on }");
        await bot.Alice.Declares("Checkout is failing");

        var two = await MergingAsync(reads, bot, bot.Bob, bot.Chiyo);
        var four = await MergingAsync(reads, bot, bot.Bob, bot.Chiyo, bot.Dana, bot.Alice);

        Assert.Equal((1, two.Tasks), four);
    }

    private static async Task<(int Readers, int Tasks)> MergingAsync(Reads reads, TestBot bot, params TestPerson[] owners)
    {
        var here = bot.Alice.In(await bot.Alice.Declares("Payments answer 502"));
        foreach (var owner in owners)
            await here.Asks($"/incident task restart the queue {owner.Mention}");
        var asked = await here.AsksFor("/incident merge #1");
        var statements = await reads.WhileAsync(bot, () => here.Presses(asked, "Merge into #1"));
        return (statements.Count(IsOfReaders), statements.Count(statement => statement.Contains("FROM \"tasks\"", StringComparison.Ordinal)));
    }

    private static async Task<int> ShortcutAsync(Reads reads, TestBot bot, string ts) =>
        (await reads.WhileAsync(bot, () => bot.Dana.In(bot.General).Uses("add_as_task", ts))).Count(statement => statement.StartsWith("SELECT EXISTS", StringComparison.Ordinal) && statement.Contains("FROM \"tasks\"", StringComparison.Ordinal));

    private static bool IsOfReaders(string statement) => statement.Contains("FROM \"people\"", StringComparison.Ordinal) && statement.Contains("\"Locale\"", StringComparison.Ordinal) && statement.Contains("IN (", StringComparison.Ordinal);

    private static async Task<int> ClosingAsync(Reads reads, TestBot bot, int tasks)
    {
        var incident = await bot.Alice.Declares();
        var stored = (await bot.Store.IncidentAsync(incident)).Id;
        await bot.Host.Services.GetRequiredService<SingleWriter>().WriteAsync(
            db =>
            {
                db.Tasks.AddRange(Enumerable.Range(1, tasks).Select(number =>
                {
                    var row = new TaskRow { TeamId = stored.Team.Value, Number = stored.Number, TaskNumber = number };
                    row.Take(new IncidentTask(stored, number, $"check {number}", TaskSort.Task, bot.Alice.User, bot.Now) { DueAt = bot.Now.AddDays(2) });
                    return row;
                }));
                return db.SaveChangesAsync();
            },
            CancellationToken.None);
        var here = bot.Alice.In(incident);
        var asked = await here.AsksFor("/incident close");
        return (await reads.WhileAsync(bot, () => here.Presses(asked, "Make follow-ups, close")))
            .Count(statement => statement.Contains("FROM \"tasks\"", StringComparison.Ordinal) || statement.Contains("FROM \"reminders\"", StringComparison.Ordinal));
    }
}
