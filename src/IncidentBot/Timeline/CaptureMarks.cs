namespace IncidentBot.Timeline;

/// <summary>The bot's own marks under a message.</summary>
internal static class CaptureMarks
{
    public const string Tick = "white_check_mark";
    public const string Refused = "exclamation";
}
