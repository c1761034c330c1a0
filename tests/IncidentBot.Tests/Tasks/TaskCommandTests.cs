using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Requests;
using IncidentBot.Tasks;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Tasks;

public sealed class TaskCommandTests
{
    [Fact]
    public async Task A_task_is_added_told_under_the_card_and_listed()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks($"/incident task restart the queue {bot.Bob.Mention} due 17:00");

        Assert.StartsWith($"Task 1 added for {bot.Bob.Mention}, due <!date^", answer, StringComparison.Ordinal);
        var task = Assert.Single(await TasksAsync(bot));
        Assert.Equal((TaskSort.Task, "restart the queue", bot.Bob.User, TestBot.StartsAt.AddHours(8)), (task.Sort, task.Text, task.Owner!.Value, task.DueAt!.Value));
        Assert.Contains("restart the queue", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Task && entry.RecordedBy == bot.Alice.User);
        Assert.Contains("`1` restart the queue", await bot.Alice.In(incident).Asks("/incident tasks"), StringComparison.Ordinal);
        Assert.Contains($"#{incident.Number} `1` restart the queue", await bot.Bob.In(bot.General).Asks("/incident tasks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_when_is_said_in_german_too()
    {
        await using var bot = await TestBot.StartConfiguredAsync("language: { persons: on }");
        await bot.Alice.Hands.ChangeProfileAsync(locale: "de-DE");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        Assert.Contains("fällig", await here.Asks($"/incident task Logs ansehen {bot.Bob.Mention} bis 14:30"), StringComparison.Ordinal);
        var task = Assert.Single(await TasksAsync(bot));
        Assert.Equal(("Logs ansehen", bot.Bob.User, TestBot.StartsAt.AddHours(5.5)), (task.Text, task.Owner!.Value, task.DueAt!.Value));
        await here.Asks("/incident task 1 fällig 2 Werktage");
        Assert.Equal(TestBot.StartsAt.AddDays(2).Date, Assert.Single(await TasksAsync(bot)).DueAt!.Value.UtcDateTime.Date);
        await here.Asks("/incident task 1 bis morgen");
        Assert.Equal(TestBot.StartsAt.AddDays(1).AddHours(8), Assert.Single(await TasksAsync(bot)).DueAt!.Value);
        await here.Asks("/incident task 1 fällig nie");
        Assert.Null(Assert.Single(await TasksAsync(bot)).DueAt);
    }

    [Theory]
    [InlineData("task")]
    [InlineData("followup")]
    public async Task Business_days_are_the_calendars_for_tasks_and_for_follow_ups(string word)
    {
        await using var bot = await TestBot.StartConfiguredAsync("calendars:\n  - { key: standard, holidays: [2031-03-04 A fair] }");
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident {word} write the runbook due 2bd");
        Assert.Equal(TestBot.StartsAt.AddDays(3).Date, Assert.Single(await TasksAsync(bot)).DueAt!.Value.UtcDateTime.Date);
        await bot.Alice.In(incident).Asks("/incident task 1 due 5bd");

        Assert.Equal(TestBot.StartsAt.AddDays(8).Date, Assert.Single(await TasksAsync(bot)).DueAt!.Value.UtcDateTime.Date);
    }

    [Fact]
    public async Task Whoever_a_tasks_words_speak_of_is_named_and_not_rung_for_at_each_of_its_steps()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident task ask {bot.Bob.Mention} for the keys and tell <!here> about it");
        await bot.Alice.In(incident).Asks("/incident task 1 take");
        await bot.Alice.In(incident).Asks("/incident task 1 done");

        var said = (await bot.Store.TimelineAsync(incident)).Select(entry => entry.Text).Concat((await bot.ThreadAsync(incident)).Select(message => message.Text)).Where(text => text.Contains("for the keys", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, said.Count);
        Assert.All(said, text => Assert.DoesNotContain(bot.Bob.Mention, text, StringComparison.Ordinal));
        Assert.All(said, text => Assert.DoesNotContain("<!here", text, StringComparison.Ordinal));
        Assert.All(said, text => Assert.DoesNotContain(bot.Bob.Id, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_given_one_is_told_once_and_can_give_it_back_by_a_press()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident task restart the queue {bot.Bob.Mention}");
        var told = Assert.Single(await bot.Bob.DirectMessages());
        Assert.Contains($"{bot.Alice.Mention} gave you a task", told.Text, StringComparison.Ordinal);
        var direct = await bot.Bob.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);
        await bot.Bob.In(direct).Presses(told, "Give it back");
        await bot.SettlesAsync();

        Assert.Null(Assert.Single(await TasksAsync(bot)).Owner);
        await bot.Bob.In(incident).Asks("/incident task 1 take");
        Assert.Equal(bot.Bob.User, Assert.Single(await TasksAsync(bot)).Owner);
        Assert.Single(await bot.Bob.DirectMessages(), message => message.Text.Contains("gave you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_buttons_under_the_card_take_it_and_say_that_it_is_done()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue");
        var line = Assert.Single(await bot.ThreadAsync(incident));

        await bot.Alice.In(incident).Presses(line, "Take it");
        await bot.SettlesAsync();
        Assert.Equal(bot.Alice.User, Assert.Single(await TasksAsync(bot)).Owner);
        await bot.Alice.In(incident).Presses(line, "Done");
        await bot.SettlesAsync();

        Assert.Equal(TaskState.Done, Assert.Single(await TasksAsync(bot)).State);
        Assert.Contains("No open tasks.", await bot.Alice.In(incident).Asks("/incident tasks"), StringComparison.Ordinal);
        Assert.Contains("· done", await bot.Alice.In(incident).Asks("/incident tasks all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_many_they_are_read_page_by_page()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        for (var i = 1; i <= 45; i++)
            await here.Asks($"/incident task look at shelf {i} {bot.Alice.Mention}");

        var first = await here.AsksFor("/incident tasks");
        Assert.Contains($"25 more: `/incident #{incident.Number} tasks 2`", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("shelf 21", first.Text, StringComparison.Ordinal);
        await here.Presses(first, "25 more");
        await bot.SettlesAsync();
        Assert.Contains(await here.Whispers(), message => message.Text.Contains($"20 before these: `/incident #{incident.Number} tasks 1` · 5 more: `/incident #{incident.Number} tasks 3`", StringComparison.Ordinal));
        Assert.Contains("shelf 45", await here.Asks("/incident tasks all 3"), StringComparison.Ordinal);
        Assert.Contains("shelf 41", await here.Asks("/incident tasks mine 3"), StringComparison.Ordinal);
        Assert.Contains("nothing on that page", await here.Asks("/incident tasks 4"), StringComparison.Ordinal);
        Assert.Contains("a number behind it is the page", await here.Asks("/incident tasks later"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_behind_a_verb_that_takes_none_are_asked_about_and_nothing_is_dropped()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue");

        var answer = await bot.Alice.In(incident).AsksFor("/incident task 1 drop shipments need a check");
        Assert.Contains("Do you mean task 1, or something new?", answer.Text, StringComparison.Ordinal);
        Assert.Equal(TaskState.Open, Assert.Single(await TasksAsync(bot)).State);

        await bot.Alice.In(incident).Presses(answer, "Task 1: drop");
        await bot.SettlesAsync();
        Assert.Equal(TaskState.Dropped, Assert.Single(await TasksAsync(bot)).State);
    }

    [Fact]
    public async Task A_new_owner_nobody_knows_and_a_time_nobody_can_read_get_one_answer()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains("as a time", await bot.Alice.In(incident).Asks($"/incident task restart the queue {bot.Chiyo.Mention} due 25:99 UTC"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_due_field_of_blanks_is_an_empty_one()
    {
        var state = new ViewState
        {
            Values = new Dictionary<string, IReadOnlyDictionary<string, ElementValue>>
            {
                ["text"] = new Dictionary<string, ElementValue> { ["value"] = new() { Type = "plain_text_input", Value = "restart" } },
                ["due"] = new Dictionary<string, ElementValue> { ["value"] = new() { Type = "plain_text_input", Value = "  " } },
            },
        };

        Assert.DoesNotContain("due", new TaskForm().Check(state).Keys);
    }

    [Theory]
    [InlineData("task restart the queue", TaskState.Dropped)]
    [InlineData("task 1 done", TaskState.Open)]
    public async Task What_was_done_is_undone_by_a_press(string words, TaskState then)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        if (words != "task restart the queue")
            await bot.Alice.In(incident).Asks("/incident task restart the queue");

        var answer = await bot.Alice.In(incident).AsksFor($"/incident {words}");
        await bot.Alice.In(incident).Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(then, Assert.Single(await TasksAsync(bot)).State);
    }

    [Fact]
    public async Task Follow_ups_are_kept_apart_and_one_becomes_the_other()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue");
        await bot.Alice.In(incident).Asks("/incident followup alert on queue length due friday");

        Assert.DoesNotContain("alert on", await bot.Alice.In(incident).Asks("/incident tasks"), StringComparison.Ordinal);
        Assert.Contains("`2` alert on queue length", await bot.Alice.In(incident).Asks("/incident followups"), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident task 1 later");

        Assert.Contains("`1` restart the queue", await bot.Alice.In(incident).Asks("/incident followups"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task restart due 25:00", "I cannot read `25:00` as a time")]
    [InlineData("task restart due today 7:00", "has passed")]
    [InlineData("task 9 done", "There is no task or follow-up 9 here")]
    [InlineData("task 1 owner everybody", "Say who shall do it")]
    [InlineData("tasks somebody", "Say `tasks` for what is to be done here")]
    public async Task What_cannot_be_read_changes_nothing(string words, string says)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task first");

        Assert.Contains(says, await bot.Alice.In(incident).Asks($"/incident {words}"), StringComparison.Ordinal);

        Assert.Single(await TasksAsync(bot), task => task is { Owner: null, DueAt: null, IsOpen: true });
    }

    [Fact]
    public async Task A_program_is_given_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains("is a program", await bot.Alice.In(incident).Asks($"/incident task restart <@{bot.Sandbox.BotUserId}>"), StringComparison.Ordinal);

        Assert.Empty(await TasksAsync(bot));
    }

    [Fact]
    public async Task Who_has_something_to_do_about_a_private_incident_can_say_that_it_is_done_from_afar()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Somebody is inside"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();
        Assert.Contains("There is no incident #1", await bot.Bob.In(bot.General).Asks("/incident #1 task 1 done"), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks($"/incident task change the keys {bot.Bob.Mention}");
        var direct = await bot.Bob.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);

        await bot.Bob.In(direct).Presses(Assert.Single(await bot.Bob.DirectMessages()), "Done");
        await bot.SettlesAsync();

        Assert.Equal(TaskState.Done, Assert.Single(await TasksAsync(bot)).State);
        Assert.Contains("There is no incident #1", await bot.Chiyo.In(bot.General).Asks("/incident #1"), StringComparison.Ordinal);
        var again = await bot.Bob.In(direct).HearsAfter(async () => await bot.Bob.In(direct).Presses((await bot.Bob.DirectMessages())[0], "Done"));
        Assert.Contains("Task 1 is done already. `/incident #1 task 1 open` opens it again.", again.Text, StringComparison.Ordinal);
        Assert.Contains("Open it again", again.Blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_a_form_asks_what_is_to_be_done()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Types("/incident task");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "restart the queue"));
        await bot.SettlesAsync();

        Assert.Equal("restart the queue", Assert.Single(await TasksAsync(bot)).Text);
    }

    [Fact]
    public async Task Redacted_on_the_timeline_its_words_are_gone_from_the_list_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks("/incident task change the password hunter2");
        var entry = Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Task);

        var confirm = await bot.Alice.In(incident).AsksFor($"/incident redact {entry.Number} a password");
        await bot.Alice.In(incident).Presses(confirm, $"Redact entry {entry.Number}");
        await bot.SettlesAsync();

        Assert.Equal(Redaction.Mark, Assert.Single(await TasksAsync(bot)).Text);
    }

    [Fact]
    public async Task Redacted_they_are_gone_from_the_request_too_though_somebody_was_named_in_them()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks($"/incident task ask {bot.Bob.Mention} for the hidden-keys in <#{bot.General}>");
        var entry = Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Task);

        var confirm = await bot.Alice.In(incident).AsksFor($"/incident redact {entry.Number} a password");
        await bot.Alice.In(incident).Presses(confirm, $"Redact entry {entry.Number}");
        await bot.SettlesAsync();

        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => System.Text.Encoding.UTF8.GetString(row.Body).Contains("hidden-keys", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Payload.Contains("hidden-keys", StringComparison.Ordinal));
    }

    internal static Task<IReadOnlyList<IncidentTask>> TasksAsync(TestBot bot) => bot.Store.ReadAsync<IReadOnlyList<IncidentTask>>(async db =>
        [.. (await db.Tasks.AsNoTracking().OrderBy(row => row.TaskNumber).ToListAsync()).Select(row => row.ToDomain())]);
}
