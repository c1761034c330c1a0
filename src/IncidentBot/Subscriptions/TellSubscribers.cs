using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Subscriptions;

/// <summary>Something happened to an incident that those want to hear of who subscribed to it.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Content">What they are told.</param>
/// <param name="By">Who did it, and knows.</param>
/// <param name="After">Who was told last of those before, by id; empty at the beginning.</param>
[StoredAs("tell-subscribers")]
internal sealed record TellSubscribers(int Number, MessageContent Content, string By, string After = "") : Effect
{
    /// <summary>The same in other languages, by their two letters; null in what was stored before there were any.</summary>
    public IReadOnlyDictionary<string, MessageContent>? Besides { get; init; }

    /// <summary>The rule whose subscribers alone are told; null for all whom the incident concerns.</summary>
    public string? Only { get; init; }

    /// <summary>Written in every language people read, for it is not known yet who will.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="write">Writes it in the one that is spoken; null where there is nothing to tell.</param>
    /// <param name="by">Who did it, and knows.</param>
    /// <param name="only">The rule whose subscribers alone are told.</param>
    public static InEveryLanguage Of(Incident incident, Func<MessageContent?> write, UserId by, string? only = null) =>
        new(write, (content, besides) => new TellSubscribers(incident.Id.Number, content, by.Value) { Besides = besides, Only = only });

    public override string Stream => $"subscribers:{Number}";

    public override bool IsMissed => false;
}

/// <summary>It is their turn to be told.</summary>
[StoredAs("subscribers-to-tell")]
internal sealed record SubscribersToTell(int Number, MessageContent Content, string By, string After) : Fact
{
    public IReadOnlyDictionary<string, MessageContent>? Besides { get; init; }

    public string? Only { get; init; }

    public override bool TellsWhoAsked => false;
}

/// <summary>Nothing is asked of Slack for it: who subscribed is read in a turn, so that each of them is owed their message in one transaction.</summary>
internal sealed class TellSubscribersHandler : IEffectHandler<TellSubscribers>
{
    public Task<IReadOnlyList<Fact>> CarryOutAsync(TellSubscribers effect, Attempt attempt, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Fact>>([new SubscribersToTell(effect.Number, effect.Content, effect.By, effect.After) { Besides = effect.Besides, Only = effect.Only }]);
}

/// <summary>Owes each of them a direct message, some at a time. A private incident is told only to those who may know of it.</summary>
internal sealed class TellingSubscribers : IFactHandler<SubscribersToTell>
{
    private const int AtOnce = 100;

    public async Task HearAsync(SubscribersToTell fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident)
            return;
        string[] rules = [.. SubscriptionRules.Of(incident, turn.Options.Severities).Where(rule => fact.Only is null || rule == fact.Only)];
        var db = await turn.StoreAsync(ct);
        var users = await db.Subscriptions.ReachedAsync(turn.Team, rules, fact.After, AtOnce, ct);
        var told = await db.WhoMayKnowOfAsync(incident, [.. users.Where(user => user != fact.By)], ct);
        await turn.LookAheadAsync(told, ct);
        foreach (var user in told)
            turn.Owe(Unwritten.For(user, () => new DirectMessage(user, fact.Besides?.GetValueOrDefault(Language.Current.Key) ?? fact.Content) { IsNotice = true }));
        if (users.Count == AtOnce)
            turn.Owe(new TellSubscribers(fact.Number, fact.Content, fact.By, users[^1]) { Besides = fact.Besides, Only = fact.Only });
        turn.Noted("subscribers");
    }
}

/// <summary>What subscribers hear of: that it is worse, what people were told, and that it is over. That it was declared they hear when its channel is there.</summary>
internal sealed class SubscriptionReactions : IReaction
{
    public IEnumerable<Effect> React(IncidentEvent happened, Incident after) => [TellSubscribers.Of(after, () => SubscriptionNotice.Of(happened, after), happened.By, OnlyTo(happened))];

    /// <summary>Who has to do with it is news to those who asked for that very team or service.</summary>
    private static string? OnlyTo(IncidentEvent happened) => happened switch
    {
        TeamInvolved e => SubscriptionRow.OfTeam(e.Team),
        ServiceAffected e => SubscriptionRow.OfService(e.Service),
        _ => null,
    };
}
