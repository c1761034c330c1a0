using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>The bot's own marks under a message.</summary>
internal static class CaptureMarks
{
    public const string Tick = EmojiNames.Tick;
    public const string Refused = EmojiNames.Refused;
}
