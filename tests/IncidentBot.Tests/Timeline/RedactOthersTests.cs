using System.Text;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using static IncidentBot.Tests.Timeline.RedactSteps;

namespace IncidentBot.Tests.Timeline;

/// <summary>A redaction takes one entry's words. What others wrote, owe and have open stays, also where a word is the same.</summary>
public sealed class RedactOthersTests
{
    [Fact]
    public async Task Another_entry_with_a_common_word_keeps_its_rows_and_its_post_until_it_is_redacted_itself()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks("/incident note the deployment key is opensesame");
        await bot.Alice.In(incident).Asks("/incident note the deployment was rolled back");

        await RedactAsync(bot, bot.Alice, incident, 3, "a key");
        Assert.Contains(await bot.Store.InboxAsync(), row => Encoding.UTF8.GetString(row.Body).Contains("rolled", StringComparison.Ordinal));
        Assert.Contains(await bot.ThreadAsync(incident), message => message.Text.Contains("the deployment was rolled back", StringComparison.Ordinal));
        await RedactAsync(bot, bot.Alice, incident, 4, "not ours to say");

        Assert.DoesNotContain(await bot.ThreadAsync(incident), message => message.Text.Contains("rolled", StringComparison.Ordinal));
        Assert.Equal(2, (await bot.ThreadAsync(incident)).Count(message => message.Text == ":black_large_square: _redacted_"));
    }

    [Fact]
    public async Task The_same_short_words_in_another_entry_and_the_same_reason_stay()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        foreach (var entry in new[] { 3, 4 })
        {
            await bot.LaterAsync(TimeSpan.FromMinutes(1));
            await bot.Alice.In(incident).Asks("/incident note OK");
            await bot.Alice.In(incident).Asks($"/incident edit {entry} kind fix taken for another");
        }

        await RedactAsync(bot, bot.Alice, incident, 3, "not needed");

        Assert.Single(await bot.ThreadAsync(incident), message => message.Text.Contains("OK (noted by", StringComparison.Ordinal));
        Assert.Single(await bot.ThreadAsync(incident), message => message.Text.Contains("taken for another", StringComparison.Ordinal));
        Assert.Equal("OK", (await bot.Store.RecordedAsync(incident))[1].Text);
    }

    [Fact]
    public async Task What_was_given_up_can_be_replayed_and_goes_out_without_the_words()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Client.FaultAsync("chat.postMessage", "restricted_action", times: 2);
        await bot.Alice.In(incident).Types("/incident update The deployment is stuck.");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Types("/incident update The deployment key is opensesame.");
        await bot.SettlesAsync();

        await RedactAsync(bot, bot.Alice, incident, 4, "a key");
        Assert.Equal(0, await DeadCommand.ReplayAsync(["all", "--DATABASE", bot.DatabasePath]));
        await bot.LaterAsync(TimeSpan.FromSeconds(20));

        var said = await bot.SaidInAsync(incident);
        Assert.Contains(said, text => text.Contains("The deployment is stuck.", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("(redacted)", StringComparison.Ordinal));
        Assert.DoesNotContain(said, text => text.Contains("opensesame", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.State == OutboxState.Dead);
    }

    [Fact]
    public async Task A_request_that_was_put_aside_keeps_all_but_the_words()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Alice.In(incident).Asks("/incident note the deployment key is opensesame");
        await PutAsideAsync(bot, "a", "command=%2Fincident&text=note+the+deployment+broke");
        await PutAsideAsync(bot, "b", "command=%2Fincident&text=note+the+deployment+key+is+opensesame");

        await RedactAsync(bot, bot.Alice, incident, 3, "a key");

        Assert.Equal(
            ["command=%2Fincident&text=note+the+deployment+broke", "command=%2Fincident&text=note%20%28redacted%29"],
            (await bot.Store.InboxAsync()).Where(row => row.State == InboxState.Dead).Select(row => Encoding.UTF8.GetString(row.Body)));
    }

    [Theory]
    [InlineData("declare_from_message")]
    [InlineData("add_to_timeline")]
    public async Task A_form_that_is_open_on_a_message_still_has_its_message(string shortcut)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        var ts = await bot.Bob.In(bot.Support).Says("The deployment broke checkout");
        await bot.Alice.In(incident).Asks("/incident note the deployment key is opensesame");
        await bot.Bob.In(bot.Support).Uses(shortcut, ts);
        await bot.SettlesAsync();

        await RedactAsync(bot, bot.Alice, incident, 3, "a key");
        await bot.Bob.Submits(shortcut == "add_to_timeline" ? [] : [("title", "Checkout")]);
        await bot.SettlesAsync();

        var evidence = Assert.Single((await bot.Store.RecordedAsync(await bot.Store.NewestAsync())), entry => entry.Source is not null);
        Assert.Equal("The deployment broke checkout", evidence.Text);
    }

    [Fact]
    public async Task A_form_that_is_open_on_the_redacted_message_adds_it_without_its_words()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        var ts = await bot.Alice.In(incident).Captures("the *deployment key* is opensesame");
        await bot.Alice.In(incident).Uses("declare_from_message", ts);
        await bot.SettlesAsync();

        await RedactAsync(bot, bot.Alice, incident, 3, "a key");
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => Encoding.UTF8.GetString(row.Body).Contains("opensesame", StringComparison.Ordinal));
        await bot.Alice.Submits(("title", "The key is out"));
        await bot.SettlesAsync();

        Assert.Equal("(redacted)", Assert.Single(await bot.Store.RecordedAsync(await bot.Store.NewestAsync())).Text);
    }

    [Fact]
    public async Task Whoever_is_to_be_told_that_an_effect_was_given_up_is_told_after_a_redaction_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 60);
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Bob.In(incident).Types("/incident note the deployment key is opensesame");
        await bot.SettlesAsync();
        await RedactAsync(bot, bot.Alice, incident, 3, "a key");
        await bot.Client.FaultAsync("chat.postMessage", "restricted_action");

        await bot.LaterAsync(TimeSpan.FromSeconds(61));

        Assert.Single(await bot.Bob.In(incident).Whispers(), whisper => whisper.Text.Contains("(`restricted_action`)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_of_which_nobody_knows_whether_it_came_through_is_taken_back_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await CommandedAsync(bot);
        await bot.Client.FaultAsync("chat.postMessage", "lost_answer");
        await bot.Alice.In(incident).Types("/incident note the password is opensesame");
        await bot.SettlesAsync();

        await RedactAsync(bot, bot.Alice, incident, 3, "a password");
        await bot.LaterAsync(TimeSpan.FromSeconds(30));

        Assert.Single(await bot.ThreadAsync(incident), message => message.Text == ":black_large_square: _redacted_");
        Assert.DoesNotContain(await bot.ThreadAsync(incident), message => message.Text.Contains("opensesame", StringComparison.Ordinal));
        Assert.Equal(EntryState.Redacted, Assert.Single(await bot.Store.RecordedAsync(incident)).State);
    }

    private static async Task PutAsideAsync(TestBot bot, string key, string body)
    {
        await using var db = await bot.Contexts.CreateDbContextAsync();
        db.Inbox.Add(new InboxRow
        {
            TeamId = bot.Sandbox.TeamId,
            Key = key,
            Source = InboxSource.Slack,
            Kind = "application/x-www-form-urlencoded",
            Body = Encoding.UTF8.GetBytes(body),
            ReceivedAt = bot.Now,
            HandledAt = bot.Now,
            State = InboxState.Dead,
        });
        await db.SaveChangesAsync();
    }
}
