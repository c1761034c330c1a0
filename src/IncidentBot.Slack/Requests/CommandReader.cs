using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Requests;

/// <summary>Reads a slash command that came as a JSON object of its fields (Slack docs: Using Socket Mode).</summary>
internal static class CommandReader
{
    public static SlackReading Read(ReadOnlySpan<byte> json)
    {
        var fields = SlackJson.Deserialize<Fields>(json);
        return CommandFields.Complete(
            fields.TeamId, fields.TeamDomain, fields.EnterpriseId, fields.ChannelId, fields.ChannelName, fields.UserId,
            fields.UserName, fields.Command, fields.Text, fields.ResponseUrl, fields.TriggerId, fields.ApiAppId);
    }

    private sealed record Fields
    {
        public string? TeamId { get; init; }

        public string? TeamDomain { get; init; }

        public string? EnterpriseId { get; init; }

        public string? ChannelId { get; init; }

        public string? ChannelName { get; init; }

        public string? UserId { get; init; }

        public string? UserName { get; init; }

        public string? Command { get; init; }

        public string? Text { get; init; }

        public string? ResponseUrl { get; init; }

        public string? TriggerId { get; init; }

        public string? ApiAppId { get; init; }
    }
}
