using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Impacts;

/// <summary>How many people, as exactly as it is known.</summary>
/// <param name="Least">At least so many.</param>
/// <param name="Most">At most so many; the same where it is known exactly.</param>
public sealed partial record PeopleCount(long Least, long Most)
{
    /// <summary>More people than there are.</summary>
    private const long TooMany = 100_000_000_000;

    /// <summary>Reads <c>4200</c>, <c>4,200</c>, <c>4.2k</c>, <c>~50</c>, <c>200-300</c> or <c>200 to 300</c>; null where it is none of these.</summary>
    /// <param name="text">The words, as a person wrote them.</param>
    public static PeopleCount? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Form().Match(text.Trim()) is not { Success: true } match || Number(match, "least") is not { } least)
            return null;
        var most = match.Groups["most"].Success ? Number(match, "most") : least;
        return most is { } end && end >= least ? new PeopleCount(least, end) : null;
    }

    private static long? Number(Match match, string name)
    {
        var text = match.Groups[name].Value;
        var times = char.ToLowerInvariant(text[^1]) switch { 'k' => 1_000m, 'm' => 1_000_000m, _ => 1m };
        var digits = times == 1m ? text.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) : text[..^1].Trim().Replace(',', '.');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > TooMany)
            return null;
        var people = number * times;
        return people <= TooMany && people == decimal.Truncate(people) ? (long)people : null;
    }

    [GeneratedRegex(
        @"^(?:~|≈|about\s+|around\s+|etwa\s+|rund\s+|ca\.?\s+)?\s*(?<least>[0-9]{1,3}(?:[,. ][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]{1,3})?\s?[km]|[0-9]+)(?:\s*(?:-|–|—|to|until|bis)\s*(?<most>[0-9]{1,3}(?:[,. ][0-9]{3})+|[0-9]+(?:[.,][0-9]{1,3})?\s?[km]|[0-9]+))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
