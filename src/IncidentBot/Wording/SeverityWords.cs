using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>The severities there are, as people read of them.</summary>
internal static class SeverityWords
{
    /// <summary>What to type instead of what could not be read.</summary>
    public static string SayOne(SeverityScale scale) =>
        Speak($"Say a severity: {string.Join(", ", scale.Levels.Select(level => Speak($"`{SeverityScale.Number(level.Severity)}` is {IncidentWords.Name(level.Severity)}")))}.");

    /// <summary>Each with what to type for it, and when it is that bad.</summary>
    public static string Explained(SeverityScale scale) => Mrkdwn.Truncate(
        string.Join("\n", scale.Levels.Select(level => $"`{SeverityScale.Number(level.Severity)}` {IncidentWords.Signed(level.Severity)}{(level.Description.Length > 0 ? $": {Speak(level.Description)}" : "")}")),
        1_500);
}
