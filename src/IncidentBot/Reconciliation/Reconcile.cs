using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Reconciliation;

/// <summary>
/// Compares what Slack showed of an incident's channel with what is stored, and puts right what differs. Everything is read
/// before anything is changed, and all changes are one transaction: killed on the way, it begins again and ends the same. What
/// was read is not kept longer than it is needed.
/// </summary>
internal sealed class Reconcile : IFactHandler<ComparisonDue>, IFactHandler<ChannelRead>, IFactHandler<ChannelNotRead>
{
    /// <summary>A start that looks twice has been away once.</summary>
    private static readonly TimeSpan ShortlyAfter = TimeSpan.FromMinutes(1);

    private static readonly Matter[] StateOf = [Matter.Severity, Matter.Status, Matter.Command];

    public async Task HearAsync(ComparisonDue fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is { Channel: { } channel, IsOver: false })
            turn.Owe(new CompareChannel(new Comparing(fact.Number, channel.Value, fact.From, fact.Until, IsThorough: fact is not { From: null, StoppedAt: null }, null) { StoppedAt = fact.StoppedAt }));
        else
            turn.Ignore("nothing to compare any more");
    }

    public async Task HearAsync(ChannelNotRead fact, Turn turn, CancellationToken ct)
    {
        if (fact.Why.AskedBy is { } asker)
            turn.Tell(asker, () => ReconcileWords.NotRead(fact.Error));
        turn.Fail(fact.Error);
        await Task.CompletedTask;
    }

    public async Task HearAsync(ChannelRead fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Why.Number, ct) is not { } incident || incident.Channel?.Value != fact.Why.Channel)
            turn.Ignore("the incident has another channel");
        else
            await CompareAsync(incident, fact, turn, ct);
        if (turn.WaitsFor is null)
            turn.ForgetRequest();
    }

    private static async Task CompareAsync(Incident incident, ChannelRead fact, Turn turn, CancellationToken ct)
    {
        var (why, seen, reads) = (fact.Why, fact.Seen, turn.Options.Reconciliation.Reads);
        if (fact.Wanted is { Count: > 0 } left)
        {
            turn.Owe(new ReadFurther(why, seen, left));
            return;
        }
        if (ChannelState.IsBack(incident, seen) && why.AskedBy is null)
        {
            // Where it could neither hear nor be heard, a thorough look follows.
            ChannelState.Learn(incident, seen, turn);
            return;
        }
        if (fact.Wanted is null && seen.HasMessages && Bounds.WantsOlder(why, seen, reads))
        {
            turn.Owe(new ReadOlder(why, seen));
            return;
        }
        var known = await KnownChannel.LoadAsync(await turn.StoreAsync(ct), incident.Id, seen, why.Channel, ct);
        var differences = new Differences(seen, known, turn.Options.TimelineEmoji, turn.Options.CardEmoji, incident.Card?.Ts, turn.Workspace.BotUserId);
        if (await Repairs.SettleAsync(incident, seen.HasMessages ? differences.All() : [], turn, ct) is not var (real, words))
            return;
        if (fact.Wanted is null && seen.HasMessages)
        {
            // A page that shows that something was missed is reason to look further.
            var thorough = why.IsThorough || real.Count > 0 ? differences.Thorough(why.AskedBy is null ? why.From : null) : [];
            var (wanted, stopsAt) = Bounds.Of(why, seen, differences.Doubtful(), thorough, reads);
            seen = seen with { StopsAt = stopsAt };
            if (wanted.Count > 0)
            {
                turn.Owe(new ReadFurther(why, seen, wanted));
                return;
            }
        }
        var after = ChannelState.Learn(incident, seen, turn);
        var repaired = await Repairs.MakeAsync(after, why.Channel, real, words, why.AskedBy is not null, turn, ct) with
        {
            Channel = [.. ChannelState.Changes(incident, after)],
            Decided = why is { WasOutside: true, From: { } outsideSince } ? [.. StateOf.Where(matter => after.LastWords.On(matter)?.At > outsideSince)] : [],
        };
        await EndAsync(after, why, seen, repaired, turn, ct);
    }

    /// <summary>A comparison that was asked for after one absence may run after another, and find what is of neither; then no time is named.</summary>
    private static async Task<bool> IsOfThatAbsenceAsync(Incident incident, Comparing why, Repaired repaired, BotDbContext db, CancellationToken ct) =>
        why is { From: { } from, Until: { } until } && repaired.IsWithin(from, until) && !((await db.Incidents.MissedAsync(incident.Id, ct)).Until > until + ShortlyAfter);

    private static async Task EndAsync(Incident incident, Comparing why, ChannelReading seen, Repaired repaired, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var isOfThen = await IsOfThatAbsenceAsync(incident, why, repaired, db, ct);
        if (seen is { HasMessages: true, StopsAt: { } stopsAt })
            await db.Incidents.StayMissedAsync(incident.Id, why.From, why.Until, stopsAt, ct);
        else if (seen.HasMessages && why is not { Until: null, StoppedAt: null })
            await db.Incidents.MakeGoodAsync(incident.Id, why.Until, ct);
        var notLookedAt = seen.StopsAt is { } stop ? SlackTs.ToTime(stop) : (DateTimeOffset?)null;
        // What was captured earlier may wait; that not all of an absence was looked at is said, once.
        if (!repaired.IsNothing || (why.StoppedAt is null && notLookedAt > why.From))
            turn.Owe(new PostMessage(why.Channel, null, ReconcileWords.InChannel(incident, isOfThen ? why.From : null, why.Until, repaired, notLookedAt)));
        if (why.AskedBy is { } asker)
            turn.Tell(asker, () => ReconcileWords.ToAsker(incident, seen.HasMessages, repaired, notLookedAt));
        turn.Noted(notLookedAt is not null ? "to be gone on with" : repaired.IsNothing ? "nothing was missed" : "repaired");
    }
}
