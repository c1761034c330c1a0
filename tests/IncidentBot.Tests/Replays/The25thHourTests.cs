using IncidentBot.Sandbox;
using IncidentBot.Slack.WebApi;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Replays;

/// <summary>A real incident, played through Slack: the bot must know afterwards what the review knew, and nothing else.</summary>
public sealed class The25thHourTests(PlayedReplay played) : IClassFixture<PlayedReplay>
{
    private ReplayExpectation Expected => played.Stage.Replay.Expected;

    [Fact]
    public void The_timeline_holds_the_nine_entries_of_the_review_in_their_order()
    {
        var lines = Expected.Lines.Select(line => line.ToString());

        Assert.Equal(Expected.Entries.Select(entry => entry.ToString()), played.Ending.Memory.Timeline.Except(lines));
    }

    [Fact]
    public void In_between_stand_the_changes_of_state_and_nothing_else()
    {
        var entries = Expected.Entries.Select(entry => entry.ToString());

        Assert.Equal(Expected.Lines.Select(line => line.ToString()), played.Ending.Memory.Timeline.Except(entries));
        Assert.Equal(Expected.Entries.Count + Expected.Lines.Count, played.Ending.Memory.Timeline.Count);
    }

    [Fact]
    public async Task The_rollback_came_in_the_25th_hour()
    {
        var words = await SlackSide.WordsAsync(played.Stage);
        var rows = await played.Stage.ReadAsync(db => BotMemory.TimelineRows(db).ToListAsync(TestContext.Current.CancellationToken));
        var moments = Expected.Entries
            .Select(expected => rows.Single(row => BotMemory.Line(row.ToDomain(), words, played.Stage.Replay) == expected.ToString()).HappenedAt).ToList();

        Assert.All(Expected.Spans, span => Assert.Equal(span.Is, Span(moments[span.From - 1]!.Value, moments[span.To - 1]!.Value)));
        Assert.Null(moments[^1]);
    }

    [Fact]
    public async Task The_owner_of_the_review_is_reminded_before_when_and_after_it_is_due()
    {
        foreach (var to in Expected.Reminders.GroupBy(reminder => reminder.To))
        {
            var person = played.Stage.People[to.Key];
            var direct = (await person.StateAsync()).Channels.Single(channel => channel.IsIm && channel.With == played.Stage.Sandbox.BotUserId);
            await AssertRemindersAsync([.. to], [.. (await person.MessagesAsync(direct.Id)).Where(IsReminder)]);
        }

        var channel = await played.Stage.IncidentChannelAsync();
        var thread = (await played.Stage.People["mira"].MessagesAsync(channel.Id))
            .Where(message => message.ThreadTs == channel.Pins[0] && IsReminder(message));
        await AssertRemindersAsync(Expected.Reminders, [.. thread]);
        Assert.Equal(Expected.Reminders.Select(reminder => Replay.Minute(reminder.Due)), played.Ending.Memory.Reminded);
        Assert.Empty(played.Ending.Memory.Reminders);
    }

    [Fact]
    public async Task Feeding_everything_again_changes_nothing_and_a_review_that_is_done_stays_quiet()
    {
        Assert.InRange(await Repeating.EverythingAsync(played.Stage, played.Wire), played.Stage.Replay.Steps.Count / 2, int.MaxValue);
        await played.Stage.SettlesAsync();
        Ending.AssertSame(played.Ending, await Ending.ReadAsync(played.Stage));

        await played.Stage.MoveToAsync(played.Stage.Replay.Moment(Expected.SilentUntil));
        await played.Stage.SettlesAsync();
        Assert.Equal(played.Ending.Slack.Messages, (await SlackSide.ReadAsync(played.Stage)).Messages);
    }

    [Fact]
    public async Task When_every_delivery_comes_twice_it_ends_the_same()
    {
        await using var doubled = new PlayedReplay();
        await doubled.PlayAsync(sandbox => sandbox.FaultAsync("delivery", "duplicate", times: 10_000));

        Ending.AssertSame(played.Ending, doubled.Ending);
    }

    private static bool IsReminder(SandboxMessage message) =>
        message.IsBot && (message.Text.Contains("You owe the post-incident review", StringComparison.Ordinal) || message.Text.Contains("The review of", StringComparison.Ordinal));

    private async Task AssertRemindersAsync(IReadOnlyList<ExpectedReminder> expected, IReadOnlyList<SandboxMessage> read)
    {
        var words = await SlackSide.WordsAsync(played.Stage);
        Assert.Equal(
            expected.Select(reminder => Replay.Minute(reminder.Comes)),
            read.Select(message => played.Stage.Replay.Minute(SlackTs.ToTime(message.Ts))));
        Assert.All(expected.Zip(read), each => Assert.Contains(each.First.Says, words.Plain(each.Second.Text), StringComparison.Ordinal));
    }

    /// <summary>From minute to minute, as hours:minutes; the hours do not stop at 24.</summary>
    private static string Span(DateTimeOffset from, DateTimeOffset to)
    {
        var minutes = (to.ToUnixTimeSeconds() / 60) - (from.ToUnixTimeSeconds() / 60);
        return $"{minutes / 60:00}:{minutes % 60:00}";
    }
}
