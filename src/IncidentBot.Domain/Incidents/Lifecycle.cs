using IncidentBot.Domain.Times;

namespace IncidentBot.Domain.Incidents;

/// <summary>One state of a lifecycle.</summary>
/// <param name="Status">The state itself.</param>
public sealed record LifecycleState(IncidentStatus Status)
{
    /// <summary>Other words people say for it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The moment that is reached by coming here: the cause is known, or it hurts less; null where none is.</summary>
    public NamedTime? Marks { get; init; }
}

/// <summary>The states there are, in the order an incident usually goes through them.</summary>
public sealed class Lifecycle
{
    private readonly Dictionary<string, IncidentStatus> known;

    /// <summary>Makes a lifecycle.</summary>
    /// <param name="states">At least one of each <see cref="IncidentPhase"/>.</param>
    public Lifecycle(IReadOnlyList<LifecycleState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        States = states;
        known = LeadingWords.Known(states, Understood, state => state.Status);
    }

    /// <summary>What holds without another.</summary>
    public static Lifecycle Default { get; } = new(
    [
        new LifecycleState(IncidentStatus.Triage) { Words = ["new", "open", "neu", "offen", "in Sichtung", "Sichtung"] },
        new LifecycleState(IncidentStatus.Investigating) { Words = ["investigate", "looking", "untersuchen", "Untersuchung", "in Untersuchung"] },
        new LifecycleState(IncidentStatus.Identified) { Words = ["found", "fixing", "gefunden", "eingegrenzt", "erkannt"], Marks = NamedTime.Identified },
        new LifecycleState(IncidentStatus.Monitoring) { Words = ["mitigated", "watching", "beobachten", "Beobachtung", "Überwachung", "in Überwachung"], Marks = NamedTime.Mitigated },
        new LifecycleState(IncidentStatus.Resolved) { Words = ["resolve", "fixed", "done", "behoben", "gelöst", "erledigt"] },
        new LifecycleState(IncidentStatus.Closed) { Words = ["close", "geschlossen", "schließen"] },
        new LifecycleState(IncidentStatus.Declined) { Words = ["decline", "no incident", "abgelehnt", "kein Vorfall"] },
        new LifecycleState(IncidentStatus.Merged),
    ]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<LifecycleState> States { get; }

    /// <summary>The states in which an incident goes on.</summary>
    public IEnumerable<IncidentStatus> Live => States.Select(state => state.Status).Where(status => !status.IsOver);

    /// <summary>Where a new incident stands.</summary>
    public IncidentStatus First => Live.First();

    /// <summary>Where one that is live again stands: the second live state, for what it is was known once.</summary>
    public IncidentStatus Reopened => Live.Skip(1).FirstOrDefault() ?? First;

    /// <summary>The state people mean when they say only what it means.</summary>
    /// <param name="phase">What it means.</param>
    public IncidentStatus Of(IncidentPhase phase) => States.First(state => state.Status.Phase == phase).Status;

    /// <summary>Reads the state a text begins with, generously; null when it begins with none.</summary>
    /// <param name="text">The text, as a person wrote it.</param>
    /// <returns>The state, and what follows it.</returns>
    public (IncidentStatus Status, string After)? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LeadingWords.Read(text, known);
    }

    /// <summary>
    /// The moments of an incident that has come to that state. The first time counts; moving back takes back what later
    /// states had marked, for it turned out otherwise.
    /// </summary>
    /// <param name="times">The moments before.</param>
    /// <param name="to">Where it stands now.</param>
    /// <param name="now">Since when.</param>
    public IncidentTimes Entered(IncidentTimes times, IncidentStatus to, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(times);
        var after = States.SkipWhile(state => !state.Status.IsSameAs(to)).ToList();
        if (after is not [var here, .. var later])
            return times;
        times = later.Select(state => state.Marks).OfType<NamedTime>().Where(mark => mark != here.Marks).Aggregate(times, (known, mark) => known.WithoutSeen(mark));
        return here.Marks is { } reached && times.Seen(reached) is null ? times.With(new Stamp(reached, now, IsGiven: false)) : times;
    }

    /// <summary>Every word that is understood for a state, as it is compared: letters and digits alone.</summary>
    /// <param name="state">The state.</param>
    public static IReadOnlyList<string> Understood(LifecycleState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return LeadingWords.Each([state.Status.Key, state.Status.Name, .. state.Words]);
    }
}
