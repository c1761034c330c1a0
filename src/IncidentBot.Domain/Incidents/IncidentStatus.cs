namespace IncidentBot.Domain.Incidents;

/// <summary>What it means that an incident stands somewhere, whatever people call it.</summary>
public enum IncidentPhase
{
    /// <summary>It goes on.</summary>
    Live = 0,

    /// <summary>It no longer hurts anybody; the review is owed.</summary>
    Resolved = 1,

    /// <summary>Nothing more will happen in the channel.</summary>
    Closed = 2,

    /// <summary>It was no incident; no review is owed.</summary>
    Declined = 3,

    /// <summary>It goes on as another one.</summary>
    Merged = 4,
}

/// <summary>Where an incident stands, as the lifecycle had it when somebody said so. Kept whole, so that an old incident reads the same after the lifecycle was changed.</summary>
/// <param name="Key">What it is known by; two with one key are the same state.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Phase">What it means.</param>
public sealed record IncidentStatus(string Key, string Name, IncidentPhase Phase)
{
    /// <summary>Declared; nobody has said yet what it is. Like the others here, of the lifecycle that holds without another.</summary>
    public static IncidentStatus Triage { get; } = new("triage", "In triage", IncidentPhase.Live);

    /// <summary>People are looking for the cause.</summary>
    public static IncidentStatus Investigating { get; } = new("investigating", "Investigating", IncidentPhase.Live);

    /// <summary>The cause is known.</summary>
    public static IncidentStatus Identified { get; } = new("identified", "Identified", IncidentPhase.Live);

    /// <summary>A mitigation is in place and is being watched.</summary>
    public static IncidentStatus Monitoring { get; } = new("monitoring", "Monitoring", IncidentPhase.Live);

    /// <summary>It no longer hurts anybody; the review is owed.</summary>
    public static IncidentStatus Resolved { get; } = new("resolved", "Resolved", IncidentPhase.Resolved);

    /// <summary>Nothing more will happen in the channel.</summary>
    public static IncidentStatus Closed { get; } = new("closed", "Closed", IncidentPhase.Closed);

    /// <summary>It was no incident.</summary>
    public static IncidentStatus Declined { get; } = new("declined", "Declined", IncidentPhase.Declined);

    /// <summary>It goes on as another one.</summary>
    public static IncidentStatus Merged { get; } = new("merged", "Merged", IncidentPhase.Merged);

    /// <summary>Whether it goes on no more.</summary>
    public bool IsOver => Phase != IncidentPhase.Live;

    /// <summary>Whether it is the same, whatever it was called at the time.</summary>
    /// <param name="other">The other one.</param>
    public bool IsSameAs(IncidentStatus other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key;
    }

    /// <inheritdoc />
    public override string ToString() => Key;
}
