using System.Collections.Frozen;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;

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

    /// <summary>How many business days it may take, by the severity's key, where that is said instead of a time; under the empty key, where nothing is said of the severity.</summary>
    public IReadOnlyDictionary<string, int> InBusinessDays { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Which days those are.</summary>
    public BusinessDays Calendar { get; init; } = BusinessDays.Default;

    /// <summary>How long before the due time the first reminder comes.</summary>
    public TimeSpan RemindBefore { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often it is chased once it is overdue.</summary>
    public TimeSpan ChaseEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>By when a review of that severity is due.</summary>
    /// <param name="severity">The severity at resolve.</param>
    /// <param name="opened">When it was opened.</param>
    public DateTimeOffset DueAfter(DateTimeOffset opened, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(severity);
        var isSaid = InBusinessDays.TryGetValue(severity.Key, out var days) || (!BySeverity.ContainsKey(severity.Key) && InBusinessDays.TryGetValue("", out days));
        return isSaid ? Calendar.After(opened, days) : opened + TimeFor(severity);
    }

    /// <summary>How long a review of that severity may take.</summary>
    /// <param name="severity">The severity at resolve.</param>
    public TimeSpan TimeFor(Severity severity)
    {
        ArgumentNullException.ThrowIfNull(severity);
        return BySeverity.GetValueOrDefault(severity.Key, Otherwise);
    }
}
