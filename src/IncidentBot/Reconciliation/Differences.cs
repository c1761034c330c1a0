using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Reconciliation;

/// <summary>
/// Holds what Slack showed against what is stored. Pure. What was heard at about the time of reading, or later, is newer
/// than what was read and stays.
/// </summary>
/// <param name="seen">What Slack showed.</param>
/// <param name="known">What is stored.</param>
/// <param name="emoji">Which emoji captures, as what.</param>
/// <param name="cardEmoji">Which emoji on the card are commands.</param>
/// <param name="card">The incident's card; what people do to it is something else.</param>
/// <param name="bot">The bot's own user.</param>
internal sealed class Differences(ChannelReading seen, KnownChannel known, IReadOnlyDictionary<string, EntryKind> emoji, IReadOnlyDictionary<string, string> cardEmoji, string? card, string bot)
{
    private readonly MessageSeen? shownCard = seen.Messages.FirstOrDefault(message => message.Ts == card);
    private readonly Dictionary<string, MessageSeen> messages = seen.Messages.Where(message => message.Ts != card).ToDictionary(message => message.Ts);
    private readonly Dictionary<string, PinSeen> pins = seen.Pins.Where(pin => pin.Ts != card && pin.By != bot && pin.By.Length > 0).DistinctBy(pin => pin.Ts).ToDictionary(pin => pin.Ts);

    public IReadOnlyList<Difference> All() =>
    [
        .. messages.Values.Where(message => message.Trouble == CaptureRead.Gone).SelectMany(Gone),
        .. messages.Values.Where(message => message.Trouble is null).SelectMany(OfMessage),
        .. OfPins(),
        .. OnCard(),
    ];

    /// <summary>
    /// What has to be read before it can be judged: pins on messages the page does not show, and captured messages it should
    /// show and does not. A page may be shorter than Slack could make it (Slack docs: Pagination), so missing there is not gone yet.
    /// </summary>
    public IEnumerable<Wanted> Doubtful()
    {
        var pinned = pins.Values.Where(pin => IsNews(pin) && !messages.ContainsKey(pin.Ts)).Select(pin => pin.Ts);
        var unpinned = known.Messages.Where(ts => known.PinOf(ts) is { IsOn: true } row && IsBefore(row, seen.AskedAt) && !seen.Pins.Any(pin => pin.Ts == ts) && !messages.ContainsKey(ts) && known.IsAlive(ts));
        var missing = known.Messages.Where(ts => seen.Reaches(ts) && !messages.ContainsKey(ts)
            && known.EntryOf(ts) is { } entry && known.IsAlive(ts) && IsInChannel(entry) && entry.RecordedAt < seen.AskedAt);
        var crowded = messages.Values.Where(message => message.Emoji.Any(each => !each.IsWhole && IsUnclear(message, each))).Select(message => new Wanted(message.Ts, WantedKind.People))
            .Concat(IsCardCrowded() ? [new Wanted(card!, WantedKind.People)] : []);
        return [.. pinned.Union(unpinned).Union(missing).Select(ts => new Wanted(ts, WantedKind.Message)), .. crowded];
    }

    /// <summary>What may have changed unheard besides: captured messages the pages do not show, and the threads that were talked in since.</summary>
    public IEnumerable<Wanted> Thorough(DateTimeOffset? since) =>
    [
        .. card is not null && shownCard is null ? [new Wanted(card, WantedKind.Message)] : Array.Empty<Wanted>(),
        .. known.Messages.Where(ts => ts != card && !messages.ContainsKey(ts) && known.IsAlive(ts)).Select(ts => new Wanted(ts, WantedKind.Message)),
        .. seen.Threads.Where(thread => since is not { } from || string.CompareOrdinal(thread.LatestReply, SlackTs.FromTime(from - Comparing.Leeway)) >= 0)
            .Select(thread => new Wanted(thread.Ts, WantedKind.Thread)),
    ];

    /// <summary>Commands that were put on the card and never heard of.</summary>
    private IEnumerable<Difference> OnCard() =>
        from each in CommandsOnCard()
        from user in each.Users
        where user != bot && IsNews(card!, CaptureRow.Emoji(each.Name), user, shownCard!.SeenAt - Comparing.Leeway, null)
        select new Difference.Unheard(card!, CaptureRow.Emoji(each.Name), new UserId(user), shownCard!.SeenAt - Comparing.Leeway, cardEmoji[EmojiNames.Plain(each.Name)]);

    private IEnumerable<EmojiSeen> CommandsOnCard() =>
        shownCard is { Trouble: null } shown ? shown.Emoji.Where(each => cardEmoji.ContainsKey(EmojiNames.Plain(each.Name))) : [];

