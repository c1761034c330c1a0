using System.Text.Json.Serialization;

namespace IncidentBot.Messaging;

/// <summary>A promise to the outside. Stored with the state that made it; carried out afterwards, as often as it takes.</summary>
internal abstract record Effect
{
    /// <summary>Effects of one stream go out in order.</summary>
    [JsonIgnore]
    public abstract string Stream { get; }

    /// <summary>What Slack will count when it is carried out; it waits until all of that is allowed. Nothing where it calls nothing.</summary>
    /// <param name="inDoubt">Whether an earlier try may have happened, so that it looks first.</param>
    /// <param name="now">When it would be carried out: some ways close with time.</param>
    public virtual IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [];

    /// <summary>For living messages: while one refresh of this key waits, another adds nothing.</summary>
    [JsonIgnore]
    public virtual string? CoalesceKey => null;

    /// <summary>Whether somebody waits for it with their eyes on the screen; it then overtakes the work of other streams.</summary>
    [JsonIgnore]
    public virtual bool IsAwaited => false;

    /// <summary>The channel it says something in; while an incident's channel cannot be written to, nothing is owed there.</summary>
    [JsonIgnore]
    public virtual string? Into => null;

    /// <summary>Whether whoever caused it is told when it is given up. Nobody misses a refresh: the next one brings all.</summary>
    [JsonIgnore]
    public virtual bool IsMissed => CoalesceKey is null;

    /// <summary>What is learned when it has to be given up, for those who wait for it; null when nobody does.</summary>
    public virtual Fact? WhenGivenUp(string error) => null;

    /// <summary>What is kept of it once it has ended, where it carries what is not to be kept; tried again, it begins anew. Null where all is kept.</summary>
    [JsonIgnore]
    public virtual Effect? Afterwards => null;

    /// <summary>Only its kind: effects carry people's words and Slack's private addresses, and are logged.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>What carrying out an effect taught us. It comes in through the inbox, like everything that happens.</summary>
internal abstract record Fact
{
    /// <summary>Whether whoever caused the effect hears of it by this, where it says that the effect was given up.</summary>
    [JsonIgnore]
    public virtual bool TellsWhoAsked => true;

    /// <summary>Only its kind: facts carry people's words.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>One try at an effect.</summary>
/// <param name="EffectId">The effect's id; it rides in message metadata, so that a message can be found again.</param>
/// <param name="Team">The workspace.</param>
/// <param name="InDoubt">Whether an earlier try may have happened; then look first.</param>
/// <param name="FirstAttemptAt">When it was first tried; nothing of ours is older.</param>
internal sealed record Attempt(long EffectId, string Team, bool InDoubt, DateTimeOffset FirstAttemptAt);

/// <summary>Carries out one kind of effect. May run twice for the same effect; one result must be visible.</summary>
internal interface IEffectHandler<in TEffect>
    where TEffect : Effect
{
    /// <summary>Does it, and says what was learned. Throws Slack's exceptions as they come; the dispatcher knows them.</summary>
    Task<IReadOnlyList<Fact>> CarryOutAsync(TEffect effect, Attempt attempt, CancellationToken ct);
}

/// <summary>It cannot be done yet, and nothing was: it is tried again after that time.</summary>
internal sealed class NotYetException(TimeSpan wait) : Exception("It cannot be done yet.")
{
    public TimeSpan Wait { get; } = wait;
}

/// <summary>Says what follows from an event, whoever caused it. Pure.</summary>
internal interface IReaction
{
    IEnumerable<Effect> React(Domain.Incidents.IncidentEvent happened, Domain.Incidents.Incident after);
}

/// <summary>Acts on a fact in a turn of its own.</summary>
internal interface IFactHandler<in TFact>
    where TFact : Fact
{
    Task HearAsync(TFact fact, Turn turn, CancellationToken ct);
}
