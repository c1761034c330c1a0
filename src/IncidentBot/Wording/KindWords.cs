using IncidentBot.Domain.Timeline;

namespace IncidentBot.Wording;

/// <summary>The kinds of timeline entries in people's words.</summary>
internal static class KindWords
{
    private static readonly Dictionary<EntryKind, (string Word, string Emoji)> Words = new()
    {
        [EntryKind.Note] = (Unspoken("note"), "📝"),
        [EntryKind.Deploy] = (Unspoken("deploy"), "🚀"),
        [EntryKind.Alert] = (Unspoken("alert"), "🚨"),
        [EntryKind.Detection] = (Unspoken("detection"), "📣"),
        [EntryKind.Ticket] = (Unspoken("ticket"), "🎫"),
        [EntryKind.Investigation] = (Unspoken("investigation"), "🔍"),
        [EntryKind.Hypothesis] = (Unspoken("hypothesis"), "💡"),
        [EntryKind.DeadEnd] = (Unspoken("dead-end"), "🚪"),
        [EntryKind.RootCause] = (Unspoken("root-cause"), "🎯"),
        [EntryKind.Escalation] = (Unspoken("escalation"), "📟"),
        [EntryKind.Mitigation] = (Unspoken("mitigation"), "🧯"),
        [EntryKind.Fix] = (Unspoken("fix"), "🛠️"),
        [EntryKind.Verification] = (Unspoken("verification"), "🧪"),
        [EntryKind.Communication] = (Unspoken("communication"), "📢"),
        [EntryKind.Decision] = (Unspoken("decision"), "⚖️"),
        [EntryKind.Impact] = (Unspoken("impact"), "📉"),
        [EntryKind.Role] = (Unspoken("role"), "🙋"),
        [EntryKind.Severity] = (Unspoken("severity"), "🌡️"),
        [EntryKind.Status] = (Unspoken("status"), "🚦"),
        [EntryKind.Review] = (Unspoken("review"), "📋"),
        [EntryKind.Acknowledgement] = (Unspoken("acknowledgement"), "👀"),
        [EntryKind.Task] = (Unspoken("task"), "☑️"),
    };

    private static readonly Dictionary<string, EntryKind> ByWord =
        Words.ToDictionary(pair => pair.Value.Word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Kinds a person may choose; the others are written by the bot as things happen.</summary>
    public static IReadOnlyList<EntryKind> ForPeople { get; } =
        [.. Words.Keys.Where(kind => kind is not (EntryKind.Ticket or EntryKind.Role or EntryKind.Severity or EntryKind.Status or EntryKind.Review or EntryKind.Acknowledgement or EntryKind.Task))];

    public static string Word(EntryKind kind) => Words[kind].Word;

    /// <summary>Emoji and word, as people read them.</summary>
    public static string Name(EntryKind kind) => $"{Emoji(kind)} {Speak(Word(kind))}";

    public static string Emoji(EntryKind kind) => Words[kind].Emoji;

    /// <summary>The kind a person may mean by that word, with hyphen, underscore or space; null when none.</summary>
    public static EntryKind? Read(string word) =>
        ByWord.TryGetValue(word.Trim().Replace('_', '-').Replace(' ', '-'), out var kind) && ForPeople.Contains(kind) ? kind : null;
}
