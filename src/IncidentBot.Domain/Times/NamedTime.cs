namespace IncidentBot.Domain.Times;

/// <summary>The moments of an incident that have a name, in the order they usually come.</summary>
public enum NamedTime
{
    /// <summary>It began to hurt.</summary>
    ImpactStart = 0,

    /// <summary>The first sign of it, whether or not anybody looked.</summary>
    Detected = 1,

    /// <summary>Somebody did something about it for the first time.</summary>
    FirstAction = 2,

    /// <summary>It was declared.</summary>
    Declared = 3,

    /// <summary>Somebody said <i>I have seen it</i>.</summary>
    Acknowledged = 4,

    /// <summary>The cause was known.</summary>
    Identified = 5,

    /// <summary>It hurt less.</summary>
    Mitigated = 6,

    /// <summary>It no longer hurt anybody.</summary>
    Resolved = 7,

    /// <summary>Nothing more was to be done.</summary>
    Closed = 8,
}
