using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Tasks;

/// <summary>An emoji on a message of an incident's channel makes a task of it, once, whoever else puts one there; taking the emoji off again drops nothing.</summary>
internal sealed class TaskEmoji : SlackEventHandler<ReactionAdded>
{
    protected override async Task HandleAsync(ReactionAdded slackEvent, Turn turn, CancellationToken ct)
    {
        if (turn.Options.TaskEmoji.TryGetValue(EmojiNames.Plain(slackEvent.Reaction), out var sort)
            && slackEvent.Item is { Type: "message", Channel: { } channel, Ts: { } ts }
            && await turn.FindIncidentAsync(null, ct) is { } incident
            && incident.Card?.Ts != ts)
            await turn.IfByAPersonAsync(() => SetAsync(incident, channel, ts, sort, turn, ct), ct);
    }

    private static async Task SetAsync(Incident incident, string channel, string ts, TaskSort sort, Turn turn, CancellationToken ct)
    {
        var word = sort == TaskSort.Task ? TaskCommand.Called.Word : FollowUpCommand.Word;
        if (await turn.RefusedForElsewhereAsync(incident, [word], "", null, ct) || !await turn.MayAsync([word], incident, "", ct))
            return;
        var db = await turn.StoreAsync(ct);
        if (await db.Tasks.OfMessageAsync(incident.Id, channel, ts, ct) is { } task)
        {
            turn.Say(TaskReplies.IsTaskAlready(incident, task));
            turn.Duplicate("a task already");
            return;
        }
        turn.Owe(new ReadForTask(incident.Id.Number, channel, ts, turn.By.Value, sort));
        turn.Await("being read");
    }
}

/// <summary>Reads one exact message, to make a task of it.</summary>
[StoredAs("read-for-task")]
internal sealed record ReadForTask(int Number, string Channel, string Ts, string By, TaskSort Sort) : Effect
{
    public override string Stream => $"read:{Channel}:{Ts}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.replies"), new("conversations.history")];

    public override Fact WhenGivenUp(string error) => new TaskMessageUnreadable(Number, Channel, Ts, By, error);
}

/// <summary>That very message, with its words as Slack has them.</summary>
[StoredAs("task-message-read")]
internal sealed record TaskMessageRead(int Number, string Channel, string Ts, string? ThreadTs, string Text, string By, TaskSort Sort) : Fact;

/// <summary>That message cannot be read; the person who marked it has to be told.</summary>
[StoredAs("task-message-unreadable")]
internal sealed record TaskMessageUnreadable(int Number, string Channel, string Ts, string By, string Reason) : Fact;

/// <summary>Makes a task of the message that was read, and ticks it afterwards; or says why not.</summary>
internal sealed class TaskOfMessage : IFactHandler<TaskMessageRead>, IFactHandler<TaskMessageUnreadable>
{
    private const string Tick = EmojiNames.Tick;

    public async Task HearAsync(TaskMessageRead fact, Turn turn, CancellationToken ct)
    {
        turn.EndRequest();
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident || await MessageWords.OrWaitAsync(fact.Text, turn, ct) is not { } text)
            return;
        var db = await turn.StoreAsync(ct);
        if (await db.Tasks.OfMessageAsync(incident.Id, fact.Channel, fact.Ts, ct) is not null)
        {
            turn.Duplicate("a task already");
            return;
        }
        var by = new UserId(fact.By);
        var task = FromMessage(await TaskActs.NewAsync(incident, fact.Sort, text, turn, ct), fact.Channel, fact.Ts, fact.ThreadTs, turn);
        if (IncidentTasks.Add(incident, task, by, turn.Now) is not Decision.Accepted accepted)
            throw new InvalidOperationException("A message's words made no task.");
        turn.Accept(accepted);
        turn.Owe(new AddReaction(fact.Channel, fact.Ts, Tick));
        turn.Noted(nameof(TaskAdded));
    }

    public Task HearAsync(TaskMessageUnreadable fact, Turn turn, CancellationToken ct)
    {
        turn.EndRequest();
        turn.Tell(new ReplyTo(fact.By, fact.Channel, null, turn.Now, InPlace: false), () => TaskReplies.NotRead(fact.Reason));
        turn.Fail(fact.Reason);
        return Task.CompletedTask;
    }

    /// <summary>The task as that message gives it: its words in one line, cut where they are long, and the way back to it.</summary>
    public static IncidentTask FromMessage(IncidentTask task, string channel, string ts, string? threadTs, Turn turn) => task with
    {
        Text = PeoplesWords.OneLine(task.Text) is { Length: > 0 } line ? Mrkdwn.Truncate(PeoplesWords.Harmless(line), IncidentTask.LongestText) : turn.ForAll(() => TaskReplies.SeeTheMessage),
        Source = new MessageRef(new ChannelId(channel), ts),
        Permalink = turn.Workspace.Url.Length == 0 ? "" : Permalink.For(turn.Workspace.Url, channel, ts, threadTs),
    };
}
