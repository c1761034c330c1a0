namespace IncidentBot.Messaging;

/// <summary>Where a person waits for an answer only they can see.</summary>
/// <param name="User">The person.</param>
/// <param name="Channel">Where they are, if they are in a conversation.</param>
/// <param name="ResponseUrl">Slack's way back, if the request had one: five uses in thirty minutes (Slack docs: Handling interactions).</param>
/// <param name="ExpiresAt">When that way closes.</param>
/// <param name="InPlace">Whether the answer takes the place of the ephemeral message whose button was pressed.</param>
internal sealed record ReplyTo(string User, string? Channel, string? ResponseUrl, DateTimeOffset ExpiresAt, bool InPlace)
{
    /// <summary>What answering there calls first; where that is refused, another way is taken.</summary>
    public IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) =>
        OpenUrl(now) is { } url ? [new(SlackCall.ResponseUrl, url)]
        : Channel is not null ? [new("chat.postEphemeral")]
        : [new("conversations.open"), SlackCall.Post(User), .. SlackCall.Look(inDoubt, "conversations.history")];

    /// <summary>Slack's way back while it is open; null after that, and where there was none.</summary>
    public string? OpenUrl(DateTimeOffset now) => now < ExpiresAt ? ResponseUrl : null;

    /// <summary>Without the address, which lets anybody answer.</summary>
    public override string ToString() => $"{User} in {Channel}";
}
