namespace IncidentBot.Wording;

/// <summary>Finds the word somebody probably meant: at most two letters off, or begun the same way.</summary>
internal static class NearestWord
{
    private const int LongestLookedAt = 40;

    /// <summary>The nearest of the words, or null when none is near. Of several alike the first in the alphabet.</summary>
    public static string? To(string word, IEnumerable<string> words)
    {
        var (nearest, distance) = words.Select(each => (each, Distance(word, each))).DefaultIfEmpty(("", int.MaxValue)).MinBy(near => (near.Item2, near.Item1));
        return distance <= Math.Min(2, word.Length / 2) ? nearest : null;
    }

    /// <summary>How many letters have to be typed, left out or changed (Levenshtein), with a bonus for a common beginning.</summary>
    private static int Distance(string from, string to)
    {
        from = from.Length > LongestLookedAt ? from[..LongestLookedAt] : from;
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
            previous = current;
        }
        var isBeginning = from.Length > 1 && (to.StartsWith(from, StringComparison.Ordinal) || from.StartsWith(to, StringComparison.Ordinal));
        return isBeginning ? previous[^1] - 3 : previous[^1];
    }
}
