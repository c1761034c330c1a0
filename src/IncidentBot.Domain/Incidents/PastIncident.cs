using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Times;

namespace IncidentBot.Domain.Incidents;

/// <summary>Two moments of it stand in the wrong order.</summary>
/// <param name="First">The one that has to come first.</param>
/// <param name="Then">The one said to be before it.</param>
public sealed record TimesInWrongOrder(NamedTime First, NamedTime Then) : Refusal;

/// <summary>A moment of what is past lies ahead.</summary>
/// <param name="Name">Which.</param>
public sealed record PastTimeAhead(NamedTime Name) : Refusal;

/// <summary>An incident nobody declared while it burned: it is declared afterwards, with the times it had. Nobody is chased for what cannot be done any more, and its review is owed like any.</summary>
/// <param name="Said">What a person says of any incident.</param>
public sealed record PastIncident(Declaration Said)
{
    /// <summary>When it began to hurt; null where nobody knows.</summary>
    public DateTimeOffset? ImpactStart { get; init; }

    /// <summary>When the first sign of it was.</summary>
    public DateTimeOffset? Detected { get; init; }

    /// <summary>When it hurt less.</summary>
    public DateTimeOffset? Mitigated { get; init; }

    /// <summary>When it no longer hurt anybody; null where it still does.</summary>
    public DateTimeOffset? Resolved { get; init; }

    private IEnumerable<(NamedTime Name, DateTimeOffset At)> Times =>
        new (NamedTime Name, DateTimeOffset? At)[]
        {
            (NamedTime.ImpactStart, ImpactStart), (NamedTime.Detected, Detected), (NamedTime.Mitigated, Mitigated), (NamedTime.Resolved, Resolved),
        }.Where(time => time.At is not null).Select(time => (time.Name, time.At!.Value));

    /// <summary>Why this cannot be declared, or null when it can. A sign may come before the harm, so only what must follow is held to follow.</summary>
    /// <param name="now">The present.</param>
    public Refusal? Objection(DateTimeOffset now)
    {
        if (Said.Objection() is { } why)
            return why;
        foreach (var (name, at) in Times)
        {
            if (at > now)
                return new PastTimeAhead(name);
        }
        return Order(NamedTime.ImpactStart, ImpactStart, NamedTime.Mitigated, Mitigated)
            ?? Order(NamedTime.ImpactStart, ImpactStart, NamedTime.Resolved, Resolved)
            ?? Order(NamedTime.Mitigated, Mitigated, NamedTime.Resolved, Resolved)
            ?? Order(NamedTime.Detected, Detected, NamedTime.Resolved, Resolved);
    }

    /// <summary>Declares it: resolved where that is said, live otherwise; nobody in command.</summary>
    /// <param name="id">The next free number of the workspace.</param>
    /// <param name="lifecycle">Where incidents may stand.</param>
    /// <param name="policy">How long its review may take, counted from now.</param>
    /// <param name="now">The moment of declaring.</param>
    public Decision Declare(IncidentId id, Lifecycle lifecycle, ReviewPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        if (Objection(now) is { } why)
            return Decision.Refuse(why);
        var by = Said.By;
        var declared = Said.Declare(id, now, lifecycle.First);
        if (declared is not Decision.Accepted { After: var fresh, Events: [IncidentDeclared first] })
            return declared;
        var past = fresh with { IsRetroactive = true, ResolvedAt = Resolved, Status = Resolved is null ? lifecycle.First : lifecycle.Of(IncidentPhase.Resolved) };
        var timed = Times.Aggregate(
            (Decision)new Decision.Accepted(past, [first with { IsRetroactive = true }]),
            (so, time) => so.Then(incident => Stamped(incident, time.Name, time.At, by, now)));
        return Resolved is null ? timed : timed.Then(incident => PostIncidentReview.Open(incident, policy, by, now, by));
    }

    /// <summary>Said even where it was known already: it stands on the timeline, at the time it was said.</summary>
    private static Decision Stamped(Incident incident, NamedTime name, DateTimeOffset at, UserId by, DateTimeOffset now) =>
        Decision.Accept(incident with { Times = incident.Times.With(new Stamp(name, at, IsGiven: true)) }, new TimeCorrected(name, null, at, "", by, now));

    private static TimesInWrongOrder? Order(NamedTime first, DateTimeOffset? before, NamedTime then, DateTimeOffset? after) =>
        before > after ? new TimesInWrongOrder(first, then) : null;
}
