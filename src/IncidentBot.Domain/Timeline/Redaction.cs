using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Updates;

namespace IncidentBot.Domain.Timeline;

/// <summary>
/// Who takes an entry's words away for ever, why and when. That it stood there, who, when and why stay; the words go from the
/// entry and from every version before. Nobody can bring them back, so who may is asked before.
/// </summary>
/// <param name="By">Who.</param>
/// <param name="Why">Why, in their words.</param>
/// <param name="At">When.</param>
public sealed record Redaction(UserId By, string Why, DateTimeOffset At)
{
    /// <summary>What stands where people's words stood.</summary>
    public const string Mark = "(redacted)";

    /// <summary>The longest reason, in characters: it rides in a button, and is shown in one line.</summary>
    public const int LongestReason = 300;

    /// <summary>So many words in a row are no chance.</summary>
    private const int InARow = 3;

    /// <summary>Shorter words are everybody's.</summary>
    private const int LongEnough = 6;

    /// <summary>Takes the words of an entry away.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="last">What its last change was: what was redacted and changed since may carry words again.</param>
    public EntryDecision Of(Incident incident, TimelineEntry entry, EntryChange last)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.IsFact && !MayCarryWords(incident, entry.Kind))
            return Refuse(new NoWordsToRedact(entry.Number));
        if (last == EntryChange.Redacted)
            return Refuse(new AlreadyRedacted(entry.Number));
        if (Repeats(Why, entry.Text))
            return Refuse(new ReasonRepeatsWords(entry.Number));
        return Why.Length > LongestReason
            ? Refuse(new RedactionReasonTooLong(Why.Length))
            : new EntryDecision.Accepted(new EntryRevision(WithoutWords(entry), EntryChange.Redacted, By, Why, At));
    }

    /// <summary>The incident, where it carries the entry's words outside its timeline: its summary, its last update, the reason its review was waived for, the sources of its impact.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="entry">The entry as it was.</param>
    public static Incident Forget(Incident incident, TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(entry);
        if (!entry.IsFact)
            return incident;
        if (entry.Kind == EntryKind.Ticket && incident.Summary.Length > 0)
            return incident with { Summary = Mark, Version = incident.Version + 1 };
        if (entry.Kind == EntryKind.Communication && incident.UpdatesToCorrect.Append(incident.LastUpdate).OfType<StatusUpdate>().Any(update => Says(entry, update)))
        {
            return incident with
            {
                LastUpdate = incident.LastUpdate is { } last ? Without(last, entry) : null,
                UpdatesToCorrect = [.. incident.UpdatesToCorrect.Select(update => Without(update, entry))],
                Version = incident.Version + 1,
            };
        }
        if (entry.Kind == EntryKind.Review && incident.Review is { End: ReviewEnd.Waived { Reason: var reason } } review && entry.Text.EndsWith(reason, StringComparison.Ordinal))
            return incident with { Review = review with { End = new ReviewEnd.Waived(Mark) }, Version = incident.Version + 1 };
        if (entry is { Kind: EntryKind.Impact, Happened.Instant: { } at } && incident.Impacts.WithoutWordsOf(at) is var forgotten && forgotten != incident.Impacts)
            return incident with { Impacts = forgotten, Version = incident.Version + 1 };
        return incident;
    }

    /// <summary>
    /// Whether a reason says again what is to be forgotten: three words in a row, the whole text, or one word that looks like a secret, with
    /// digits or signs among its letters. Common words do not count: <i>a password</i> is a good reason.
    /// </summary>
    /// <param name="why">The reason.</param>
    /// <param name="text">The words of the entry.</param>
    public static bool Repeats(string why, string text)
    {
        ArgumentNullException.ThrowIfNull(why);
        ArgumentNullException.ThrowIfNull(text);
        var (said, words) = (Words(why), Words(text));
        if (said.Any(word => LooksSecret(word) && words.Contains(word, StringComparer.OrdinalIgnoreCase)))
            return true;
        var most = Math.Min(InARow, words.Length);
        return most > 0 && (most == InARow || words.Any(word => word.Length >= LongEnough)) && Rows(words, most).Intersect(Rows(said, most), StringComparer.OrdinalIgnoreCase).Any();
    }

    private static StatusUpdate Without(StatusUpdate update, TimelineEntry entry) => Says(entry, update) ? update with { Text = Mark, Parts = null } : update;

    /// <summary>A line of its own for a correction says first what it corrects.</summary>
    private static bool Says(TimelineEntry entry, StatusUpdate update) => entry.Text == update.Text || entry.Text.EndsWith($"* {update.Text}", StringComparison.Ordinal);

    private static string[] Words(string text) =>
        [.. text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '"', '\'', '`', '(', ')', '*', '_')).Where(word => word.Length > 0)];

    private static IEnumerable<string> Rows(string[] words, int length) =>
        Enumerable.Range(0, Math.Max(0, words.Length - length + 1)).Select(start => string.Join(' ', words[start..(start + length)]));

    private static bool LooksSecret(string word) =>
        word.Length >= LongEnough && word.Any(char.IsLetter) && word.Any(letter => !char.IsLetter(letter) && letter is not ('-' or '\'' or '’'));

    private static TimelineEntry WithoutWords(TimelineEntry entry) => entry with
    {
        Text = "",
        Happened = entry.Happened with { AsGiven = "" },
        Files = EntryFiles.None,
        State = entry.State | EntryState.Redacted,
    };

    /// <summary>Lines the incident itself wrote that may end with somebody's own words: updates, reasons, tasks, a channel's former topic, and the summary it was declared with.</summary>
    private static bool MayCarryWords(Incident incident, EntryKind kind) =>
        kind is EntryKind.Note or EntryKind.Communication or EntryKind.Severity or EntryKind.Review or EntryKind.Task or EntryKind.Impact or EntryKind.Decision || (kind == EntryKind.Ticket && incident.Summary.Length > 0);

    private static EntryDecision.Refused Refuse(Refusal why) => new(why);
}
