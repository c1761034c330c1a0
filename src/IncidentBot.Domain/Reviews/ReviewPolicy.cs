using System.Collections.Frozen;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Reviews;

/// <summary>How long a review may take by severity, and how it is chased.</summary>
public sealed record ReviewPolicy
{
    /// <summary>Time from resolve to due, by the severity's key.</summary>
    public IReadOnlyDictionary<string, TimeSpan> BySeverity { get; init; } = new Dictionary<string, TimeSpan>
    {
        [Severity.Sev1.Key] = TimeSpan.FromDays(2),
        [Severity.Sev2.Key] = TimeSpan.FromDays(5),
        [Severity.Sev3.Key] = TimeSpan.FromDays(10),
    }.ToFrozenDictionary();

    /// <summary>Time from resolve to due where nobody ever said how bad it was, or nothing is said of that severity.</summary>
    public TimeSpan Otherwise { get; init; } = TimeSpan.FromDays(5);

    /// <summary>How long before the due time the first reminder comes.</summary>
    public TimeSpan RemindBefore { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often it is chased once it is overdue.</summary>
    public TimeSpan ChaseEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a review of that severity may take.</summary>
    /// <param name="severity">The severity at resolve.</param>
    public TimeSpan TimeFor(Severity severity)
    {
        ArgumentNullException.ThrowIfNull(severity);
        return BySeverity.GetValueOrDefault(severity.Key, Otherwise);
    }
}
