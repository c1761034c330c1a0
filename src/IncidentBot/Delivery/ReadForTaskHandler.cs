using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Tasks;
using IncidentBot.Timeline;

namespace IncidentBot.Delivery;

/// <summary>Reads the one message somebody makes a task of.</summary>
internal sealed class ReadForTaskHandler(MessageFinder finder) : IEffectHandler<ReadForTask>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadForTask effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            return await finder.FindAsync(effect.Channel, effect.Ts, ct) switch
            {
                null => [new TaskMessageUnreadable(effect.Number, effect.Channel, effect.Ts, effect.By, CaptureRead.Gone)],
                var message => [new TaskMessageRead(effect.Number, effect.Channel, effect.Ts, message.ThreadTs, CapturedText.Of(message), effect.By, effect.Sort)],
            };
        }
        catch (SlackException no) when (MessageFinder.IsOutOfReach(no))
        {
            return [new TaskMessageUnreadable(effect.Number, effect.Channel, effect.Ts, effect.By, no.ErrorCode)];
        }
    }
}
