using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>What was ruled out, in one line wherever it is read, so that nobody looks there again.</summary>
internal static class DeadEndWords
{
    private const int MostShown = 3;
    private const int LongestText = 80;

    /// <summary>The newest of them, each with its message; empty where there are none.</summary>
    /// <param name="deadEnds">The newest first.</param>
    public static string Line(IReadOnlyList<TimelineEntry> deadEnds)
    {
        var more = deadEnds.Count > MostShown ? Speak($"; and {deadEnds.Count - MostShown} more") : "";
        return deadEnds.Count == 0 ? "" : string.Join("; ", deadEnds.Take(MostShown).Select(Short)) + more;
    }

    private static string Short(TimelineEntry entry)
    {
        var text = Mrkdwn.Truncate(PeoplesWords.OneLine(PeoplesWords.Silent(PeoplesWords.InAList(entry.Text))), LongestText);
        return entry.Permalink.Length == 0 ? text : $"{text} {Mrkdwn.Link(entry.Permalink, Speak("message"))}";
    }
}
