using System.Globalization;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>A page's number as people write it.</summary>
internal static class PageNumber
{
    private const int Highest = 10_000;

    public static bool TryRead(string words, out int page) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= Highest;

    /// <summary>The page asked for, the latest where none is; null after whoever asked was told that it could not be read.</summary>
    public static int? Page(this Turn turn, string words, Usage usage)
    {
        if (words.Length == 0)
            return 1;
        if (TryRead(words, out var page))
            return page;
        turn.Refuse(Replies.NotUnderstood(Speak("Say which page, such as 2 for the one before the latest."), usage), "not understood");
        return null;
    }
}
