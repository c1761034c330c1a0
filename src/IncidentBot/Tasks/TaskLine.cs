using System.Text.RegularExpressions;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Wording;

namespace IncidentBot.Tasks;

/// <summary>What somebody wrote of a new task: what, perhaps who, perhaps by when.</summary>
/// <param name="Text">What is to be done, in one line.</param>
/// <param name="Owner">Who; null where nobody is named.</param>
/// <param name="Due">The words about its time; empty where there are none.</param>
internal sealed partial record TaskLine(string Text, UserId? Owner, string Due)
{
    /// <summary>
    /// Reads <c>restart the queue @bob due 17:00</c>, in either order, and <c>Logs ansehen bis morgen</c>. <c>due</c> and <c>fällig</c> count where
    /// what follows looks like a time, <c>by</c> and <c>bis</c> where it is one and not the end of a range (<c>von Montag bis Freitag</c>): they are words of many texts. A mention counts at the end
    /// or at the beginning, elsewhere it is part of the text.
    /// </summary>
    public static TaskLine Read(string words, UserId me)
    {
        var (text, owner) = OwnerAtTheEnd(PeoplesWords.OneLine(words), me);
        var (before, due) = DueAtTheEnd(text);
        if (owner is null)
            (before, owner) = OwnerAtTheEnd(before, me);
        if (owner is null && before.Split(' ', 2) is [var first, var rest] && PeoplesWords.Mentioned(first) is { } named)
            (before, owner) = (rest, new UserId(named));
        return new TaskLine(PeoplesWords.Harmless(before), owner, due);
    }

    /// <summary>The person somebody means: by mention, or <c>me</c>.</summary>
    public static UserId? Person(string word, UserId me) =>
        word.TrimStart('@').Equals("me", StringComparison.OrdinalIgnoreCase) ? me : PeoplesWords.Mentioned(word) is { } user ? new UserId(user) : null;

    private static (string Text, UserId? Owner) OwnerAtTheEnd(string text, UserId me)
    {
        var last = text.LastIndexOf(' ') + 1;
        return last > 0 && text[last] is '@' or '<' && Person(text[last..], me) is { } owner ? (text[..last].TrimEnd(), owner) : (text, null);
    }

    /// <summary>What only speaks of something due stays text; what begins like a time is taken for one, and asked about where it cannot be read.</summary>
    private static (string Text, string Due) DueAtTheEnd(string text)
    {
        var words = DueWords().Matches(text).Where(word => word.Index > 0 && !(word.Groups["weak"].Success && BeginsRange(text[..word.Index]))).Select(word => (Word: word, After: text[(word.Index + word.Length)..])).ToList();
        var due = words.Find(said => IsTime(said.Word, said.After)) is { Word: not null } read ? read : words.FindLast(said => IsNearlyTime(said.Word, said.After));
        return due.Word is null ? (text, "") : (text[..due.Word.Index].TrimEnd(' ', ','), due.After);
    }

    private static bool BeginsRange(string before) =>
        RangeStart().Match(before) is { Success: true, Groups: var groups } && groups["from"].Value is var from
        && (from.All(char.IsAsciiDigit) || DueTime.Read(from, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is not DueReading.Unreadable);

    private static bool IsTime(Match word, string after) => word.Groups["weak"].Success
        ? DueTime.SaysWhen(after)
        : DueTime.Read(after, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is not DueReading.Unreadable;

    private static bool IsNearlyTime(Match word, string after) => word.Groups["weak"].Success ? NearlyClock().IsMatch(after) : char.IsAsciiDigit(after[0]);

    [GeneratedRegex(@"\s(?:due|fällig|faellig|(?<weak>by|bis))\s+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DueWords();

    [GeneratedRegex(@"^(?:.*\s)?(?:von|vom|from)\s+(?<from>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex RangeStart();

    [GeneratedRegex(@"^[0-9]{1,2}:[0-9]{2}(?:\s?Uhr|\s?[ap]m)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NearlyClock();
}
