using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>What people are told of corrections.</summary>
internal static class EntryReplies
{
    /// <summary>Stands behind the words of a message that was edited in a private channel, on a timeline everybody may read.</summary>
    public static string EditedAmongFew => Speak("_(edited since, in a channel that is private)_");

    public static MessageContent NoSuchEntry(Incident incident, int number) => MessageContent.Plain(Speak($"{IncidentWords.Number(incident)} has no entry {number}. `/incident timeline` shows the numbers."));

    /// <summary>The channel says what it says, so it is corrected there too; what was typed is given back.</summary>
    public static MessageContent IsTheUpdate(Incident incident, string text)
    {
        var words = text.Length == 0 ? "" : Speak($" Your words:\n{IncidentWords.Quote(text)}");
        return MessageContent.With(
            Speak($"Entry {Number(incident.LastUpdate?.Entry ?? 0)} is the last update: its form corrects it, in the channel too. Nothing was changed.{words}"),
            Buttons.Run(incident, Speak("Correct the update"), "update", ButtonStyle.Primary));
    }

    /// <summary>What was done, with a way back that is good for the version this made and no later one.</summary>
    public static MessageContent Done(Incident incident, TimelineEntry before, EntryRevision revision, string remark = "")
    {
        var text = Speak($"{Sentence(revision)}{(revision.Change == EntryChange.Reworded ? "" : ".")}{Unseen(revision)}{remark}\n`/incident history {Number(before.Number)}` shows what it was.");
        return MessageContent.With(text, Buttons.Run(incident, Speak("Undo"), $"unedit {Number(before.Number)} {Number(before.Version + 1)}"));
    }

    /// <summary>Everybody sees that something was corrected, and by whom.</summary>
    public static MessageContent InThread(EntryRevision revision) =>
        MessageContent.Plain(Speak($"✏️ {Sentence(revision)} (by {IncidentWords.Person(revision.By)}{Why(revision.Why)})"));

    /// <summary>Somebody edited the message after somebody else had corrected its entry: the last word holds, and the one before it is not lost.</summary>
    public static MessageContent CorrectionReplaced(Incident incident, EntryRevision revision, UserId corrector)
    {
        var number = Number(revision.After.Number);
        var text = Speak($"✏️ Entry {number} now says what {IncidentWords.Person(revision.By)} made of the message in Slack, instead of the correction by {IncidentWords.Person(corrector)}: {Mrkdwn.Truncate(revision.After.Text, IncidentWords.LongestQuote)}\n`/incident history {number}` shows both.");
        return MessageContent.With(text, Buttons.Run(incident, Speak("Bring the correction back"), $"unedit {number} {Number(revision.After.Version + 1)}"));
    }

    public static string Why(string why) => why.Length == 0 ? "" : $": {Mrkdwn.Truncate(why.Replace('\n', ' '), 300)}";

    /// <summary>Without its full stop: people's words and brackets may follow.</summary>
    private static string Sentence(EntryRevision revision)
    {
        var (entry, number) = (revision.After, Number(revision.After.Number));
        return revision.Change switch
        {
            EntryChange.Reworded => Speak($"Entry {number} now says: {Mrkdwn.Truncate(entry.Text, IncidentWords.LongestQuote)}"),
            EntryChange.Retimed when entry.Happened.Instant is null => Speak($"Entry {number} now has no known time; it stands where it was added"),
            EntryChange.Retimed => Speak($"Entry {number} is now at {TimelineWords.When(entry)}{Given(entry.Happened)}"),
            EntryChange.Rekinded => Speak($"Entry {number} is now {KindWords.Name(entry.Kind)}"),
            EntryChange.KindGivenBack when entry.Capturers.IsNobody => Speak($"Entry {number} is {KindWords.Name(entry.Kind)} again"),
            EntryChange.KindGivenBack => Speak($"Entry {number} is {KindWords.Name(entry.Kind)} again, and its emoji decide what it is"),
            EntryChange.Hidden => Speak($"Entry {number} is hidden"),
            _ when entry.State.HasFlag(EntryState.Withdrawn) => Speak($"Entry {number} is not hidden any more"),
            _ => Speak($"Entry {number} is on the timeline again"),
        };
    }

    /// <summary>What keeps the change from being seen on the timeline, and what would bring it back.</summary>
    private static string Unseen(EntryRevision revision) => revision.After.State switch
    {
        var state when state.HasFlag(EntryState.Hidden) => revision.Change == EntryChange.Hidden ? ""
            : Speak($"\nIt is hidden; `/incident edit {Number(revision.After.Number)} show` shows it."),
        var state when state.HasFlag(EntryState.Withdrawn) => Speak("\nIt stays off the timeline, because its emoji or pin was taken back. Put one on the message again and it is back."),
        _ => "",
    };

    private static string Given(HappenedAt happened) => happened.AsGiven.Length == 0 || happened.Precision is TimePrecision.Unknown or TimePrecision.Exact
        ? "" : $" ({Mrkdwn.Escape(Mrkdwn.Unescape(happened.AsGiven))})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
