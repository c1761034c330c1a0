using IncidentBot.Delivery;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Incidents;

/// <summary>Whoever writes to the bot directly looks for a way in: they get help, and what they wrote is not kept.</summary>
internal sealed class WrittenTo : SlackEventHandler<MessageEvent>
{
    public override IReadOnlyList<string> Subscriptions => ["message.im"];

    protected override bool Wants(MessageEvent slackEvent) =>
        slackEvent is { ChannelType: "im", Subtype: null, BotId: null, User.Length: > 0 };

    protected override async Task HandleAsync(MessageEvent slackEvent, Turn turn, CancellationToken ct)
    {
        await turn.IfByAPersonAsync(() => AnswerAsync(turn), ct);
        if (turn.WaitsFor is null)
            turn.ForgetRequest();
    }

    private static Task AnswerAsync(Turn turn)
    {
        turn.Owe(Unwritten.For(turn.By.Value, () => new DirectMessage(turn.By.Value, HelpReply.Of(turn.Usages, null, turn.Options))));
        turn.Shown("help");
        return Task.CompletedTask;
    }
}
