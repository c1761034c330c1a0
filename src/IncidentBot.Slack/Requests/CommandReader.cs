using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Requests;

/// <summary>Reads a slash command that came as a JSON object of its fields (Slack docs: Using Socket Mode).</summary>
internal static class CommandReader
{
    public static SlackReading Read(ReadOnlySpan<byte> json) => SlackJson.Deserialize<CommandFields>(json).ToReading();
}
