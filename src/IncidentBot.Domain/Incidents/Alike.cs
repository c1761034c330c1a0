using System.Globalization;
using System.Text;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// Whether two titles may be about the same thing. Two people see the same outage and declare it in the same minute: the
/// second is shown the first incident before there are two. Better asked once too often than never; asking costs one click.
/// </summary>
public static class Alike
{
    /// <summary>Words are compared by their beginning: <i>fails</i>, <i>failing</i> and <i>failed</i> say the same.</summary>
    private const int Stem = 4;

    /// <summary>Shorter words tell nothing: <i>is</i>, <i>in</i>, <i>der</i>. Numbers always do: <i>eu-2</i> is not <i>eu-1</i>.</summary>
    private const int ShortestWord = 3;

    /// <summary>Whether at least half of the words of the shorter title are in the other, and two of them, or all where it has one.</summary>
    /// <param name="one">A title, unescaped.</param>
    /// <param name="other">Another one.</param>
    public static bool Are(string one, string other)
    {
        var (mine, theirs) = (Stems(one), Stems(other));
        var (numbers, otherNumbers) = (mine.Where(IsNumber).ToHashSet(), theirs.Where(IsNumber).ToHashSet());
        if (numbers.Count > 0 && otherNumbers.Count > 0 && !numbers.SetEquals(otherNumbers))
            return false;
        var shorter = Math.Min(mine.Count, theirs.Count);
        var common = mine.Intersect(theirs).Count();
        return shorter > 0 && common * 2 >= shorter && common >= Math.Min(2, shorter);
    }

    private static bool IsNumber(string stem) => stem.All(char.IsAsciiDigit);

    private static HashSet<string> Stems(string title)
    {
        var stems = new HashSet<string>();
        var word = new StringBuilder();
        foreach (var character in title.ToLower(CultureInfo.InvariantCulture) + " ")
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(character);
                continue;
            }
            if (word.Length >= ShortestWord || (word.Length > 0 && char.IsAsciiDigit(word[0])))
                stems.Add(word.ToString(0, Math.Min(word.Length, Stem)));
            word.Clear();
        }
        return stems;
    }
}
