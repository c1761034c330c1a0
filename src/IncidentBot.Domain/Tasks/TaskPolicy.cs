namespace IncidentBot.Domain.Tasks;

/// <summary>How what is to be done is chased.</summary>
public sealed record TaskPolicy
{
    /// <summary>How often the owner of an overdue task is reminded while the incident is live.</summary>
    public TimeSpan ChaseEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often the owner of an overdue follow-up is reminded.</summary>
    public TimeSpan ChaseFollowUpsEvery { get; init; } = TimeSpan.FromDays(7);
}
