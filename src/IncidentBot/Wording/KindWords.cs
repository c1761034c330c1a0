using IncidentBot.Domain.Timeline;

namespace IncidentBot.Wording;

/// <summary>The kinds of timeline entries in people's words.</summary>
internal static class KindWords
{
    private static readonly Dictionary<EntryKind, (string Word, string Emoji)> Words = new()
    {
        [EntryKind.Note] = ("note", "📝"),
        [EntryKind.Deploy] = ("deploy", "🚀"),
        [EntryKind.Alert] = ("alert", "🚨"),
        [EntryKind.Detection] = ("detection", "📣"),
        [EntryKind.Ticket] = ("ticket", "🎫"),
        [EntryKind.Investigation] = ("investigation", "🔍"),
        [EntryKind.Hypothesis] = ("hypothesis", "💡"),
        [EntryKind.DeadEnd] = ("dead-end", "🚪"),
        [EntryKind.RootCause] = ("root-cause", "🎯"),
        [EntryKind.Escalation] = ("escalation", "📟"),
        [EntryKind.Mitigation] = ("mitigation", "🧯"),
        [EntryKind.Fix] = ("fix", "🛠️"),
        [EntryKind.Verification] = ("verification", "🧪"),
        [EntryKind.Communication] = ("communication", "📢"),
        [EntryKind.Decision] = ("decision", "⚖️"),
        [EntryKind.Impact] = ("impact", "📉"),
        [EntryKind.Role] = ("role", "🙋"),
        [EntryKind.Severity] = ("severity", "🌡️"),
        [EntryKind.Status] = ("status", "🚦"),
        [EntryKind.Review] = ("review", "📋"),
        [EntryKind.Acknowledgement] = ("acknowledgement", "👀"),
        [EntryKind.Task] = ("task", "☑️"),
    };

    private static readonly Dictionary<string, EntryKind> ByWord =
        Words.ToDictionary(pair => pair.Value.Word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Kinds a person may choose; the others are written by the bot as things happen.</summary>
    public static IReadOnlyList<EntryKind> ForPeople { get; } =
        [.. Words.Keys.Where(kind => kind is not (EntryKind.Ticket or EntryKind.Role or EntryKind.Severity or EntryKind.Status or EntryKind.Review or EntryKind.Acknowledgement or EntryKind.Task))];

    public static string Word(EntryKind kind) => Words[kind].Word;

    public static string Emoji(EntryKind kind) => Words[kind].Emoji;

    /// <summary>The kind a person may mean by that word, with hyphen, underscore or space; null when none.</summary>
    public static EntryKind? Read(string word) =>
        ByWord.TryGetValue(word.Trim().Replace('_', '-').Replace(' ', '-'), out var kind) && ForPeople.Contains(kind) ? kind : null;
}
