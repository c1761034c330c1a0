namespace IncidentBot.Domain.Incidents;

/// <summary>Where an incident stands. The first four are live, the last two are over.</summary>
public enum IncidentStatus
{
    /// <summary>Declared; nobody has said yet what it is.</summary>
    Triage = 0,

    /// <summary>People are looking for the cause.</summary>
    Investigating = 1,

    /// <summary>The cause is known.</summary>
    Identified = 2,

    /// <summary>A mitigation is in place and is being watched.</summary>
    Monitoring = 3,

    /// <summary>It no longer hurts anybody; the review is owed.</summary>
    Resolved = 4,

    /// <summary>Nothing more will happen in the channel.</summary>
    Closed = 5,
}
