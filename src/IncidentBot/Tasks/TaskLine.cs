using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Wording;

namespace IncidentBot.Tasks;

/// <summary>What somebody wrote of a new task: what, perhaps who, perhaps by when.</summary>
/// <param name="Text">What is to be done, in one line.</param>
/// <param name="Owner">Who; null where nobody is named.</param>
/// <param name="Due">The words about its time; empty where there are none.</param>
internal sealed record TaskLine(string Text, UserId? Owner, string Due)
{
    private const string DueWord = " due ";

    /// <summary>
    /// Reads <c>restart the queue @bob due 17:00</c>, in either order. The last <c>due</c> counts where what follows looks like a
    /// time; a mention counts at the end or at the beginning, elsewhere it is part of the text.
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
        var at = text.LastIndexOf(DueWord, StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || text[(at + DueWord.Length)..] is not { Length: > 0 } words)
            return (text, "");
        var isTime = char.IsAsciiDigit(words[0]) || DueTime.Read(words, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is not DueReading.Unreadable;
        return isTime ? (text[..at].TrimEnd(' ', ','), words) : (text, "");
    }
}
