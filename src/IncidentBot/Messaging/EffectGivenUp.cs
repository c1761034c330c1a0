using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>Something that follows from a request will not happen, and nobody else tells whoever made it.</summary>
/// <param name="Effect">Which effect; <c>out-</c> and its id is the reference, in the log too.</param>
/// <param name="Kind">What it was, by the name it is stored under.</param>
/// <param name="Error">Slack's error code, or ours.</param>
/// <param name="Request">The request it follows from.</param>
[StoredAs("effect-given-up")]
internal sealed record EffectGivenUp(long Effect, string Kind, string Error, long Request) : Fact;

/// <summary>Tells whoever made the request. What no person asked for, such as a reminder, stands in the log and the ledger.</summary>
internal sealed class GivenUpNews : IFactHandler<EffectGivenUp>
{
    public async Task HearAsync(EffectGivenUp fact, Turn turn, CancellationToken ct)
    {
        await turn.TellWhoAskedAsync(() => Replies.GivenUp(fact.Kind, fact.Error, OutboxRow.ReferenceOf(fact.Effect)), ct);
        turn.Fail($"{fact.Kind} {fact.Error}");
    }
}
