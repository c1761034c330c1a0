using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>
/// Puts the message that was read on the timeline, and ticks it afterwards; or says why not. What is on it already takes
/// over the words: somebody may have edited the message while it was being read.
/// </summary>
internal sealed class CaptureRead : IFactHandler<MessageRead>, IFactHandler<MessageUnreadable>
{
    public const string Gone = "message_not_found";

    /// <summary>What the bot itself said: it tells what is on the timeline already.</summary>
    public const string Ours = "own_message";

    public async Task HearAsync(MessageRead fact, Turn turn, CancellationToken ct)
    {
        turn.EndRequest();
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident || await MessageWords.OrWaitAsync(fact.Text, turn, ct) is not { } text)
            return;
        var captures = await CapturesOfAsync(fact.Number, fact.Channel, fact.Ts, turn, ct);
        if (await turn.EntryOfAsync(incident.Id, fact.Channel, fact.Ts, ct) is { } entry)
        {
            var isEdited = await SourceEdits.FollowAsync(entry, text, fact.EditedAt, EditorOf(fact, turn), fact.Channel, isPrivateThere: false, turn, ct);
            Captures.Answered(captures, turn);
            if (entry.State.HasFlag(EntryState.Redacted))
                turn.ForgetRequest();
            if (isEdited)
                turn.Noted("message edited");
            else
                turn.Duplicate("on the timeline already");
        }
        else if (captures.Count == 0)
        {
            turn.Ignore("taken back before it was read");
        }
        else
        {
            Record(incident, fact, text, captures, turn);
        }
    }

    public async Task HearAsync(MessageUnreadable fact, Turn turn, CancellationToken ct)
    {
        turn.EndRequest();
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident)
            return;
        var captures = await CapturesOfAsync(fact.Number, fact.Channel, fact.Ts, turn, ct);
        if (await turn.EntryOfAsync(incident.Id, fact.Channel, fact.Ts, ct) is { } entry)
        {
            if (fact.Reason == Gone && CapturedMessage.Deleted(entry, turn.Now) is { } revision)
                await turn.ReviseAsync(revision, ct);
            turn.Fail($"not read again: {fact.Reason}");
            return;
        }
        Refuse(fact, captures, turn);
    }

    private static void Record(Incident incident, MessageRead fact, string text, List<CaptureRow> captures, Turn turn)
    {
        var source = new MessageRef(new ChannelId(fact.Channel), fact.Ts);
        var kind = Captures.KindOf(captures);
        turn.Record(Captured.Entry(incident.Id, kind, source, fact.ThreadTs, fact.Writer, text, new UserId(captures[0].By), turn) with
        {
            Capturers = Captures.Holders(captures),
            SourceEditedAt = fact.EditedAt,
            Files = EntryFiles.Of(fact.Files ?? []),
        });
        Captures.Answered(captures, turn);
        turn.Noted();
    }

    /// <summary>Everybody who waits for it is told, each once, however many emoji they put there.</summary>
    private static void Refuse(MessageUnreadable fact, List<CaptureRow> captures, Turn turn)
    {
        var told = captures.Where(row => row.IsRefused).Select(row => row.By).ToHashSet();
        var waiting = captures.Where(row => !row.IsRefused).ToList();
        foreach (var by in waiting.Select(row => row.By).Distinct().Where(by => !told.Contains(by)))
        {
            turn.Tell(new ReplyTo(by, fact.Channel, null, turn.Now, InPlace: false), () => CaptureReplies.NotRead(fact.Reason, turn.RequestReference));
        }
        foreach (var row in waiting)
            row.IsRefused = true;
        if (waiting.Count > 0)
            turn.Owe(new AddReaction(fact.Channel, fact.Ts, CaptureMarks.Refused));
        if (fact.Reason == Ours)
            turn.Refuse(CaptureReplies.IsOurs, "my own message");
        else
            turn.Fail(fact.Reason);
    }

    /// <summary>Who captured it and did not take it back, in the order they came.</summary>
    private static async Task<List<CaptureRow>> CapturesOfAsync(int number, string channel, string ts, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return [.. (await db.Captures.OfMessageAsync(turn.Team, channel, ts, ct)).Where(row => row.Number == number && row.IsOn)];
    }

    private static UserId EditorOf(MessageRead fact, Turn turn) => new(fact.Writer.User ?? turn.Workspace.BotUserId);
}
