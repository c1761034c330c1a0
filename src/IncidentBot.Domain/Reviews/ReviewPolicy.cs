using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Reviews;

/// <summary>How long a review may take by severity, and how it is chased.</summary>
public sealed record ReviewPolicy
{
    /// <summary>Time from resolve to due for SEV-1.</summary>
    public TimeSpan Sev1 { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Time from resolve to due for SEV-2.</summary>
    public TimeSpan Sev2 { get; init; } = TimeSpan.FromDays(5);

    /// <summary>Time from resolve to due for SEV-3.</summary>
    public TimeSpan Sev3 { get; init; } = TimeSpan.FromDays(10);

    /// <summary>Time from resolve to due where nobody ever said how bad it was.</summary>
    public TimeSpan Unset { get; init; } = TimeSpan.FromDays(5);

    /// <summary>How long before the due time the first reminder comes.</summary>
    public TimeSpan RemindBefore { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often it is chased once it is overdue.</summary>
    public TimeSpan ChaseEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a review of that severity may take.</summary>
    /// <param name="severity">The severity at resolve.</param>
    public TimeSpan TimeFor(Severity severity) => severity switch
    {
        Severity.Sev1 => Sev1,
        Severity.Sev2 => Sev2,
        Severity.Sev3 => Sev3,
        _ => Unset,
    };
}
