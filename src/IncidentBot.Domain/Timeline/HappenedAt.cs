namespace IncidentBot.Domain.Timeline;

/// <summary>How exactly a time is known.</summary>
public enum TimePrecision
{
    /// <summary>It is not known at all.</summary>
    Unknown = 0,

    /// <summary>To the minute, as people say it.</summary>
    Minute = 1,

    /// <summary>As exactly as Slack or the bot's clock knows it.</summary>
    Exact = 2,

    /// <summary>To the second, as people copy it from logs.</summary>
    Second = 3,
}

/// <summary>When something happened: the instant, what the person wrote, and how exactly it is known.</summary>
/// <param name="Instant">The instant, or null where nobody knows.</param>
/// <param name="AsGiven">What the person wrote, with the zone it was read in; empty where nobody wrote anything.</param>
/// <param name="Precision">How exactly it is known.</param>
public sealed record HappenedAt(DateTimeOffset? Instant, string AsGiven, TimePrecision Precision)
{
    /// <summary>Nobody knows when.</summary>
    public static HappenedAt Untimed { get; } = new(null, "", TimePrecision.Unknown);

    /// <summary>A time Slack or our clock vouches for.</summary>
    /// <param name="instant">The instant.</param>
    public static HappenedAt Exactly(DateTimeOffset instant) => new(instant, "", TimePrecision.Exact);
}
