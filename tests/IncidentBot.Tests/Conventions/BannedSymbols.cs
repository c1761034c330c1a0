using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Conventions;

/// <summary>What makes code unpredictable or slow for others, each with what to use instead.</summary>
internal static partial class BannedSymbols
{
    private static readonly (Regex Symbol, string Instead)[] Banned =
    [
        (new Regex(@"\bDateTime\.(UtcNow|Now|Today)\b"), "TimeProvider"),
        (new Regex(@"\bDateTimeOffset\.(UtcNow|Now)\b"), "TimeProvider"),
        (new Regex(@"\bGuid\.(NewGuid|CreateVersion7)\b"), "a key that comes with what happened"),
        (new Regex(@"\bRandom\.Shared\b|\bnew Random\("), "a seed somebody can repeat"),
        (new Regex(@"\bThread\.Sleep\b"), "Task.Delay with a TimeProvider"),
        (new Regex(@"\bconversations\.list\b"), "users.conversations: the other walks through every channel of the workspace"),
    ];

    /// <summary>One sentence for every find; empty when there is none.</summary>
    public static IReadOnlyList<string> In(IEnumerable<SourceFile> files) => [.. files.SelectMany(In)];

    private static IEnumerable<string> In(SourceFile file)
    {
        var code = file.Code;
        foreach (var (symbol, instead) in Banned)
        {
            // The sandbox answers the method; banned is calling it.
            foreach (Match match in symbol.Matches(code).Where(match => match.Value != "conversations.list" || !file.Path.StartsWith("src/IncidentBot.Sandbox/", StringComparison.Ordinal)))
                yield return $"{file.Path}: {match.Value}. Use {instead}.";
        }
        foreach (Match match in Swallowing().Matches(file.Text))
            yield return $"{file.Path}: {match.Value}. Name the failure, and say at least why nothing follows from it.";
        foreach (Match match in Delay().Matches(code))
        {
            if (SecondArgument(code, match.Index + match.Length) is not { } second || !TimeProviderLike().IsMatch(second))
                yield return $"{file.Path}: Task.Delay without a TimeProvider.";
        }
    }

    private static string? SecondArgument(string code, int start)
    {
        var (depth, comma) = (1, -1);
        for (var i = start; i < code.Length; i++)
        {
            depth += code[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            var ends = depth == 0 || (depth == 1 && code[i] == ',');
            if (ends && comma >= 0)
                return code[(comma + 1)..i].Trim();
            if (depth == 0)
                return null;
            if (ends)
                comma = i;
        }
        return null;
    }

    [GeneratedRegex(@"\bcatch\s*(\([^)]*\))?\s*(when\s*\([^)]*\)\s*)?\{\s*\}")]
    private static partial Regex Swallowing();

    [GeneratedRegex(@"\bTask\.Delay\(")]
    private static partial Regex Delay();

    [GeneratedRegex(@"(?i)(clock|time|TimeProvider\.System)$")]
    private static partial Regex TimeProviderLike();
}
