using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>Tells one person something only they see. After a crash it may be told twice: better than not at all, and nobody else sees it.</summary>
[StoredAs("answer")]
internal sealed record Answer(ReplyTo To, MessageContent Content, long InboxId) : Effect
{
    public override string Stream => $"answer:{InboxId}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => To.Calls(inDoubt, now);

    public override bool IsAwaited => true;

    /// <summary>Who cannot be answered cannot be told that either.</summary>
    public override bool IsMissed => false;
}
