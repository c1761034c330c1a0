namespace IncidentBot.Domain.Incidents;

/// <summary>How bad it is. Three degrees, no medium (seed document 000); <see cref="Unset"/> until somebody has said.</summary>
public enum Severity
{
    /// <summary>Nobody has said yet.</summary>
    Unset = 0,

    /// <summary>SEV-1, critical.</summary>
    Sev1 = 1,

    /// <summary>SEV-2, high.</summary>
    Sev2 = 2,

    /// <summary>SEV-3, low.</summary>
    Sev3 = 3,
}
