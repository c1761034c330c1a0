namespace IncidentBot.Sandbox;

/// <summary>A person to start with.</summary>
/// <param name="Name">The short name people are addressed by.</param>
/// <param name="RealName">The full name.</param>
/// <param name="Tz">An IANA time zone, such as <c>Europe/Berlin</c>; null for a person whose zone Slack does not tell.</param>
public sealed record SandboxPersonSeed(string Name, string RealName, string? Tz);

/// <summary>A channel to start with.</summary>
/// <param name="Name">Without the #.</param>
/// <param name="Members">Short names of people; null means everybody.</param>
/// <param name="WithBot">Whether the app's bot is a member.</param>
/// <param name="IsPrivate">Whether only members see it.</param>
/// <param name="Topic">The channel topic.</param>
public sealed record SandboxChannelSeed(
    string Name, IReadOnlyList<string>? Members = null, bool WithBot = false, bool IsPrivate = false, string Topic = "");

/// <summary>Who and what is in the workspace when it starts. The first channel is the general one.</summary>
/// <param name="People">The people, the bot and Slackbot not counted.</param>
/// <param name="Channels">The channels.</param>
public sealed record SandboxPopulation(IReadOnlyList<SandboxPersonSeed> People, IReadOnlyList<SandboxChannelSeed> Channels)
{
    /// <summary>Six people on three continents, and the channels of a small study platform. The bot is in #incidents only.</summary>
    public static SandboxPopulation Default { get; } = new(
        [
            new("alice", "Alice Berger", "Europe/Berlin"),
            new("bob", "Bob Carter", "America/New_York"),
            new("chiyo", "Chiyo Tanaka", "Asia/Tokyo"),
            new("dana", "Dana Ellis", "America/Los_Angeles"),
            new("emeka", "Emeka Obi", "Africa/Lagos"),
            new("farida", "Farida Rao", "Asia/Kolkata"),
        ],
        [
            new("general"),
            new("incidents", WithBot: true, Topic: "Declared incidents, newest last"),
            new("deployments-pulse", Topic: "Who deploys what, and when"),
            new("ask-study-core", Topic: "Questions to the study core team"),
            new("developers"),
        ]);
}
