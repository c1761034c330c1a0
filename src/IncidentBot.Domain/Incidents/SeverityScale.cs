using System.Globalization;

namespace IncidentBot.Domain.Incidents;

/// <summary>One degree of a scale, with what follows from it.</summary>
/// <param name="Severity">The severity itself.</param>
public sealed record SeverityLevel(Severity Severity)
{
    /// <summary>When it is that bad, in a sentence; or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Other words people say for it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How soon after declaring somebody should have acknowledged it; null where nothing is promised.</summary>
    public TimeSpan? AcknowledgeWithin { get; init; }

    /// <summary>How often people should hear how it stands; null where nothing is promised.</summary>
    public TimeSpan? UpdateEvery { get; init; }
}

/// <summary>The severities there are, the worst first.</summary>
public sealed class SeverityScale
{
    private static readonly string[] WordsForUnset = ["unset", "none", "unknown"];
    private readonly Dictionary<string, Severity> known;

    /// <summary>Makes a scale.</summary>
    /// <param name="levels">At least one, the worst first. A word two of them understand means the milder one.</param>
    public SeverityScale(IReadOnlyList<SeverityLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        Levels = levels;
        known = LeadingWords.Known(levels, Understood, level => level.Severity);
        foreach (var word in WordsForUnset)
            known.TryAdd(word, Severity.Unset);
    }

    /// <summary>Three degrees, no medium (seed document 000).</summary>
    public static SeverityScale Default { get; } = new(
    [
        new SeverityLevel(Severity.Sev1) { Words = ["critical", "kritisch", "SEV-1 KRITISCH"] },
        new SeverityLevel(Severity.Sev2) { Words = ["high", "hoch", "SEV-2 HOCH"] },
        new SeverityLevel(Severity.Sev3) { Words = ["low", "niedrig", "gering", "SEV-3 NIEDRIG"] },
    ]);

    /// <summary>The degrees, the worst first.</summary>
    public IReadOnlyList<SeverityLevel> Levels { get; }

    /// <summary>The degree that severity has on this scale; null where the scale has none of that key any more.</summary>
    /// <param name="severity">The severity.</param>
    public SeverityLevel? Of(Severity severity)
    {
        ArgumentNullException.ThrowIfNull(severity);
        return Levels.FirstOrDefault(level => level.Severity.IsSameAs(severity));
    }

    /// <summary>
    /// Reads the severity a text begins with, generously: <c>2</c>, <c>sev 2</c>, <c>SEV-2</c>, <c>p2</c>, <c>high</c> and
    /// <c>SEV-2 HIGH</c> are one; null when it begins with none.
    /// </summary>
    /// <param name="text">The text, as a person wrote it.</param>
    /// <returns>The severity, and what follows it.</returns>
    public (Severity Severity, string After)? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LeadingWords.Read(text, known);
    }

    /// <summary>What people type for it, as short as it goes: <c>2</c>.</summary>
    /// <param name="severity">The severity.</param>
    public static string Number(Severity severity)
    {
        ArgumentNullException.ThrowIfNull(severity);
        var digits = string.Concat(severity.Key.Where(char.IsAsciiDigit));
        return digits.Length > 0 ? digits : severity.Rank.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Every word that is understood for a degree, as it is compared: letters and digits alone.</summary>
    /// <param name="level">The degree.</param>
    public static IReadOnlyList<string> Understood(SeverityLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        var number = Number(level.Severity);
        return LeadingWords.Each([level.Severity.Key, level.Severity.Name, number, $"sev{number}", $"s{number}", $"p{number}", .. level.Words]);
    }
}
