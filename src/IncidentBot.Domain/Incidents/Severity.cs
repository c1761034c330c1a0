namespace IncidentBot.Domain.Incidents;

/// <summary>
/// How bad it is, as the scale had it when somebody said so. Kept whole with the incident and its events, so that an old
/// incident reads the same after the scale was changed.
/// </summary>
/// <param name="Key">What it is known by; two with one key are the same severity.</param>
/// <param name="Rank">How bad: 1 is the worst; 0 while nobody has said.</param>
/// <param name="Name">What people call it; empty while nobody has said.</param>
/// <param name="Sign">The emoji that stands for it; empty while nobody has said.</param>
public sealed record Severity(string Key, int Rank, string Name, string Sign)
{
    /// <summary>Nobody has said yet.</summary>
    public static Severity Unset { get; } = new("unset", 0, "", "");

    /// <summary>Critical, of the scale that holds without another (seed document 000).</summary>
    public static Severity Sev1 { get; } = new("sev1", 1, "SEV-1 CRITICAL", "🔴");

    /// <summary>High, of the same scale.</summary>
    public static Severity Sev2 { get; } = new("sev2", 2, "SEV-2 HIGH", "🟠");

    /// <summary>Low, of the same scale; there is no medium.</summary>
    public static Severity Sev3 { get; } = new("sev3", 3, "SEV-3 LOW", "🟡");

    /// <summary>Whether nobody has said yet.</summary>
    public bool IsUnset => Rank == 0;

    /// <summary>Whether it is the same, whatever it was called at the time.</summary>
    /// <param name="other">The other one.</param>
    public bool IsSameAs(Severity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key;
    }

    /// <summary>Whether everybody must notice: it is worse than before, or the worst at once.</summary>
    /// <param name="before">What it was.</param>
    public bool IsRaiseFrom(Severity before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return !IsUnset && (Rank == 1 || (!before.IsUnset && Rank < before.Rank));
    }
}
