using System.Globalization;
using System.Text.Json;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Evidence;

/// <summary>What a check came to: the sentences to print, and the process's exit code.</summary>
/// <param name="ExitCode">0 when all is as it was recorded, 1 when something was altered, 2 when it could not be checked.</param>
/// <param name="Sentences">What to tell whoever asked.</param>
internal sealed record BundleVerdict(int ExitCode, IReadOnlyList<string> Sentences);

/// <summary>Checks a bundle with nothing but the bundle: no server, no database, no settings.</summary>
internal static class BundleCheck
{
    public static async Task<BundleVerdict> OfAsync(Stream bundle, string checkpoint, CancellationToken ct, FilesAtHand? files = null)
    {
        var line = 1;
        var isBundle = false;
        try
        {
            using var lines = new StreamReader(bundle);
            if (await lines.ReadLineAsync(ct) is not { } first
                || BundleJson.ReadFormat(first) is not { Format: BundleHeader.Name } format)
                return NotChecked("This is no timeline bundle.");
            if (format.FormatVersion != BundleHeader.Current)
                return NotChecked(string.Create(CultureInfo.InvariantCulture, $"This bundle has format version {format.FormatVersion}; this program reads version {BundleHeader.Current}. Use the IncidentBot that wrote it."));
            isBundle = true;
            var header = BundleJson.Read<BundleHeader>(first);
            var incident = new IncidentId(new TeamId(header.Team), header.Incident);
            var check = new ChainCheck(incident, checkpoint);
            while (await lines.ReadLineAsync(ct) is { } text)
            {
                line++;
                var chained = BundleJson.Read<BundleVersion>(text).ToChained(incident);
                if (check.Next(chained) is { } fault)
                    return Altered(Sentence(fault));
                files?.Expect(chained.Version);
            }
            if (check.End(header.Versions, Convert.FromHexString(header.Head)) is { } last)
                return Altered(Sentence(last));
            var copies = files is null ? null : await files.CheckAsync(ct);
            return copies is { IsAltered: true } ? Altered(copies.Value.Sentence) : Whole(header, check, copies?.Sentence);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return isBundle
                ? Altered(string.Create(CultureInfo.InvariantCulture, $"Line {line}{(line > 1 ? $" (version {line - 1})" : "")} cannot be read as it was exported: it was cut off or changed, if only by a program that wrote the file anew. Check the file as it was exported."))
                : NotChecked("This is no timeline bundle.");
        }
    }

    private static BundleVerdict Whole(BundleHeader header, ChainCheck check, string? ofFiles)
    {
        List<string> sentences =
        [
            string.Create(CultureInfo.InvariantCulture, $"The timeline of incident #{header.Incident} is unbroken: {check.Count} versions, head {header.Head}."),
            "Not covered: the title, severity, state, times and people's names on the first line, and when it was exported. They are there for readers; what the chain holds of them stands in the entries.",
        ];
        if (check.CheckpointAt is null)
            sentences.Add("Whether the latest versions were left off only a checkpoint tells: give the hash of the last one in the incident's channel with --checkpoint.");
        if (check.CheckpointAt is { } at)
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"The checkpoint is its link {at}: up to there it is what it was when the checkpoint was made."));
        if (ofFiles is not null)
            sentences.Add(ofFiles);
        if (check.Redactions.Count > 0)
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"Redacted entries: {check.Redactions.Count}. Their words were taken away; everything else is as it was recorded."));
        foreach (var (entry, by) in check.Redactions)
            sentences.Add($"Entry {entry} was redacted by {(header.People is { } people && people.TryGetValue(by.By.Value, out var name) ? $"{name} ({by.By})" : by.By.Value)} on {by.RecordedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}: {by.Why}");
        return new BundleVerdict(0, sentences);
    }

    private static string Sentence(ChainFault fault) => fault switch
    {
        ChainFault.OutOfSequence { Found: { } found } e => $"Version {e.Expected} should follow, but {found} does: something was left out, doubled or moved.",
        ChainFault.OutOfSequence e => $"The bundle ends before version {e.Expected} or goes on after its last: it does not hold as many versions as it says.",
        ChainFault.ForeignVersion e => $"Version {e.Sequence} belongs to another incident.",
        ChainFault.WordsChanged e => $"Link {e.Sequence} is bad: the words of entry {e.Entry} are not what was recorded.",
        ChainFault.FactsChanged e => $"Link {e.Sequence} is bad: a time, person, kind or state of entry {e.Entry} is not what was recorded.",
        ChainFault.LinkBroken e => $"Link {e.Sequence} is bad: it does not follow from what stands before it, so something up to entry {e.Entry} was replaced.",
        ChainFault.WordsMissing e => $"Link {e.Sequence} is bad: the words of entry {e.Entry} are gone, and no redaction says who took them away.",
        ChainFault.HeadDiffers e => $"After version {e.Sequence} the head is not the one the bundle states.",
        ChainFault.CheckpointMissing e => $"The checkpoint {e.Checkpoint} is no link of this timeline: it was rewritten since, exported before that checkpoint, or the checkpoint is another incident's.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.GetType().Name, "A fault without words."),
    };

    private static BundleVerdict Altered(string sentence) => new(1, [sentence]);

    private static BundleVerdict NotChecked(string sentence) => new(2, [sentence]);
}
