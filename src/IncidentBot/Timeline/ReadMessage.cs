using IncidentBot.Messaging;

namespace IncidentBot.Timeline;

/// <summary>Reads one exact message, to put it on the timeline.</summary>
[StoredAs("read-message")]
internal sealed record ReadMessage(int Number, string Channel, string Ts) : Effect
{
    /// <summary>The edit because of which it is read again, by Slack's clock: what a program changes need not show on the message itself.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    public override string Stream => $"read:{Channel}:{Ts}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.replies"), new("conversations.history")];

    public override Fact WhenGivenUp(string error) => new MessageUnreadable(Number, Channel, Ts, error);
}
