namespace IncidentBot.Domain.Reminders;

/// <summary>
/// When the state of a timeline's chain is said in the channel, so that Slack itself is a witness of it. While nothing is
/// recorded nothing is said.
/// </summary>
public static class CheckpointSchedule
{
    /// <summary>The moment by which what was just recorded stands in a checkpoint, where none is due before.</summary>
    /// <param name="recordedAt">When it was recorded, the first since the last checkpoint.</param>
    /// <param name="every">At most so long after it.</param>
    /// <param name="isClosing">Whether the incident was closed by it: nothing more is expected, so at once.</param>
    public static DateTimeOffset Due(DateTimeOffset recordedAt, TimeSpan every, bool isClosing) => isClosing ? recordedAt : recordedAt + every;
}
