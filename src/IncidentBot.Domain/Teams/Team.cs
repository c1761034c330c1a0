using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Teams;

/// <summary>Something people use and one team answers for, as it was called when it was named.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="Name">What people call it.</param>
public sealed record Service(string Key, string Name);

/// <summary>People who answer for services together, and how they are told, as it was when they were named.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="Name">What people call it.</param>
public sealed record Team(string Key, string Name)
{
    /// <summary>The Slack user group its people are in, by id, if there is one.</summary>
    public string? Group { get; init; }

    /// <summary>Where it talks, if that is known.</summary>
    public ChannelId? Channel { get; init; }

    /// <summary>Who leads it, if that is known.</summary>
    public UserId? Lead { get; init; }
}

/// <summary>A team that has to do with an incident.</summary>
/// <param name="Team">Which one.</param>
public sealed record InvolvedTeam(Team Team)
{
    /// <summary>The key of the service through which it is; null where somebody named the team itself.</summary>
    public string? Through { get; init; }

    /// <summary>Whether it was told, by the bot or by somebody who says so.</summary>
    public bool IsTold { get; init; }
}
