using IncidentBot.Wording;

namespace IncidentBot.Timeline;

internal static class CaptureReplies
{
    public static MessageContent NotRead(string reason) => MessageContent.Plain(
        $"That message is *not* on the timeline: I could not read it (`{reason}`). Nothing else was put there in its place. Use `/incident note` to write down what it says.");
}
