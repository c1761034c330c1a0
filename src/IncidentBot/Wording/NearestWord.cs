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

    /// <summary>How many letters have to be typed, left out, changed or swapped with the next, with a bonus for a common beginning.</summary>
    private static int Distance(string from, string to)
    {
        from = from.Length > LongestLookedAt ? from[..LongestLookedAt] : from;
        var (before, previous) = (Array.Empty<int>(), Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, previous) = (previous, current);
        }
        var isBeginning = from.Length > 1 && (to.StartsWith(from, StringComparison.Ordinal) || from.StartsWith(to, StringComparison.Ordinal));
        return isBeginning ? previous[^1] - 3 : previous[^1];
    }
}
