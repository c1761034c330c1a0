using System.Text.Json.Nodes;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Takes redacted words out of something the bot said in a channel before; found by the effect that said it.</summary>
[StoredAs("blacken-post")]
internal sealed record BlackenPost(string Channel, string? ThreadTs, long Posted, DateTimeOffset PostedAt) : Effect
{
    /// <summary>What channels are told in.</summary>
    private const string Post = "post-message";

    public override string Stream => $"blacken:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new(ThreadTs is null ? "conversations.history" : "conversations.replies"), new("chat.update")];

    /// <summary>What takes back a post that is done, or null where the effect was no post.</summary>
    public static BlackenPost? Of(OutboxRow done) =>
        done is { Kind: Post, FirstAttemptAt: { } at } && JsonNode.Parse(done.Payload) is JsonObject post && post[nameof(Channel)]?.GetValue<string>() is { } channel
            ? new BlackenPost(channel, post[nameof(ThreadTs)]?.GetValue<string>(), done.Id, at)
            : null;
}
