namespace IncidentBot.Domain.Timeline;

/// <summary>How far a timeline's chain had come at one moment. Said where others see it, it binds everything up to there.</summary>
/// <param name="Entries">How many entries the timeline had.</param>
/// <param name="Versions">How many versions they had together; the place of the head in the chain.</param>
/// <param name="Head">The last link, as hexadecimal digits.</param>
/// <param name="At">When.</param>
public sealed record Checkpoint(int Entries, int Versions, string Head, DateTimeOffset At);
