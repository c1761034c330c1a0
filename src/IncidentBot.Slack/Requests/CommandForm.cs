namespace IncidentBot.Slack.Requests;

/// <summary>Collects the fields of a slash command in one pass over the form. Slack docs: Slash commands, app command payload.</summary>
internal ref struct CommandForm
{
    private string? _teamId, _teamDomain, _enterpriseId, _channelId, _channelName, _userId, _userName;
    private string? _command, _text, _responseUrl, _triggerId, _apiAppId;

    /// <summary>Takes the field if it is one of ours; answers a complaint when it is broken or came before.</summary>
    public string? Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => name switch
    {
        _ when name.SequenceEqual("team_id"u8) => Set(ref _teamId, value),
        _ when name.SequenceEqual("team_domain"u8) => Set(ref _teamDomain, value),
        _ when name.SequenceEqual("enterprise_id"u8) => Set(ref _enterpriseId, value),
        _ when name.SequenceEqual("channel_id"u8) => Set(ref _channelId, value),
        _ when name.SequenceEqual("channel_name"u8) => Set(ref _channelName, value),
        _ when name.SequenceEqual("user_id"u8) => Set(ref _userId, value),
        _ when name.SequenceEqual("user_name"u8) => Set(ref _userName, value),
        _ when name.SequenceEqual("command"u8) => Set(ref _command, value),
        _ when name.SequenceEqual("text"u8) => Set(ref _text, value),
        _ when name.SequenceEqual("response_url"u8) => Set(ref _responseUrl, value),
        _ when name.SequenceEqual("trigger_id"u8) => Set(ref _triggerId, value),
        _ when name.SequenceEqual("api_app_id"u8) => Set(ref _apiAppId, value),
        _ => null,
    };

    public readonly SlackReading ToReading() => new CommandFields
    {
        TeamId = _teamId,
        TeamDomain = _teamDomain,
        EnterpriseId = _enterpriseId,
        ChannelId = _channelId,
        ChannelName = _channelName,
        UserId = _userId,
        UserName = _userName,
        Command = _command,
        Text = _text,
        ResponseUrl = _responseUrl,
        TriggerId = _triggerId,
        ApiAppId = _apiAppId,
    }.ToReading();

    private static string? Set(ref string? field, ReadOnlySpan<byte> value)
    {
        if (field is not null) return "A form field came twice.";
        field = FormText.Read(value);
        return field is null ? "The form's encoding is broken." : null;
    }
}
