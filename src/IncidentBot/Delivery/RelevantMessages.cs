using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>
/// Which messages are anybody's business here: pinned, captured, or marked with an emoji that captures. No other is kept, not
/// even for a moment, and of those only words that are not known already.
/// </summary>
/// <param name="held">What is captured or pinned.</param>
/// <param name="known">Of that, what is on the timeline, with the time its words were last heard of.</param>
/// <param name="emoji">Which emoji capture.</param>
internal sealed class RelevantMessages(IReadOnlySet<string> held, IReadOnlyDictionary<string, DateTimeOffset> known, IReadOnlyDictionary<string, EntryKind> emoji)
{
    /// <summary>Of an incident with more captured messages than this the oldest are not compared.</summary>
    public const int MostHeld = 1_000;

    public bool Is(Message message) =>
        held.Contains(message.Ts) || message.Reactions.Any(reaction => emoji.ContainsKey(EmojiNames.Plain(reaction.Name)));

    /// <summary>The message as it is compared.</summary>
    public MessageSeen Seen(Message message, DateTimeOffset at) => message.IsTombstone
        ? new MessageSeen(message.Ts, at) { Trouble = Timeline.CaptureRead.Gone }
        : new MessageSeen(message.Ts, at)
        {
            ThreadTs = message.ThreadTs,
            Writer = Captured.WriterOf(message),
            Text = AreWordsNews(message) ? CapturedText.Of(message) : "",
            Files = message.Files.Count > 0 && AreWordsNews(message) ? Captured.FilesOf(message).All : null,
            EditedAt = Captured.EditedAt(message),
            EditedBy = message.Edited?.User ?? message.User,
            Emoji = EmojiOf(message.Reactions),
        };

    public static IReadOnlyList<EmojiSeen> EmojiOf(IEnumerable<Reaction> reactions) =>
        [.. reactions.Select(reaction => new EmojiSeen(reaction.Name, reaction.Count, reaction.Users))];

    private bool AreWordsNews(Message message) => !known.TryGetValue(message.Ts, out var heard) || Captured.EditedAt(message) > heard;
}
