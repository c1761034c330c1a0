using IncidentBot.Domain.Tasks;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Incidents;

/// <summary>What was to be done, offered or asked in an incident that was merged away goes on where the incident does, and whoever it is about hears where.</summary>
public sealed class MergedTasksTests
{
    [Fact]
    public async Task A_button_on_an_old_message_acts_on_the_task_where_it_is_now()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        var added = await bot.Bob.In(duplicate).AsksFor("/incident task restart the queue");
        await MergeAsync(bot, duplicate);

        await bot.Bob.In(duplicate).Presses(added, "Done");
        await bot.SettlesAsync();

        Assert.Equal(TaskState.Done, await StateAsync(bot, into, 2));
        Assert.Contains(await bot.Store.TimelineAsync(into), entry => entry.Text == "Task 2 done: restart the queue");
    }

    [Fact]
    public async Task Its_old_number_typed_where_it_was_means_the_same_task_through_several_merges()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        var last = await bot.Alice.Declares("All is down");
        await bot.Bob.In(duplicate).Asks("/incident task restart the queue");
        await MergeAsync(bot, duplicate);
        await MergeAsync(bot, into, last.Number);

        var answer = await bot.Bob.In(duplicate).Asks("/incident task 1 take");

        Assert.Contains("Task 2 was taken by", answer, StringComparison.Ordinal);
        Assert.Contains("#3", answer, StringComparison.Ordinal);
        Assert.Equal(bot.Bob.Id, await bot.Store.ReadAsync(db => db.Tasks.Where(row => row.Number == last.Number && row.TaskNumber == 2).Select(row => row.Owner).SingleAsync()));
    }

    [Fact]
    public async Task Whether_somebody_may_is_asked_only_where_the_task_is_now()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { working: commander }");
        var (duplicate, into) = await DeclaredAsync(bot);
        await bot.Bob.In(duplicate).Asks("/incident task restart the queue");
        await bot.Alice.In(into).Asks("/incident take");
        await bot.Bob.In(duplicate).Asks($"/incident commander {bot.Chiyo.Mention}");
        await MergeAsync(bot, duplicate);
        await bot.Alice.Hands.JoinAsync(duplicate.Channel);

        await bot.Alice.In(duplicate).Asks("/incident task 1 done");
        await bot.SettlesAsync();

        Assert.Equal(TaskState.Done, await StateAsync(bot, into, 2));
    }

    [Fact]
    public async Task Live_by_itself_again_the_incident_may_have_it_done_too()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        await bot.Bob.In(duplicate).Asks("/incident task restart the queue");
        await MergeAsync(bot, duplicate);
        await bot.Bob.In(duplicate).Asks("/incident reopen");

        await bot.Bob.In(duplicate).Asks("/incident task 1 open");
        await bot.Bob.In(duplicate).Asks("/incident task 1 done");

        Assert.Equal(TaskState.Done, await StateAsync(bot, duplicate, 1));
        Assert.Equal(TaskState.Open, await StateAsync(bot, into, 2));
    }

    [Fact]
    public async Task Whoever_has_it_hears_its_new_number_once_and_the_list_says_where_it_came_from()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        await bot.Bob.In(duplicate).Asks($"/incident task restart the queue {bot.Alice.Mention}");
        await bot.Bob.In(duplicate).Asks($"/incident followup alert on its length {bot.Alice.Mention}");
        var before = (await bot.Alice.DirectMessages()).Count;

        await MergeAsync(bot, duplicate);

        var told = Assert.Single((await bot.Alice.DirectMessages()).Skip(before));
        Assert.Contains("#2 was merged into", told.Text, StringComparison.Ordinal);
        Assert.Contains("Task 1 is number 2 there: restart the queue", told.Text, StringComparison.Ordinal);
        Assert.Contains("Follow-up 2 is number 3 there: alert on its length", told.Text, StringComparison.Ordinal);
        Assert.Contains("`2` restart the queue · <@", await bot.Alice.In(into).Asks("/incident tasks"), StringComparison.Ordinal);
        Assert.Contains(" · was 1 of #2", await bot.Alice.In(into).Asks("/incident tasks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_offered_command_and_whoever_was_offered_it_hear_that_it_is_void()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, _) = await DeclaredAsync(bot);
        await bot.Alice.In(duplicate).Asks("/incident take");
        await bot.Alice.In(duplicate).Asks($"/incident handover {bot.Chiyo.Mention}");

        await MergeAsync(bot, duplicate);

        foreach (var person in new[] { bot.Alice, bot.Chiyo })
            Assert.EndsWith($"#2 was merged into #1, so the offer of its command to {bot.Chiyo.Mention} is void.", (await person.DirectMessages())[^1].Text, StringComparison.Ordinal);
        Assert.Contains(await bot.Store.TimelineAsync(duplicate), entry => entry.Text.StartsWith("The offer of command to", StringComparison.Ordinal));
        var here = bot.Chiyo.In(duplicate.Channel);
        var brief = (await bot.MessagesAsync(duplicate.Channel)).Single(message => message.Text.Contains("offers command", StringComparison.Ordinal));
        Assert.StartsWith("#2 was merged and goes on as", (await here.HearsAfter(() => here.Presses(brief, "Accept"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_a_merged_one_follows_where_that_one_goes()
    {
        await using var bot = await TestBot.StartAsync();
        var (first, _) = await DeclaredAsync(bot);
        await bot.Bob.In(first).Asks("/incident note seen in both regions");
        var second = await bot.Bob.Declares("Cards are refused");
        var third = await bot.Bob.Declares("The gateway is down");
        await MergeAsync(bot, first, second.Number);

        await MergeAsync(bot, second, third.Number);

        Assert.Contains($"This incident goes on as #{third.Number}", (await bot.CardAsync(first)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_merges_into_a_private_one_is_told_first_who_is_let_in_there()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await PrivatelyAsync(bot, "Secret leak");
        var duplicate = await PrivatelyAsync(bot, "Keys stolen");
        await bot.Alice.Hands.InviteAsync(duplicate.Channel, [bot.Bob.Id]);
        await bot.SettlesAsync();
        await bot.Alice.In(duplicate).Asks($"/incident task revoke the keys {bot.Bob.Mention}");

        Assert.Contains(
            $"able to read all of it then: {bot.Alice.Mention}, {bot.Bob.Mention}.",
            await bot.Alice.In(duplicate).Asks($"/incident merge #{into.Number}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resolve", "Resolved")]
    [InlineData("decline only a test", "Declined")]
    public async Task The_same_where_the_incident_is_over(string words, string state)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Alice.In(incident).Asks($"/incident handover {bot.Chiyo.Mention}");

        var answer = await bot.Bob.In(incident).AsksFor($"/incident {words}");

        foreach (var person in new[] { bot.Alice, bot.Chiyo })
            Assert.Contains(await person.DirectMessages(), message => message.Text.EndsWith($"#1 is over ({state}), so the offer of its command to {bot.Chiyo.Mention} is void.", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text.EndsWith("ended, because the incident is over", StringComparison.Ordinal));
        Assert.DoesNotContain("Undo", answer.Blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_into_what_they_cannot_see_they_hear_whom_to_ask_and_nothing_else()
    {
        await using var bot = await TestBot.StartAsync();
        await PrivatelyAsync(bot, "Secret leak");
        var duplicate = await PrivatelyAsync(bot, "Keys stolen");
        await bot.Alice.Hands.InviteAsync(duplicate.Channel, [bot.Bob.Id]);
        await bot.Alice.In(duplicate).Asks("/incident task revoke the keys");
        await bot.SettlesAsync();
        await MergeAsync(bot, duplicate, by: bot.Alice);

        var refused = await bot.Bob.In(duplicate).Asks("/incident sev 2");
        var task = await bot.Bob.In(duplicate).Asks("/incident task 1 done");
        var noted = await bot.Bob.In(duplicate).Asks("/incident note all keys are new");

        Assert.Contains($"#1, which I cannot show here (if you are not in its channel, ask {bot.Alice.Mention}, who merged it)", refused, StringComparison.Ordinal);
        Assert.Contains("goes on as number 1 of incident #1, which I cannot show here; in its channel you can do it.", task, StringComparison.Ordinal);
        Assert.Contains($"ask {bot.Alice.Mention}, who merged it)", noted, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret leak", refused + task + noted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_of_another_workspace_hears_the_number_and_whom_to_ask_and_is_let_in_nowhere()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS"));
        await guest.JoinAsync(duplicate.Channel);
        await bot.SettlesAsync();
        await bot.Bob.In(duplicate).Asks($"/incident task call the provider <@{guest.Id}>");
        await bot.Bob.In(duplicate).Asks($"/incident task restart the queue {bot.Chiyo.Mention}");

        await MergeAsync(bot, duplicate);

        var im = (await guest.StateAsync()).Channels.First(channel => channel.IsIm && channel.With == bot.Sandbox.BotUserId);
        var told = (await guest.MessagesAsync(im.Id))[^1];
        Assert.EndsWith($"#2 was merged into #1, which you cannot see. What you had to do goes on there. Please ask {bot.Bob.Mention}, who merged it.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(into.Channel, told.Blocks.ToString(), StringComparison.Ordinal);
        var members = (await bot.ChannelAsync(into.Channel)).Members;
        Assert.DoesNotContain(guest.Id, members);
        Assert.Contains(bot.Chiyo.Id, members);
    }

    [Fact]
    public async Task However_many_there_are_all_go_along_and_the_channels_hear_the_number_once()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        var id = (await bot.Store.IncidentAsync(duplicate)).Id;
        await bot.Host.Services.GetRequiredService<SingleWriter>().WriteAsync(
            db =>
            {
                db.Tasks.AddRange(Enumerable.Range(1, 230).Select(number => new TaskRow { TeamId = id.Team.Value, Number = id.Number, TaskNumber = number, Text = "check", AddedBy = bot.Bob.Id, AddedAt = bot.Now, Sort = number % 2 == 0 ? TaskSort.Task : TaskSort.FollowUp }));
                return db.SaveChangesAsync();
            },
            CancellationToken.None);

        await MergeAsync(bot, duplicate);

        Assert.Equal(231, await bot.Store.ReadAsync(db => db.Tasks.CountAsync(row => row.Number == into.Number && row.State == TaskState.Open)));
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Tasks.CountAsync(row => row.Number == duplicate.Number && row.State == TaskState.Open)));
        Assert.Single(await bot.SaidInAsync(into), line => line.Contains("and what was still to be done (230)", StringComparison.Ordinal));
        Assert.InRange(await bot.Store.ReadAsync(db => db.Outbox.CountAsync()), 1, 60);
    }

    internal static async Task<TestIncident> PrivatelyAsync(TestBot bot, string title)
    {
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", title), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        return await bot.Store.NewestAsync();
    }

    private static async Task<(TestIncident Duplicate, TestIncident Into)> DeclaredAsync(TestBot bot)
    {
        var into = await bot.Alice.Declares("Checkout is failing");
        await bot.Alice.In(into).Asks("/incident task look at the logs");
        return (await bot.Bob.Declares("Payments answer 502"), into);
    }

    internal static async Task MergeAsync(TestBot bot, TestIncident duplicate, int into = 1, TestPerson? by = null)
    {
        var there = (by ?? bot.Bob).In(duplicate);
        var asked = await there.AsksFor($"/incident merge #{into}");
        await there.Presses(asked, $"Merge into #{into}");
        await bot.SettlesAsync();
    }

    private static Task<TaskState> StateAsync(TestBot bot, TestIncident incident, int task) =>
        bot.Store.ReadAsync(db => db.Tasks.Where(row => row.Number == incident.Number && row.TaskNumber == task).Select(row => row.State).SingleAsync());
}
