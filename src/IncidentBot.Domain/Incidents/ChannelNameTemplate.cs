using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Incidents;

/// <summary>What may be named in the name of an incident's channel.</summary>
/// <param name="Number">The incident's number.</param>
/// <param name="Title">Its title, in any script.</param>
/// <param name="Date">The day it was declared.</param>
/// <param name="Severity">The key of its severity; empty while nobody has set one.</param>
/// <param name="IsDrill">Whether it is only practised; the name says so.</param>
public sealed record ChannelNameParts(int Number, string Title, DateOnly Date, string Severity, bool IsDrill);

/// <summary>
/// The form of the names of incidents' channels, such as <c>inc-{number}-{title}</c>: within Slack's rules whatever is put in
/// (Slack docs: conversations.create). The title takes what room the rest leaves; the rest is never cut.
/// </summary>
public sealed partial class ChannelNameTemplate
{
    /// <summary>The placeholders there are.</summary>
    public static readonly IReadOnlyList<string> Placeholders = ["number", "title", "date", "severity"];

    /// <summary>Room for the number of a later try.</summary>
    private const int LongestSuffix = 4;

    private const string Drill = "drill";

    /// <summary>A severity's key is not longer.</summary>
    private const int LongestSeverity = 20;

    private readonly IReadOnlyList<(string Text, bool IsPlaceholder)> pieces;

    private ChannelNameTemplate(IReadOnlyList<(string Text, bool IsPlaceholder)> pieces) => this.pieces = pieces;

    /// <summary><c>inc-{number}-{title}</c>.</summary>
    public static ChannelNameTemplate Default { get; } = new(Pieces("inc-{number}-{title}"));

    private bool HasTitle => pieces.Any(piece => piece is { IsPlaceholder: true, Text: "title" });

    /// <summary>Reads it.</summary>
    /// <param name="text">As somebody wrote it.</param>
    /// <param name="unknown">The placeholder nobody knows, where that is the problem.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <returns>The template; null where something is wrong.</returns>
    public static ChannelNameTemplate? Read(string text, out ChannelNameProblem problem, out string unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        var template = new ChannelNameTemplate(Pieces(text));
        var placeholders = template.pieces.Where(piece => piece.IsPlaceholder).Select(piece => piece.Text).ToList();
        unknown = placeholders.Find(name => !Placeholders.Contains(name)) ?? "";
        problem = unknown.Length > 0 ? ChannelNameProblem.Unknown
            : template.pieces.Any(piece => !piece.IsPlaceholder && !Allowed().IsMatch(piece.Text)) ? ChannelNameProblem.Characters
            : !placeholders.Contains("number") ? ChannelNameProblem.NoNumber
            : placeholders.Count != placeholders.Distinct().Count() ? ChannelNameProblem.Twice
            : template.LongestWithoutTitle() > ChannelName.Longest ? ChannelNameProblem.TooLong
            : ChannelNameProblem.None;
        return problem == ChannelNameProblem.None ? template : null;
    }

    /// <summary>The name for the first try, or for a later one when Slack said the name is taken.</summary>
    /// <param name="parts">What is put in.</param>
    /// <param name="attempt">1 for the first try, 999 at most; from 2 on the name ends in that number.</param>
    public string For(ChannelNameParts parts, int attempt = 1)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var suffix = attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $"-{attempt}") : "";
        if (parts.IsDrill && !HasTitle)
            suffix = $"-{Drill}{suffix}";
        var title = ChannelName.Words(parts.IsDrill ? $"{Drill} {parts.Title}" : parts.Title);
        var room = ChannelName.Longest - suffix.Length - Fill(parts, "x").Length + 1;
        return Fill(parts, title.Length > room ? title[..room].TrimEnd('-') : title) + suffix;
    }

    /// <summary>What has no value takes the separator before it along.</summary>
    private string Fill(ChannelNameParts parts, string title)
    {
        var name = new StringBuilder();
        foreach (var (text, isPlaceholder) in pieces)
        {
            var value = isPlaceholder ? Value(text, parts, title) : text;
            if (value.Length == 0)
                name.Length = name.ToString().TrimEnd('-', '_').Length;
            else
                name.Append(name.Length == 0 && !isPlaceholder ? value.TrimStart('-', '_') : value);
        }
        return name.ToString().TrimEnd('-', '_');
    }

    private static string Value(string placeholder, ChannelNameParts parts, string title) => placeholder switch
    {
        "number" => parts.Number.ToString(CultureInfo.InvariantCulture),
        "date" => parts.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "severity" => ChannelName.Words(parts.Severity) is var key && key.Length > LongestSeverity ? key[..LongestSeverity].TrimEnd('-') : key,
        _ => title.Trim('-'),
    };

    /// <summary>With the longest of all that is never cut; a drill is marked in the title's place.</summary>
    private int LongestWithoutTitle()
    {
        var longest = new ChannelNameParts(int.MaxValue, "", DateOnly.MaxValue, new string('s', LongestSeverity), IsDrill: true);
        return Fill(longest, Drill).Length + (HasTitle ? 0 : Drill.Length + 1) + LongestSuffix;
    }

    private static List<(string Text, bool IsPlaceholder)> Pieces(string text) =>
        [.. Piece().Matches(text).Select(match => match.Groups["name"] is { Success: true } name ? (name.Value, true) : (match.Value, false))];

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}|[^{}]+|[{}]")]
    private static partial Regex Piece();

    [GeneratedRegex(@"\A[a-z0-9_-]+\z")]
    private static partial Regex Allowed();
}

/// <summary>What is wrong with a form of names.</summary>
public enum ChannelNameProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It names a placeholder there is none of.</summary>
    Unknown,

    /// <summary>Slack does not take some of its characters.</summary>
    Characters,

    /// <summary>The number is missing, without which names are not the incident's own.</summary>
    NoNumber,

    /// <summary>A placeholder is there twice.</summary>
    Twice,

    /// <summary>Filled in, it may be longer than <see cref="ChannelName.Longest"/>.</summary>
    TooLong,
}
