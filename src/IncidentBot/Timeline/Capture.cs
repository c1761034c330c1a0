using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>Reads one exact message, to put it on the timeline.</summary>
[StoredAs("read-message")]
internal sealed record ReadMessage(int Number, string Channel, string Ts, EntryKind Kind, string By) : Effect
{
    public override string Stream => $"read:{Channel}:{Ts}";

    public override Fact WhenGivenUp(string error) => new MessageUnreadable(Number, Channel, Ts, By, error);
}

/// <summary>That very message.</summary>
[StoredAs("message-read")]
internal sealed record MessageRead(int Number, string Channel, string Ts, string? ThreadTs, EntryKind Kind, string By, Writer Writer, string Text) : Fact;

/// <summary>That very message could not be read. No neighbour takes its place.</summary>
[StoredAs("message-unreadable")]
internal sealed record MessageUnreadable(int Number, string Channel, string Ts, string By, string Reason) : Fact;

/// <summary>Puts the message that was read on the timeline, and ticks it afterwards; or says why not.</summary>
internal sealed class CaptureRead : IFactHandler<MessageRead>, IFactHandler<MessageUnreadable>
{
    public async Task HearAsync(MessageRead fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident)
            return;
        var source = new MessageRef(new ChannelId(fact.Channel), fact.Ts);
        turn.RecordOnce(Captured.Entry(incident.Id, fact.Kind, source, fact.ThreadTs, fact.Writer, fact.Text, new UserId(fact.By), turn));
        turn.Owe(new AddReaction(fact.Channel, fact.Ts, "white_check_mark"));
        turn.Noted("recorded");
    }

    public Task HearAsync(MessageUnreadable fact, Turn turn, CancellationToken ct)
    {
        turn.Owe(new AddReaction(fact.Channel, fact.Ts, "exclamation"));
        turn.Owe(new Answer(
            new ReplyTo(fact.By, fact.Channel, null, turn.Now, InPlace: false), CaptureReplies.NotRead(fact.Reason), turn.InboxId));
        turn.Noted($"failed: {fact.Reason}");
        return Task.CompletedTask;
    }
}

internal static class CaptureReplies
{
    public static MessageContent NotRead(string reason) => MessageContent.Plain(
        $"That message is *not* on the timeline: I could not read it (`{reason}`). Nothing else was put there in its place. Use `/incident note` to write down what it says.");
}
