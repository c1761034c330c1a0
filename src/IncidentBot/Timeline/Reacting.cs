using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
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
            await turn.IfByAPersonAsync(() => Captures.SetAsync(incident, Seen.Emoji(channel, ts, slackEvent.Reaction, slackEvent, turn), kind, turn, ct), ct);
        else
            turn.Ignore("that emoji means nothing here");
    }
}

/// <summary>An emoji that is taken back takes the message off the timeline again, unless somebody else holds it there.</summary>
internal sealed class TakingBack : SlackEventHandler<ReactionRemoved>
{
    protected override async Task HandleAsync(ReactionRemoved slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Item is not { Type: "message", Channel: { } channel, Ts: { } ts })
            turn.Ignore("not on a message");
        else if (!turn.Options.TimelineEmoji.ContainsKey(EmojiNames.Plain(slackEvent.Reaction)))
            turn.Ignore("that emoji means nothing here");
        else if (await Seen.IncidentOfAsync(ts, turn, ct) is { } incident)
            await turn.IfByAPersonAsync(() => Captures.TakeBackAsync(incident, Seen.Emoji(channel, ts, slackEvent.Reaction, slackEvent, turn), turn, ct), ct);
    }
}

/// <summary>A pin puts the message on the timeline as a note.</summary>
internal sealed class Pinning : SlackEventHandler<PinAdded>
{
    protected override async Task HandleAsync(PinAdded slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Item is not { Type: "message", Message.Ts: { Length: > 0 } ts })
            turn.Ignore("not a message");
        else if (await Seen.IncidentOfAsync(ts, turn, ct) is { } incident)
            await turn.IfByAPersonAsync(() => Captures.SetAsync(incident, Seen.Pin(slackEvent.ChannelId, ts, slackEvent, turn), EntryKind.Note, turn, ct), ct);
    }
}

/// <summary>A pin that is taken off, by whomever, takes the message off the timeline again, unless somebody else holds it there.</summary>
internal sealed class Unpinning : SlackEventHandler<PinRemoved>
{
    protected override async Task HandleAsync(PinRemoved slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Item is not { Type: "message", Message.Ts: { Length: > 0 } ts })
            turn.Ignore("not a message");
        else if (await Seen.IncidentOfAsync(ts, turn, ct) is { } incident)
            await turn.IfByAPersonAsync(() => Captures.TakeBackAsync(incident, Seen.Pin(slackEvent.ChannelId, ts, slackEvent, turn), turn, ct), ct);
    }
}

/// <summary>Events as captures.</summary>
internal static class Seen
{
    /// <summary>The incident in whose channel the message stands; null, with the reason noted, where there is none or it is the card.</summary>
    public static async Task<Incident?> IncidentOfAsync(string ts, Turn turn, CancellationToken ct)
    {
        var incident = await turn.FindIncidentAsync(null, ct);
        if (incident is null)
            turn.Ignore("no incident's channel");
        else if (incident.Card?.Ts == ts)
            turn.Ignore("the card");
        else
            return incident;
        return null;
    }

    public static Capture Emoji(string channel, string ts, string reaction, Event slackEvent, Turn turn) =>
        new(channel, ts, CaptureRow.Emoji(reaction), turn.By.Value, turn.By, At(slackEvent, turn));

    public static Capture Pin(string channel, string ts, Event slackEvent, Turn turn) =>
        new(channel, ts, CaptureRow.Pin, "", turn.By, At(slackEvent, turn));

    /// <summary>When it happened by Slack's clock, which alone puts events in order; by ours where Slack does not say.</summary>
    public static DateTimeOffset At(Event slackEvent, Turn turn) =>
        SlackTs.IsValid(slackEvent.EventTs) ? SlackTs.ToTime(slackEvent.EventTs!) : turn.Now;
}
