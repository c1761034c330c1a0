using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>
/// An emoji on the card is a command; an emoji on any other message of the incident's channel puts that message on the
/// timeline. Elsewhere emoji are people's own business.
/// </summary>
internal sealed class Reacting : SlackEventHandler<ReactionAdded>
{
    protected override async Task HandleAsync(ReactionAdded slackEvent, Turn turn, CancellationToken ct)
    {
        var emoji = EmojiNames.Plain(slackEvent.Reaction);
        if (slackEvent.Item is not { Type: "message", Channel: { } channel, Ts: { } ts })
            turn.Ignore("not on a message");
        else if (await turn.FindIncidentAsync(null, ct) is not { } incident)
            turn.Ignore("no incident's channel");
        else if (incident.Card?.Ts == ts && turn.Options.CardEmoji.TryGetValue(emoji, out var line))
            await turn.IfByAPersonAsync(() => CardEmoji.SetAsync(incident, Seen.Emoji(channel, ts, slackEvent.Reaction, slackEvent, turn), CommandLine.Read(line), turn, ct), ct);
        else if (incident.Card?.Ts == ts && turn.Options.TimelineEmoji.ContainsKey(emoji))
            await turn.IfByAPersonAsync(() => TellAsync(turn), ct);
        else if (incident.Card?.Ts != ts && turn.Options.TimelineEmoji.TryGetValue(emoji, out var kind))
            await turn.IfByAPersonAsync(() => MergedMarks.SetAsync(incident, Seen.Emoji(channel, ts, slackEvent.Reaction, slackEvent, turn), kind, turn, ct), ct);
        else if (!turn.Options.TaskEmoji.ContainsKey(emoji) || incident.Card?.Ts == ts)
            turn.Ignore("that emoji means nothing here");
    }

    /// <summary>Somebody who marks the card wants to keep something; silence would leave them to think that it was kept.</summary>
    private static Task TellAsync(Turn turn)
    {
        turn.Refuse(CaptureReplies.TheCardKeepsItself, "the card keeps itself");
        return Task.CompletedTask;
    }
}
