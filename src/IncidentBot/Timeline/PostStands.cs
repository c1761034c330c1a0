using IncidentBot.Messaging;

namespace IncidentBot.Timeline;

/// <summary>Whoever redacted an entry must know where its words still are.</summary>
internal sealed class PostStands : IFactHandler<PostNotTakenBack>
{
    public async Task HearAsync(PostNotTakenBack fact, Turn turn, CancellationToken ct)
    {
        await turn.TellWhoAskedAsync(() => RedactReplies.StillInSlack(fact, turn.Workspace.Url), ct);
        turn.Fail($"not taken back: {fact.Error}");
    }
}
