using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Timeline;

/// <summary>
/// An emoji on the card is a command, of the time it was put there. Slack may bring it late: taken back since it does nothing,
/// and where somebody has decided the same matter since, that stands and whoever put it there is asked.
/// </summary>
internal static class CardEmoji
{
    private static readonly TimeSpan MayStillCome = TimeSpan.FromMinutes(10);

    public static async Task SetAsync(Incident incident, Capture emoji, CommandLine line, Turn turn, CancellationToken ct)
    {
        var known = await FindAsync(incident, emoji, turn, ct);
        if (known is { IsRefused: false } && known.ChangedAt >= emoji.At)
        {
            if (known.IsOn)
                turn.Duplicate("heard already");
            else
                turn.Ignore("taken back since");
            return;
        }
        if (await (await turn.StoreAsync(ct)).Inbox.WasTakenBackAsync(turn.Team, emoji, ct))
        {
            turn.Ignore("taken back since");
            return;
        }
        turn.HappenedAt(emoji.At);
        if (turn.Decides(line) is { } matter && incident.LastWords.On(matter) is { } word && word.At > turn.Now)
            turn.Refuse(CardEmojiReplies.Overtaken(incident, emoji, line, matter, word), "decided since");
        else
            await turn.RunAsync(line, ct);
        // What waits for an answer of Slack's is handled again, as if it had just come.
        if (turn.WaitsFor is null)
            await KeepAsync(incident, emoji, isOn: true, isRefused: false, turn, ct);
    }

    /// <summary>What it did stays: only a command takes it back. That it is gone is kept, for it may have come before the emoji.</summary>
    public static async Task TakeBackAsync(Incident incident, Capture emoji, Turn turn, CancellationToken ct)
    {
        if (await FindAsync(incident, emoji, turn, ct) is { } known && known.ChangedAt >= emoji.At)
        {
            turn.Ignore("something later is known");
            return;
        }
        await KeepAsync(incident, emoji, isOn: false, isRefused: false, turn, ct);
        turn.Ignore("the card: what an emoji did stays");
    }

    /// <summary>
    /// Whether it has been seen on the card, unheard of, for so long that Slack brings it no more; the first time it is only kept
    /// in mind, for its event may be on the way (Slack docs: Events API, retries end after some six minutes).
    /// </summary>
    public static async Task<bool> IsLongSeenAsync(Incident incident, Capture emoji, Turn turn, CancellationToken ct)
    {
        if (await FindAsync(incident, emoji, turn, ct) is { IsOn: false, IsRefused: true } seen)
            return seen.ChangedAt <= emoji.At - MayStillCome;
        await KeepAsync(incident, emoji, isOn: false, isRefused: true, turn, ct);
        return false;
    }

    /// <summary>It is on the card and was never heard of: whoever put it there is told, once.</summary>
    public static async Task TellUnheardAsync(Incident incident, Capture emoji, CommandLine line, Turn turn, CancellationToken ct)
    {
        await KeepAsync(incident, emoji, isOn: true, isRefused: true, turn, ct);
        var where = new ReplyTo(emoji.By.Value, emoji.Channel, null, turn.Now, InPlace: false);
        turn.Tell(where, () => CardEmojiReplies.Unheard(incident, emoji, line));
    }

    private static async Task KeepAsync(Incident incident, Capture emoji, bool isOn, bool isRefused, Turn turn, CancellationToken ct)
    {
        var row = await FindAsync(incident, emoji, turn, ct);
        if (row is null)
        {
            row = new CaptureRow
            {
                TeamId = turn.Team,
                Channel = emoji.Channel,
                Ts = emoji.Ts,
                Number = incident.Id.Number,
                Means = emoji.Means,
                Holder = emoji.Holder,
                IsOnCard = true,
            };
            (await turn.StoreAsync(ct)).Captures.Add(row);
        }
        (row.By, row.IsOn, row.IsRefused, row.ChangedAt) = (emoji.By.Value, isOn, isRefused, emoji.At);
    }

    private static async Task<CaptureRow?> FindAsync(Incident incident, Capture emoji, Turn turn, CancellationToken ct) =>
        await (await turn.StoreAsync(ct)).Captures.OnCardAsync(incident.Id, emoji.Channel, emoji.Ts, emoji.Means, emoji.Holder, ct);

    private static Task<bool> WasTakenBackAsync(this DbSet<InboxRow> inbox, string team, Capture emoji, CancellationToken ct)
    {
        var (from, until) = NaturalKey.OfTakingBack(emoji.Channel, emoji.Ts, emoji.Holder, CaptureRow.EmojiName(emoji.Means), emoji.At);
        return inbox.HasBetweenAsync(team, from, until, ct);
    }
}
