using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
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
        if (!byWord.TryGetValue(line.Verb, out var subcommand) || (!turn.IsPressed && subcommand.Usage.Hidden))
            turn.Refuse(Replies.UnknownWord(line.Verb, Nearest(line.Verb)), "unknown word");
        else if (subcommand is IActsElsewhere moved && await moved.IsDoneThereAsync(line, turn, ct))
            return;
        else if (await MayAsync(subcommand.Usage, line, turn, ct))
            await HandleAsync(subcommand, line, turn, ct);
    }

    private static Task HandleAsync(ISubcommand subcommand, CommandLine line, Turn turn, CancellationToken ct)
    {
        turn.Typed = turn.IsPressed || subcommand.Usage.Hidden || !GivenBack.IsWorthIt(line) ? "" : line.ToString();
        return subcommand.HandleAsync(line, turn, ct);
    }

    /// <summary>Whether whoever asks may; where not, they were told who can. Of a word nobody knows, whoever runs it is told.</summary>
    public async Task<bool> MayAsync(CommandLine line, Turn turn, CancellationToken ct) =>
        UsageOf(line.Verb) is not { } usage || await MayAsync(usage, line, turn, ct);

    /// <summary>Where there is no such incident or entry, the command itself says so.</summary>
    private static async Task<bool> MayAsync(Usage usage, CommandLine line, Turn turn, CancellationToken ct)
    {
        var incident = await turn.FindIncidentAsync(line.Number, ct);
        if (incident is null && usage.Where == Where.InIncident)
            return true;
        var words = NeededWords.Of(usage, line.Rest, incident, turn.Options);
        var entry = incident is not null && words is ["redact" or "edit"] ? await EntryAsync(incident, line.Rest, turn, ct) : null;
        if (entry is null && words is ["redact"])
            return true;
        var typed = line.Rest.Length == 0 || usage.Hidden ? "" : line.ToString();
        return await turn.MayAsync(words, incident, typed, ct, entry);
    }

    private static async Task<TimelineEntry?> EntryAsync(Incident incident, string words, Turn turn, CancellationToken ct) =>
        int.TryParse(CommandLine.SplitFirst(words).First.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await turn.EntryAsync(incident.Id, number, ct)
            : null;

    /// <summary>The usage somebody probably meant; null when none is near.</summary>
    public Usage? Nearest(string word) =>
        NearestWord.To(word, byWord.Where(pair => !pair.Value.Usage.Hidden).Select(pair => pair.Key)) is { } near ? byWord[near].Usage : null;
}
