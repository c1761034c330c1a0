using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Times;

/// <summary>How the first sign of an incident reached people, as it was called when somebody said so.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="Name">What people call it.</param>
public sealed record DetectionSource(string Key, string Name);

/// <summary>Somebody said how the first sign reached people.</summary>
/// <param name="From">What was said before, if anything.</param>
/// <param name="To">How it did.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When they did.</param>
public sealed record DetectionNamed(DetectionSource? From, DetectionSource To, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is unknown again how the first sign reached people.</summary>
/// <param name="From">What was said before.</param>
/// <param name="By">Who took it back.</param>
/// <param name="At">When they did.</param>
public sealed record DetectionUnnamed(DetectionSource From, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>Nobody has said how it was noticed.</summary>
public sealed record NobodySaidHowDetected : Refusal;

/// <summary>It is said to have been noticed that way already.</summary>
/// <param name="Source">How.</param>
public sealed record AlreadyDetectedSo(DetectionSource Source) : Refusal;

/// <summary>Who or what noticed an incident first: monitors, or people before them.</summary>
public static class Detection
{
    /// <summary>Says how the first sign reached people, and when where that is known.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="source">How.</param>
    /// <param name="firstSignal">When, where somebody says; null leaves it as it is.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When they do.</param>
    public static Decision Name(Incident incident, DetectionSource source, DateTimeOffset? firstSignal, UserId by, DateTimeOffset now)
    {
        Decision Time(Incident named) => firstSignal is { } at ? IncidentTiming.Correct(named, NamedTime.Detected, at, "", by, now) : Decision.Refuse(new AlreadyDetectedSo(source));
        return incident.DetectedBy?.Key == source.Key
            ? Time(incident)
            : Decision.Accept(incident with { DetectedBy = source }, new DetectionNamed(incident.DetectedBy, source, by, now)).Then(Time);
    }

    /// <summary>Takes back what was said of how the first sign reached people.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="now">When they do.</param>
    public static Decision Unname(Incident incident, UserId by, DateTimeOffset now) => incident.DetectedBy is { } source
        ? Decision.Accept(incident with { DetectedBy = null }, new DetectionUnnamed(source, by, now))
        : Decision.Refuse(new NobodySaidHowDetected());
}
