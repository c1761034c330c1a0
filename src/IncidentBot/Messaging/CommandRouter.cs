using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>Finds the subcommand a line means; for a word nobody knows, the nearest one is named.</summary>
internal sealed class CommandRouter
{
    private readonly Dictionary<string, ISubcommand> byWord = [];

    public CommandRouter(IEnumerable<ISubcommand> subcommands)
    {
        foreach (var subcommand in subcommands)
        {
            byWord.Add(subcommand.Usage.Word, subcommand);
            if (subcommand.Usage.AlsoSpelled is { } other)
                byWord.Add(other, subcommand);
        }
        Usages = [.. byWord.Values.Distinct().Select(subcommand => subcommand.Usage).OrderBy(usage => usage.Word, StringComparer.Ordinal)];
    }

    /// <summary>All of them, by their word.</summary>
    public IReadOnlyList<Usage> Usages { get; }

    public bool Knows(string word) => byWord.ContainsKey(word);

    public async Task RunAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (line.Verb.Length == 0)
            line = line with { Verb = line.Number is null ? "help" : "show" };
        if (byWord.TryGetValue(line.Verb, out var subcommand) && (turn.IsPressed || !subcommand.Usage.Hidden))
            await subcommand.HandleAsync(line, turn, ct);
        else
            turn.Refuse(Replies.UnknownWord(line.Verb, Nearest(line.Verb)), "unknown word");
    }

    /// <summary>The word that was probably meant: at most two letters off, or begun the same way.</summary>
    private Usage? Nearest(string word)
    {
        var (usage, distance) = byWord
            .Where(pair => !pair.Value.Usage.Hidden)
            .Select(pair => (pair.Value.Usage, Distance: Distance(word, pair.Key)))
            .MinBy(near => (near.Distance, near.Usage.Word));
        return distance <= Math.Min(2, word.Length / 2) ? usage : null;
    }

    /// <summary>How many letters have to be typed, left out or changed (Levenshtein), with a bonus for a common beginning.</summary>
    private static int Distance(string from, string to)
    {
        from = from.Length > 40 ? from[..40] : from;
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
