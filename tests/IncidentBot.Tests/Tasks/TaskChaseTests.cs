using IncidentBot.Domain.Tasks;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Tasks;

public sealed class TaskChaseTests
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Its_owner_is_reminded_when_it_is_due_and_every_day_until_it_is_done()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident task restart the queue @me due 1h");

        Assert.Empty(await bot.Bob.DirectMessages());
        await bot.LaterAsync(AnHour);
        Assert.Contains("Task 1 of", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);
        await bot.LaterAsync(TimeSpan.FromDays(1));
        var again = (await bot.Bob.DirectMessages())[^1];
        Assert.Contains("*overdue*", again.Text, StringComparison.Ordinal);
        var direct = await bot.Bob.Hands.OpenDirectAsync(bot.Sandbox.BotUserId);
        await bot.Bob.In(direct).Presses(again, "Done");
        await bot.SettlesAsync();
        var heard = (await bot.Bob.DirectMessages()).Count;
        await bot.LaterAsync(TimeSpan.FromDays(3));

        Assert.Equal(heard, (await bot.Bob.DirectMessages()).Count);
    }

    [Fact]
    public async Task What_nobody_has_is_the_commanders_to_hear_of_else_the_threads()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident task restart the queue due 1h");

        await bot.LaterAsync(AnHour);
        Assert.Contains("nobody has it", (await bot.ThreadAsync(incident))[^1].Text, StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.LaterAsync(TimeSpan.FromDays(1));

        Assert.Contains("restart the queue", Assert.Single(await bot.Alice.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_rest_while_the_incident_is_over_and_go_on_when_it_is_reopened()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.In(incident).Asks("/incident task restart the queue @me due 1h");
        await bot.Bob.In(incident).Asks("/incident followup write it down @me due 2h");
        await bot.Alice.In(incident).Asks("/incident resolve");

        await bot.LaterAsync(3 * AnHour);
        Assert.Contains("Follow-up 2", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident reopen");
        await bot.LaterAsync(TimeSpan.FromDays(1));

        Assert.Contains(await bot.Bob.DirectMessages(), message => message.Text.Contains("Task 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Closing_asks_about_open_tasks_and_makes_them_follow_ups()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue");

        var question = await bot.Alice.In(incident).AsksFor("/incident close All is well");
        Assert.Contains("One task is still open", question.Text, StringComparison.Ordinal);
        Assert.False((await bot.Store.IncidentAsync(incident)).IsOver);
        await bot.Alice.In(incident).Presses(question, "Make follow-ups, close");
        await bot.SettlesAsync();

        var closed = await bot.Store.IncidentAsync(incident);
        Assert.Equal((true, "All is well"), (closed.ClosedAt is not null, closed.LastUpdate!.Text));
        Assert.Equal(TaskSort.FollowUp, Assert.Single(await TaskCommandTests.TasksAsync(bot)).Sort);
    }

    [Fact]
    public async Task A_last_update_that_is_too_long_for_a_button_is_not_lost_and_the_channel_reads_no_line_for_each_task()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue");
        var words = string.Join(' ', Enumerable.Repeat("All is well again.", 150));

        var question = await bot.Alice.In(incident).AsksFor($"/incident close {words}");
        await bot.Alice.In(incident).Presses(question, "Make follow-ups, close");
        await bot.SettlesAsync();

        var closed = await bot.Store.IncidentAsync(incident);
        Assert.Equal((true, words), (closed.ClosedAt is not null, closed.LastUpdate!.Text));
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text.Contains("is a follow-up now", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.ThreadAsync(incident), message => message.Text.Contains("is a follow-up now", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@1")]
    [InlineData("@2 took it over")]
    public async Task A_last_update_that_begins_with_a_number_is_words_like_others(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue");

        await bot.Alice.In(incident).Presses(await bot.Alice.In(incident).AsksFor($"/incident close {words}"), "Leave open, close");
        await bot.SettlesAsync();

        Assert.Equal(words, (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text);
    }

    [Fact]
    public async Task Closed_all_the_same_its_tasks_stay_as_they_are()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task restart the queue");

        await bot.Alice.In(incident).Presses(await bot.Alice.In(incident).AsksFor("/incident status closed"), "Leave open, close");
        await bot.SettlesAsync();

        Assert.NotNull((await bot.Store.IncidentAsync(incident)).ClosedAt);
        Assert.Equal((TaskSort.Task, TaskState.Open), Assert.Single(await TaskCommandTests.TasksAsync(bot)) is var task ? (task.Sort, task.State) : default);
    }
}
