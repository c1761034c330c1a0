using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Timeline;

namespace IncidentBot.Delivery;

/// <summary>Reads the one message somebody captured.</summary>
internal sealed class ReadMessageHandler(MessageFinder finder) : IEffectHandler<ReadMessage>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadMessage effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            return await finder.FindAsync(effect.Channel, effect.Ts, ct) switch
            {
                null => [new MessageUnreadable(effect.Number, effect.Channel, effect.Ts, CaptureRead.Gone)],
                var message when Postbox.IsOurs(message) => [new MessageUnreadable(effect.Number, effect.Channel, effect.Ts, CaptureRead.Ours)],
                var message => [Read(effect, message)],
            };
        }
        catch (SlackException no) when (MessageFinder.IsOutOfReach(no))
        {
            return [new MessageUnreadable(effect.Number, effect.Channel, effect.Ts, no.ErrorCode)];
        }
    }

    private static MessageRead Read(ReadMessage effect, Message message) => new(
        effect.Number, effect.Channel, effect.Ts, message.ThreadTs, Captured.WriterOf(message), CapturedText.Of(message))
    {
        EditedAt = Captured.EditedAt(message) is { } shown && !(shown < effect.EditedAt) ? shown : effect.EditedAt,
        Files = message.Files.Count == 0 ? null : Captured.FilesOf(message).All,
    };
}
