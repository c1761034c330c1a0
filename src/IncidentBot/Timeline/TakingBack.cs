using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>On the card an emoji that is taken back is only noted. Elsewhere takes the message off the timeline again, unless somebody else holds it there.</summary>
internal sealed class TakingBack : SlackEventHandler<ReactionRemoved>
{
    protected override async Task HandleAsync(ReactionRemoved slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Item is not { Type: "message", Channel: { } channel, Ts: { } ts })
            turn.Ignore("not on a message");
        else if (turn.Options.CardEmoji.ContainsKey(EmojiNames.Plain(slackEvent.Reaction)) && await turn.FindIncidentAsync(null, ct) is { } itsOwn && itsOwn.Card?.Ts == ts)
            await turn.IfByAPersonAsync(() => CardEmoji.TakeBackAsync(itsOwn, Seen.Emoji(channel, ts, slackEvent.Reaction, slackEvent, turn), turn, ct), ct);
        else if (!turn.Options.TimelineEmoji.ContainsKey(EmojiNames.Plain(slackEvent.Reaction)))
            turn.Ignore("that emoji means nothing here");
        else if (await Seen.IncidentOfAsync(ts, turn, ct) is { } incident)
            await turn.IfByAPersonAsync(() => MergedMarks.TakeBackAsync(incident, Seen.Emoji(channel, ts, slackEvent.Reaction, slackEvent, turn), turn, ct), ct);
    }
}
