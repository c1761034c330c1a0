namespace IncidentBot.Slack.Requests;

/// <summary>The fields of a slash command, none of them certain to have come. Slack docs: Slash commands, app command payload.</summary>
internal sealed record CommandFields
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

    /// <summary>The command, if nothing it needs is missing.</summary>
    public SlackReading ToReading()
    {
        var team = string.IsNullOrEmpty(TeamId) ? EnterpriseId : TeamId;
        if (string.IsNullOrEmpty(team) || string.IsNullOrEmpty(Command) || string.IsNullOrEmpty(TriggerId)
            || string.IsNullOrEmpty(ChannelId) || string.IsNullOrEmpty(UserId) || string.IsNullOrEmpty(ResponseUrl))
        {
            return SlackReading.Malformed("It is neither an interaction nor a complete command.");
        }

        return new SlackReading.Understood(new SlashCommand
        {
            TeamId = team,
            ChannelId = ChannelId,
            UserId = UserId,
            Command = Command,
            Text = Text ?? "",
            ResponseUrl = ResponseUrl,
            TriggerId = TriggerId,
            UserName = UserName,
            TeamDomain = TeamDomain,
            EnterpriseId = EnterpriseId,
            ChannelName = ChannelName,
            ApiAppId = ApiAppId,
        });
    }
}
