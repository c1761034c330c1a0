using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>An effect that says something in a channel, found again by its id.</summary>
internal interface IPost
{
    string Channel { get; }

    string? ThreadTs { get; }

    /// <summary>What it says, where people still need the rest of it: only the words go. Null where nothing need be left.</summary>
    MessageContent? StillNeeded => null;
}

/// <summary>An effect that changes something the bot said in a channel before.</summary>
internal interface IEdit
{
    string Channel { get; }

    string Ts { get; }
}

/// <summary>Takes redacted words out of something the bot said in a channel before; found by the effect that said it.</summary>
/// <param name="Channel">Where.</param>
/// <param name="ThreadTs">In which thread; null where it stands in the channel itself.</param>
/// <param name="Posted">The effect that said it.</param>
/// <param name="PostedAt">When it was first tried; it is not older.</param>
[StoredAs("blacken-post")]
internal sealed record BlackenPost(string Channel, string? ThreadTs, long Posted, DateTimeOffset PostedAt) : Effect
{
    /// <summary>When it was done; it is not newer. Null where that is not known.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Whether it may still be on its way; then this waits behind it.</summary>
    public bool MayStillCome { get; init; }

    /// <summary>The message, where that is known; then it need not be looked for.</summary>
    public string? Ts { get; init; }

    /// <summary>What is to stand there, without the words; null where only that something was redacted.</summary>
    public MessageContent? Instead { get; init; }

    public override string Stream => MayStillCome ? $"post:{Channel}" : $"blacken:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) =>
        Ts is null ? [new(ThreadTs is null ? "conversations.history" : "conversations.replies"), new("chat.update")] : [new("chat.update")];

    public override Fact WhenGivenUp(string error) => new PostNotTakenBack(Channel, ThreadTs, PostedAt, error);

    /// <summary>What takes back an edit, or null where it was never tried.</summary>
    public static BlackenPost? Of(OutboxRow row, IEdit edit) => row is { FirstAttemptAt: { } at } and ({ State: OutboxState.Done } or { InDoubt: true })
        ? new BlackenPost(edit.Channel, null, row.Id, at) { Ts = edit.Ts, MayStillCome = row.State == OutboxState.Owed }
        : null;

    /// <summary>What takes back a post, or null where it was never tried: its words are gone before it goes out.</summary>
    public static BlackenPost? Of(OutboxRow row, IPost post) => row switch
    {
        { FirstAttemptAt: null } => null,
        { State: OutboxState.Done, FirstAttemptAt: { } at } => new BlackenPost(post.Channel, post.ThreadTs, row.Id, at) { DoneAt = row.DoneAt },
        { InDoubt: true, FirstAttemptAt: { } at } => new BlackenPost(post.Channel, post.ThreadTs, row.Id, at) { MayStillCome = row.State == OutboxState.Owed },
        _ => null,
    };
}

/// <summary>Something the bot said with words that were redacted since is still in Slack.</summary>
/// <param name="Channel">Where.</param>
/// <param name="ThreadTs">In which thread; null where it stands in the channel itself.</param>
/// <param name="PostedAt">When it was said.</param>
/// <param name="Error">Slack's error code, or ours.</param>
[StoredAs("post-not-taken-back")]
internal sealed record PostNotTakenBack(string Channel, string? ThreadTs, DateTimeOffset PostedAt, string Error) : Fact;
