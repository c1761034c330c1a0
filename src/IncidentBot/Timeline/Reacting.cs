using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
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
            await turn.IfByAPersonAsync(() => turn.RunAsync(CommandLine.Read(line), ct), ct);
        else if (incident.Card?.Ts != ts && turn.Options.TimelineEmoji.TryGetValue(emoji, out var kind))
            await turn.IfByAPersonAsync(() => Capturing.AskAsync(incident, channel, ts, kind, turn, ct), ct);
        else
            turn.Ignore("that emoji means nothing here");
    }
}

/// <summary>A pin puts the message on the timeline as a note.</summary>
internal sealed class Pinning : SlackEventHandler<PinAdded>
{
    protected override async Task HandleAsync(PinAdded slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Item is not { Type: "message", Message.Ts: { Length: > 0 } ts })
            turn.Ignore("not a message");
        else if (await turn.FindIncidentAsync(null, ct) is not { } incident)
            turn.Ignore("no incident's channel");
        else if (incident.Card?.Ts == ts)
            turn.Ignore("the card");
        else
            await turn.IfByAPersonAsync(() => Capturing.AskAsync(incident, slackEvent.ChannelId, ts, EntryKind.Note, turn, ct), ct);
    }
}

internal static class Capturing
{
    /// <summary>Asks Slack for that very message, unless it is on the timeline already.</summary>
    public static async Task AskAsync(Incident incident, string channel, string ts, EntryKind kind, Turn turn, CancellationToken ct)
    {
        if (await turn.IsRecordedAsync(incident.Id, channel, ts, ct))
        {
            turn.Noted("duplicate: on the timeline already");
            return;
        }
        turn.Owe(new ReadMessage(incident.Id.Number, channel, ts, kind, turn.By.Value));
        turn.Noted("being read");
    }
}