    private bool IsCardCrowded() => CommandsOnCard().Any(each => !each.IsWhole && HeldBy(card!, each) != each.Count);

    private IEnumerable<Difference> Gone(MessageSeen message)
    {
        if (known.EntryOf(message.Ts) is { } entry && !entry.State.HasFlag(EntryState.SourceDeleted))
            yield return new Difference.Deleted(message.Ts, entry);
    }

    private IEnumerable<Difference> OfMessage(MessageSeen message)
    {
        var at = message.SeenAt - Comparing.Leeway;
        var entry = known.EntryOf(message.Ts);
        if (entry?.State.HasFlag(EntryState.SourceDeleted) == true)
            yield break;
        foreach (var each in message.Emoji.Where(each => emoji.ContainsKey(EmojiNames.Plain(each.Name))))
        {
            var means = CaptureRow.Emoji(each.Name);
            foreach (var user in each.Users.Where(user => user != bot && IsNews(message.Ts, means, user, at, entry)))
                yield return new Difference.Set(message.Ts, means, user, new UserId(user), at, emoji[EmojiNames.Plain(each.Name)], message);
        }
        foreach (var row in known.CapturesOf(message.Ts).Where(row => row.IsOn && row.Means is not (CaptureRow.Pin or CaptureRow.Menu) && IsBefore(row, message.SeenAt)))
        {
            if (message.Emoji.FirstOrDefault(each => CaptureRow.Emoji(each.Name) == row.Means) is not { } still || (still.IsWhole && !still.Users.Contains(row.Holder)))
                yield return new Difference.TakenBack(message.Ts, row.Means, row.Holder, new UserId(row.Holder), at);
        }
        if (entry is not null && !entry.State.HasFlag(EntryState.Redacted) && CapturedMessage.IsNews(entry, message.EditedAt))
            yield return new Difference.Edited(message.Ts, entry, message);
    }

    private IEnumerable<Difference> OfPins()
    {
        foreach (var pin in pins.Values.Where(pin => IsNews(pin) && messages.ContainsKey(pin.Ts)))
        {
            var message = messages[pin.Ts];
            yield return new Difference.Set(pin.Ts, CaptureRow.Pin, "", new UserId(pin.By), SetAt(pin), EntryKind.Note, message.Trouble is null ? message : null);
        }
        foreach (var ts in known.Messages.Where(ts => !seen.Pins.Any(pin => pin.Ts == ts) && messages.TryGetValue(ts, out var message) && message.Trouble != CaptureRead.Gone))
        {
            if (known.PinOf(ts) is { IsOn: true } row && IsBefore(row, seen.AskedAt))
                yield return new Difference.TakenBack(ts, CaptureRow.Pin, "", null, seen.AskedAt - Comparing.Leeway);
        }
    }

    private bool IsNews(PinSeen pin) => IsNews(pin.Ts, CaptureRow.Pin, "", SetAt(pin), known.EntryOf(pin.Ts));

    /// <summary>Whether nobody knows of it yet; or it could not be read, and now it can.</summary>
    private bool IsNews(string ts, string means, string holder, DateTimeOffset at, TimelineEntry? entry) =>
        known.CapturesOf(ts).FirstOrDefault(row => row.Means == means && row.Holder == holder) switch
        {
            null => true,
            { IsOn: false } row => row.ChangedAt < at,
            { IsRefused: true } row => entry is null && row.ChangedAt < at && messages.TryGetValue(ts, out var message) && message.Trouble is null,
            _ => false,
        };

    /// <summary>Slack tells the second; its end is meant, so that a pin set again within it counts, but never a time after the reading.</summary>
    private DateTimeOffset SetAt(PinSeen pin)
    {
        var end = pin.Created.AddTicks(TimeSpan.TicksPerSecond - 1);
        return end < seen.AskedAt ? end : seen.AskedAt;
    }

    private bool IsUnclear(MessageSeen message, EmojiSeen each) =>
        emoji.ContainsKey(EmojiNames.Plain(each.Name)) && HeldBy(message.Ts, each) != each.Count;

    private int HeldBy(string ts, EmojiSeen each) => known.CapturesOf(ts).Count(row => row.IsOn && row.Means == CaptureRow.Emoji(each.Name));

    private static bool IsBefore(CaptureRow row, DateTimeOffset seenAt) => row.ChangedAt < seenAt - Comparing.Leeway;

    /// <summary>Replies stand in no history; their links say so. Where there is no link, nobody knows.</summary>
    private static bool IsInChannel(TimelineEntry entry) =>
        entry.Permalink.Length > 0 && !entry.Permalink.Contains("thread_ts=", StringComparison.Ordinal);
}
