using IncidentBot.Domain.Updates;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Wording;

/// <summary>Updates in three parts, as one text and back.</summary>
internal static class UpdateWords
{
    private static string Findings => Speak("\n*Findings* ");
    private static string Actions => Speak("\n*Actions and needs* ");

    /// <summary>The parts as people read them; those that are empty are left out.</summary>
    public static string Text(UpdateParts parts) =>
        parts.Status + (parts.Findings.Length > 0 ? Findings + parts.Findings : "") + (parts.Actions.Length > 0 ? Actions + parts.Actions : "");

    /// <summary>What people wrote of such a text, each part for itself: a form has them so.</summary>
    public static IReadOnlyList<string> Pieces(string text) => [.. text.Split(Headings(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>In every language: an update may have been written in another one.</summary>
    private static string[] Headings() => [.. Language.All.SelectMany(language =>
    {
        using var spoken = language.Speak();
        return new[] { Findings, Actions };
    }).Append(Findings).Append(Actions).Distinct()];
}
