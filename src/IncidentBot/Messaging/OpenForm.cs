using IncidentBot.Configuration;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Opens a form on a person's screen. Slack's trigger lives three seconds; when it is gone, a button that brings a new one is offered.</summary>
[StoredAs("open-form")]
internal sealed record OpenForm(string CallbackId, string Remembered, string? TriggerId, ReplyTo ReplyTo, long InboxId) : Effect
{
    /// <summary>The request that sent the form before, whose answers it begins with; null where it begins anew.</summary>
    public long? Sent { get; init; }

    public override string Stream => $"form:{InboxId}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("views.open"), .. ReplyTo.Calls(inDoubt, now)];

    public override bool IsAwaited => true;
}

/// <summary>What a form may read while it opens, for whom, and how the bot behaves.</summary>
internal sealed record FormReading(BotDbContext Db, string Team, string Asker, BotOptions Options);
