using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Reconciliation;

/// <summary>
/// Compares what Slack showed of an incident's channel with what is stored, and puts right what differs. Everything is read
/// before anything is changed, and all changes are one transaction: killed on the way, it begins again and ends the same. What
/// was read is not kept longer than it is needed.
/// </summary>
internal sealed class Reconcile : IFactHandler<ComparisonDue>, IFactHandler<ChannelRead>, IFactHandler<ChannelNotRead>
{
    public async Task HearAsync(ComparisonDue fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is { Channel: { } channel, IsOver: false })
            turn.Owe(new CompareChannel(new Comparing(fact.Number, channel.Value, fact.From, fact.Until, IsThorough: fact.From is not null, null)));
        else
            turn.Ignore("nothing to compare any more");
    }

    public async Task HearAsync(ChannelNotRead fact, Turn turn, CancellationToken ct)
    {
        if (fact.Why.AskedBy is { } asker)
            turn.Owe(new Answer(asker, ReconcileWords.NotRead(fact.Error), turn.InboxId));
        turn.Fail(fact.Error);
        await Task.CompletedTask;
    }

    public async Task HearAsync(ChannelRead fact, Turn turn, CancellationToken ct)
    {
        var (why, seen) = (fact.Why, fact.Seen);
        if (await turn.NumberedAsync(why.Number, ct) is not { } incident || incident.Channel?.Value != why.Channel)
        {
            turn.Ignore("the incident has another channel");
            return;
        }
        if (fact.Wanted is { Count: > 0 } left)
        {
            turn.Owe(new ReadFurther(why, seen, left));
            turn.ForgetRequest();
            return;
        }
        if (ChannelState.IsBack(incident, seen) && why.AskedBy is null)
        {
            // Where it could neither hear nor be heard, a thorough look follows.
            ChannelState.Learn(incident, seen, turn);
            return;
        }
        var known = await KnownChannel.LoadAsync(await turn.StoreAsync(ct), incident.Id, seen, why.Channel, ct);
        var differences = new Differences(seen, known, turn.Options.TimelineEmoji, incident.Card?.Ts, turn.Workspace.BotUserId);
        if (await Repairs.SettleAsync(seen.HasMessages ? differences.All() : [], turn, ct) is not var (real, words))
            return;
        if (fact.Wanted is null && seen.HasMessages && ToRead(differences, why, real.Count > 0, turn) is { Count: > 0 } wanted)
        {
            turn.Owe(new ReadFurther(why, seen, wanted));
            turn.ForgetRequest();
            return;
        }
        var after = ChannelState.Learn(incident, seen, turn);
        var repaired = await Repairs.MakeAsync(after, why.Channel, real, words, turn, ct);
        await EndAsync(after, why, seen, repaired, turn, ct);
    }

    /// <summary>A page that shows that something was missed is reason to look further.</summary>
    private static IReadOnlyList<Wanted> ToRead(Differences differences, Comparing why, bool wasSomethingMissed, Turn turn) =>
        [.. differences.Doubtful()
            .Union(why.IsThorough || wasSomethingMissed ? differences.Thorough(why.AskedBy is null ? why.From : null) : [])
            .Take(turn.Options.Reconciliation.Reads)];

    private static async Task EndAsync(Incident incident, Comparing why, ChannelReading seen, Repaired repaired, Turn turn, CancellationToken ct)
    {
        if (why.Until is { } until && seen.HasMessages)
            await (await turn.StoreAsync(ct)).Incidents.MakeGoodAsync(incident.Id, until, ct);
        if (!repaired.IsNothing)
            turn.Owe(new PostMessage(why.Channel, null, ReconcileWords.InChannel(why.From, why.Until, repaired)));
        if (why.AskedBy is { } asker)
            turn.Owe(new Answer(asker, ReconcileWords.ToAsker(incident, seen.HasMessages, repaired), turn.InboxId));
        turn.ForgetRequest();
        turn.Noted(repaired.IsNothing ? "nothing was missed" : "repaired");
    }
}
