using System.Text.RegularExpressions;
using IncidentBot.Domain.Updates;

namespace IncidentBot.Wording;

/// <summary>Updates in three parts, as one text and back.</summary>
internal static partial class UpdateWords
{
    private static string Findings => Speak("\n*Findings* ");
    private static string Actions => Speak("\n*Actions and needs* ");

    /// <summary>The parts as people read them; those that are empty are left out.</summary>
    public static string Text(UpdateParts parts) =>
        parts.Status + (parts.Findings.Length > 0 ? Findings + parts.Findings : "") + (parts.Actions.Length > 0 ? Actions + parts.Actions : "");

    /// <summary>What people wrote of such a text, each part for itself: a form has them so. A heading is bold and begins a line, in whatever language it was written.</summary>
    public static IReadOnlyList<string> Pieces(string text) => [.. Heading().Split(text).Select(piece => piece.Trim()).Where(piece => piece.Length > 0)];

    [GeneratedRegex(@"\n\*[^*\n]+\* ")]
    private static partial Regex Heading();
}
