using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;

namespace IncidentBot.Delivery;

/// <summary>Which channel is compared with what is stored, and why.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="From">From when on something may have been missed; null where nothing says so.</param>
/// <param name="Until">Until when.</param>
/// <param name="IsThorough">Whether older messages and threads are read too.</param>
/// <param name="AskedBy">Who asked for it by hand, if anybody did.</param>
internal sealed record Comparing(int Number, string Channel, DateTimeOffset? From, DateTimeOffset? Until, bool IsThorough, ReplyTo? AskedBy)
{
    /// <summary>
    /// By so much Slack's clock and ours may differ. What was read counts as seen so much earlier, so that what changed at
    /// about the same time is left to the event that tells of it, or to the next comparison.
    /// </summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromSeconds(2);

    /// <summary>The message an earlier round stopped at: it and what is older is still to be looked at. Null where none stopped.</summary>
    public string? StoppedAt { get; init; }

    /// <summary>Whether the bot was outside the channel all that time, so that nobody there was told what was decided.</summary>
    public bool WasOutside { get; init; }
}

/// <summary>What Slack showed of a channel: of its messages only those that are captured, or look as if they should be.</summary>
/// <param name="AskedAt">When we began to read; what happened afterwards may or may not be in it.</param>
internal sealed record ChannelReading(DateTimeOffset AskedAt)
{
    /// <summary>Later than every message: an empty page with more behind it shows nothing at all (Slack docs: Pagination).</summary>
    public const string NothingShown = "9";

    /// <summary>What the channel is; null when Slack does not show it to us.</summary>
    public ChannelSeen? Channel { get; init; }

    /// <summary>Whether its messages could be read.</summary>
    public bool HasMessages { get; init; }

    /// <summary>The oldest message of the newest page; empty when the page reaches back to the first.</summary>
    public string Oldest { get; init; } = "";

    /// <summary>What was read of the channel below the newest page; null when nothing was.</summary>
    public Stretch? Older { get; init; }

    /// <summary>The message this round stops at, because it may not read more; null when it reaches all it is to look at.</summary>
    public string? StopsAt { get; init; }

    public IReadOnlyList<PinSeen> Pins { get; init; } = [];

    public IReadOnlyList<MessageSeen> Messages { get; init; } = [];

    /// <summary>The threads on the pages.</summary>
    public IReadOnlyList<ThreadSeen> Threads { get; init; } = [];

    /// <summary>Whether a message of the channel itself would have been shown.</summary>
    public bool Reaches(string ts) => string.CompareOrdinal(ts, Oldest) > 0
        || (Older is { } older && string.CompareOrdinal(ts, older.From) < 0 && string.CompareOrdinal(ts, older.Oldest) > 0);

    /// <summary>The oldest message of the last page that was read.</summary>
    public string Bottom => Older?.Oldest ?? Oldest;
}

/// <summary>Pages of a channel that follow each other.</summary>
/// <param name="From">The message they begin at.</param>
/// <param name="Oldest">The oldest message they show; empty when they reach back to the first.</param>
/// <param name="Pages">How many.</param>
internal sealed record Stretch(string From, string Oldest, int Pages);

/// <summary>A channel as Slack describes it (Slack docs: conversations.info).</summary>
internal sealed record ChannelSeen(string Name, bool IsArchived, bool IsPrivate, bool IsMember);

/// <summary>A pin: who set it, and in which second.</summary>
internal sealed record PinSeen(string Ts, string By, DateTimeOffset Created);

/// <summary>A thread by its parent.</summary>
internal sealed record ThreadSeen(string Ts, string LatestReply);

/// <summary>A message as it stood when it was read.</summary>
/// <param name="Ts">Which.</param>
/// <param name="SeenAt">When we began to read it.</param>
internal sealed record MessageSeen(string Ts, DateTimeOffset SeenAt)
{
    /// <summary>Slack's code when it could not be read; null when it could.</summary>
    public string? Trouble { get; init; }

    public string? ThreadTs { get; init; }

    public Writer Writer { get; init; } = new(null, "");

