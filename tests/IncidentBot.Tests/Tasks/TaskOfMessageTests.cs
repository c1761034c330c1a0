using IncidentBot.Domain.Tasks;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Tasks;

public sealed class TaskOfMessageTests
{
    [Fact]
    public async Task An_emoji_makes_a_task_of_exactly_that_message_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Bob.In(incident).Says("somebody must\ntell support");

        await bot.Alice.In(incident).Reacts(ts, "ballot_box_with_check");
        await bot.SettlesAsync();
        var already = await bot.Bob.In(incident).HearsAfter(() => bot.Bob.In(incident).Reacts(ts, "ballot_box_with_check"));

        var task = Assert.Single(await TaskCommandTests.TasksAsync(bot));
        Assert.Equal((TaskSort.Task, "somebody must tell support", bot.Alice.User, ts), (task.Sort, task.Text, task.AddedBy, task.Source!.Ts));
        Assert.Contains(ts.Replace(".", "", StringComparison.Ordinal), task.Permalink, StringComparison.Ordinal);
        Assert.Contains("is task 1 already", already.Text, StringComparison.Ordinal);
        Assert.Contains("Task 1 added", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await bot.CallsAsync("reactions.add"));
    }

    [Fact]
    public async Task The_configuration_says_which_emoji_makes_what()
    {
        await using var bot = await TestBot.StartConfiguredAsync("emoji: { tasks: { hammer: followup } }");
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Bob.In(incident).Says("alert on queue length");

        await bot.Alice.In(incident).Reacts(ts, "ballot_box_with_check");
        await bot.Alice.In(incident).Reacts(ts, "hammer");
        await bot.SettlesAsync();

        Assert.Equal(TaskSort.FollowUp, Assert.Single(await TaskCommandTests.TasksAsync(bot)).Sort);
    }

    [Fact]
    public async Task From_the_menu_of_a_message_of_any_channel_it_comes_with_owner_and_time()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Bob.In(bot.Support).Says("customers ask for a statement");

        await bot.Alice.In(bot.Support).Uses("add_as_task", ts);
        await bot.SettlesAsync();
        await bot.Alice.Submits(("text", "write a statement & send it"), ("owner", bot.Bob.Id), ("due", "17:00"));
        await bot.SettlesAsync();

        var task = Assert.Single(await TaskCommandTests.TasksAsync(bot));
        Assert.Equal(("write a statement &amp; send it", bot.Bob.User, TestBot.StartsAt.AddHours(8), ts), (task.Text, task.Owner!.Value, task.DueAt!.Value, task.Source!.Ts));
        Assert.Single(await bot.Bob.DirectMessages());
        Assert.Contains("Task 1 added", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_makes_none_and_whoever_asked_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Bob.In(incident).Says("somebody must tell support");
        await bot.Client.FaultAsync("conversations.replies", "channel_not_found");

        var told = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Reacts(ts, "ballot_box_with_check"));

        Assert.Contains("is *no* task", told.Text, StringComparison.Ordinal);
        Assert.Empty(await TaskCommandTests.TasksAsync(bot));
    }
}
