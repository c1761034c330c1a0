namespace IncidentBot.Slack.Requests;

/// <summary>Everything an interaction of any kind may hold that we use, as it travels.</summary>
internal sealed record InteractionPayload
{
    public required string Type { get; init; }

    public Named? Team { get; init; }

    public Named? Enterprise { get; init; }

    public Person? User { get; init; }

    public Named? Channel { get; init; }

    public Container? Container { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    public string? CallbackId { get; init; }

    public string? MessageTs { get; init; }

    public Message? Message { get; init; }

    public ViewInfo? View { get; init; }

    public ViewState? State { get; init; }

    public IReadOnlyList<BlockAction> Actions { get; init; } = [];

    public string? ActionId { get; init; }

    public string? BlockId { get; init; }

    public string? Value { get; init; }

    public bool IsCleared { get; init; }

    /// <summary>Organisation-wide installs send no team: then the person's, or the organisation.</summary>
    public string? TeamId =>
        new[] { Team?.Id, User?.TeamId, Enterprise?.Id }.FirstOrDefault(id => !string.IsNullOrEmpty(id));

    public string? ChannelId => Channel?.Id ?? Container?.ChannelId;

    internal sealed record Named
    {
        public string? Id { get; init; }
    }

    internal sealed record Person
    {
        public string? Id { get; init; }

        public string? TeamId { get; init; }
    }
}