    public string Text { get; init; } = "";

    /// <summary>Its files, where its words are news.</summary>
    public IReadOnlyList<EntryFile>? Files { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public string? EditedBy { get; init; }

    public IReadOnlyList<EmojiSeen> Emoji { get; init; } = [];

    /// <summary>Never the words.</summary>
    public override string ToString() => $"message {Ts}";
}

/// <summary>One emoji under a message. Slack may name fewer people than it counts.</summary>
internal sealed record EmojiSeen(string Name, int Count, IReadOnlyList<string> Users)
{
    public bool IsWhole => Users.Count >= Count;
}

/// <summary>Something to be read besides the page.</summary>
/// <param name="Ts">A message, or the parent of a thread.</param>
/// <param name="What">What of it.</param>
/// <param name="After">Of a thread, the reply to go on after; null from its beginning.</param>
internal sealed record Wanted(string Ts, WantedKind What, string? After = null);

internal enum WantedKind
{
    /// <summary>That very message.</summary>
    Message = 0,

    /// <summary>Whatever of the thread is anybody's business here.</summary>
    Thread = 1,

    /// <summary>Everybody who reacted to the message.</summary>
    People = 2,
}

/// <summary>Looks at a channel: what it is, what is pinned, and the newest page of messages with their emoji.</summary>
[StoredAs("compare-channel")]
internal sealed record CompareChannel(Comparing Why) : Effect
{
    public override string Stream => $"compare:{Why.Channel}";

    public override string? CoalesceKey => Why is { AskedBy: null, From: null, StoppedAt: null } ? $"compare:{Why.Number}" : null;

    public override bool IsAwaited => Why.AskedBy is not null;

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.info"), new("pins.list"), new("conversations.history")];

    public override Fact WhenGivenUp(string error) => new ChannelNotRead(Why, error);
}

/// <summary>Reads one more page of the channel, where the newest one does not reach back to all that may have been missed.</summary>
[StoredAs("read-older")]
internal sealed record ReadOlder(Comparing Why, ChannelReading? Seen) : Effect
{
    public override string Stream => $"compare:{Why.Channel}";

    public override bool IsAwaited => Why.AskedBy is not null;

    /// <summary>What was read is not kept.</summary>
    public override Effect Afterwards => this with { Seen = null };

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) =>
        Seen is null ? new CompareChannel(Why).Calls(inDoubt, now) : [new("conversations.history")];

    public override Fact WhenGivenUp(string error) => new ChannelNotRead(Why, error);
}

/// <summary>Reads what the pages did not show, a few at a time.</summary>
[StoredAs("read-further")]
internal sealed record ReadFurther(Comparing Why, ChannelReading? Seen, IReadOnlyList<Wanted> Wanted) : Effect
{
    /// <summary>As many calls at once as Slack's pace takes without waiting.</summary>
    public const int AtOnce = 3;

    public override string Stream => $"compare:{Why.Channel}";

    public override bool IsAwaited => Why.AskedBy is not null;

    /// <summary>What was read is not kept.</summary>
    public override Effect Afterwards => this with { Seen = null, Wanted = [] };

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) =>
        Seen is null ? new CompareChannel(Why).Calls(inDoubt, now) : [.. Wanted.Take(AtOnce).SelectMany(each => each.What switch
        {
            WantedKind.People => [new SlackCall("reactions.get")],
            WantedKind.Thread => [new SlackCall("conversations.replies")],
            _ => new[] { new SlackCall("conversations.replies"), new SlackCall("conversations.history") },
        })];

    public override Fact WhenGivenUp(string error) => new ChannelNotRead(Why, error);
}

/// <summary>What was seen, and what is still to be read of what is wanted; null when nobody has said yet what is.</summary>
[StoredAs("channel-read")]
internal sealed record ChannelRead(Comparing Why, ChannelReading Seen, IReadOnlyList<Wanted>? Wanted) : Fact;

/// <summary>Slack would not be read.</summary>
[StoredAs("channel-not-read")]
internal sealed record ChannelNotRead(Comparing Why, string Error) : Fact;
