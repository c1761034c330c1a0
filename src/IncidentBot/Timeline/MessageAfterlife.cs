using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>
/// Follows what becomes of captured messages: an edit is a version, a deletion leaves a line that says so. Slack tells of
/// changes only along with all messages; those that are nothing but new are not kept (Slack docs: message event).
/// </summary>
internal sealed class MessageAfterlife : SlackEventHandler<MessageEvent>
{
    private const string Changed = "message_changed";
    private const string Deleted = "message_deleted";

    /// <summary>What Slack calls a private channel where a message is in it.</summary>
    private const string PrivateChannel = "group";

    /// <summary>Within the mark on a living message, and in what takes a post's place.</summary>
    private const string Redacted = "redacted";

    public override IReadOnlyList<string> Subscriptions => ["message.channels", "message.groups"];

    protected override bool Wants(MessageEvent slackEvent) => slackEvent.Subtype is Changed or Deleted;

    protected override Task HandleAsync(MessageEvent slackEvent, Turn turn, CancellationToken ct) => slackEvent switch
    {
        { Subtype: Changed, Message: { IsTombstone: true, Ts: var ts } } => DeletedAsync(slackEvent.Channel, ts, turn, ct),
        { Subtype: Changed, Message: { } message } => ChangedAsync(slackEvent, message, turn, ct),
        { Subtype: Deleted } when (slackEvent.DeletedTs ?? slackEvent.PreviousMessage?.Ts) is { } ts => DeletedAsync(slackEvent.Channel, ts, turn, ct),
        _ => IgnoreAsync("nothing that was captured can have changed", turn),
    };

    private static Task IgnoreAsync(string why, Turn turn)
    {
        Ignore(why, turn);
        return Task.CompletedTask;
    }

    /// <summary>What is nobody's business here is not kept: it quotes what people said, and what of ours was redacted.</summary>
    private static void Ignore(string why, Turn turn)
    {
        turn.Ignore(why);
        turn.ForgetRequest();
    }

    /// <summary>Slack quotes the old words when it tells that we blackened them; more marks than before say that this is what we did.</summary>
    private static int Marks(Message? message) => (message?.Text ?? "").Split(Redacted).Length;

    private static async Task ChangedAsync(MessageEvent slackEvent, Message message, Turn turn, CancellationToken ct)
    {
        if (message.User == turn.Workspace.BotUserId)
        {
            Ignore("our own edit", turn);
            if (Marks(message) > Marks(slackEvent.PreviousMessage))
                turn.Owe(new ForgetOnDisk([]));
        }
        else if (slackEvent.PreviousMessage is { } before && CapturedText.Of(before) == CapturedText.Of(message))
        {
            Ignore("its words are the same", turn);
        }
        else if (await CapturesAsync(slackEvent.Channel, message.Ts, turn, ct) is not { Count: > 0 } captures)
        {
            Ignore("not on a timeline", turn);
        }
        else if (await MessageWords.OrWaitAsync(CapturedText.Of(message), turn, ct) is { } text)
        {
            var editor = new UserId(message.Edited?.User ?? message.User ?? turn.Workspace.BotUserId);
            var editedAt = Seen.At(slackEvent, turn);
            await EachAsync(
                captures,
                (_, entry) => SourceEdits.FollowAsync(entry, text, editedAt, editor, slackEvent.Channel, slackEvent.ChannelType == PrivateChannel, turn, ct),
                editedAt,
                "message edited",
                turn,
                ct);
        }
    }

    private static async Task DeletedAsync(string channel, string ts, Turn turn, CancellationToken ct)
    {
        if (await CapturesAsync(channel, ts, turn, ct) is { Count: > 0 } captures)
            await EachAsync(captures, (_, entry) => GoneAsync(entry, turn, ct), null, "message deleted", turn, ct);
        else
            Ignore("not on a timeline", turn);
    }

    private static async Task<bool> GoneAsync(TimelineEntry entry, Turn turn, CancellationToken ct)
    {
        if (CapturedMessage.Deleted(entry, turn.Now) is not { } revision)
            return false;
        await turn.ReviseAsync(revision, ct);
        return true;
    }

    /// <summary>The same alert may be evidence in several incidents. What is just being read is read once more: it may have been read before the change.</summary>
    private static async Task EachAsync(
        List<CaptureRow> captures, Func<Incident, TimelineEntry, Task<bool>> change, DateTimeOffset? editedAt, string outcome, Turn turn, CancellationToken ct)
    {
        var (isChanged, isAwaited) = (false, false);
        foreach (var ofIncident in captures.GroupBy(row => row.Number))
        {
            if (await turn.NumberedAsync(ofIncident.Key, ct) is not { } incident)
                continue;
            var first = ofIncident.First();
            if (await turn.EntryOfAsync(incident.Id, first.Channel, first.Ts, ct) is not { } entry)
            {
                if (!ofIncident.Any(row => row is { IsOn: true, IsRefused: false }))
                    continue;
                turn.Owe(new ReadMessage(incident.Id.Number, first.Channel, first.Ts) { EditedAt = editedAt });
                isAwaited = true;
            }
            else
            {
                isChanged |= await change(incident, entry);
                if (entry.State.HasFlag(EntryState.Redacted))
                    turn.ForgetRequest();
            }
        }
        if (isChanged)
            turn.Noted(outcome);
        else if (isAwaited)
            turn.Await("being read once more");
        else
            turn.Duplicate("nothing changed");
    }

    /// <summary>The one look that tells whether the message is anybody's business here.</summary>
    private static async Task<List<CaptureRow>> CapturesAsync(string channel, string ts, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return await db.Captures.OfMessageAsync(turn.Team, channel, ts, ct);
    }
}
