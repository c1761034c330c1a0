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

    /// <summary>How that word is called; null for a word nobody knows.</summary>
    public Usage? UsageOf(string word) => byWord.GetValueOrDefault(word)?.Usage;

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

    /// <summary>The usage somebody probably meant; null when none is near.</summary>
    public Usage? Nearest(string word) =>
        NearestWord.To(word, byWord.Where(pair => !pair.Value.Usage.Hidden).Select(pair => pair.Key)) is { } near ? byWord[near].Usage : null;
}
