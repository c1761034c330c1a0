using System.Globalization;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Timeline;

/// <summary>What is said of the files of an entry: how large they are, and whether we have them.</summary>
internal static class FileWords
{
    private const int LongestName = 60;
    private const int MostNamed = 5;

    /// <summary>Behind the entry's words; one file those name already is not named again.</summary>
    public static string Of(EntryFiles files, string words) => files.All switch
    {
        [] => "",
        [var only] when words.Contains(Mrkdwn.Escape(only.Name), StringComparison.Ordinal) => $" _({Mrkdwn.Escape(Told(only))})_",
        var all => $" _({string.Join("; ", all.Take(MostNamed).Select(file => $"{Mrkdwn.Escape(Mrkdwn.Truncate(file.Name, LongestName)).Replace('_', ' ')}: {Mrkdwn.Escape(Told(file))}"))}{(all.Count > MostNamed ? "; …" : "")})_",
    };

    /// <summary>Why a file was not copied, of Slack's code or ours.</summary>
    public static string Reason(string code) => code switch
    {
        "too_large" => Speak("it is too large"),
        "tombstone" or "file_deleted" or "file_not_found" or "not_visible" or "http_404" or "http_410" => Speak("Slack does not have it any more, or not for me"),
        "hidden_by_limit" => Speak("the workspace's plan hides it"),
        "external" or "no_download" or "not_slacks_address" => Speak("it is kept outside Slack"),
        "login_page" or "redirected" or "http_401" or "http_403" => Speak("Slack did not let me have it"),
        "files_refused" => Speak("my disk did not take it"),
        "size_differs" => Speak("what came was not the whole file"),
        _ => Speak($"it did not work: {code}"),
    };

    private static string Told(EntryFile file) => file.Fate switch
    {
        FileFate.Copied => Speak($"{Size(file.Size)}, copied"),
        FileFate.NotCopied => Speak($"{Known(file)}not copied: {file.Why}"),
        _ => Speak($"{Known(file)}not copied yet"),
    };

    private static string Known(EntryFile file) => file.Size == 0 ? "" : $"{Size(file.Size)}, ";

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => Speak($"{bytes / 1_000.0:0.#} kB"),
        _ => Speak($"{bytes / 1_000_000.0:0.#} MB"),
    };
}
