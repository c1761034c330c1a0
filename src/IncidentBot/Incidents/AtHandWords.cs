using IncidentBot.Domain.Incidents;

namespace IncidentBot.Incidents;

/// <summary>What the card says of what is to be done.</summary>
internal static class AtHandWords
{
    /// <summary>How much, and how to see it; empty where nothing is to be done.</summary>
    public static string ToDo(Incident incident, AtHand atHand)
    {
        string[] parts =
        [
            .. atHand.OpenTasks > 0 ? [Counted(atHand.OpenTasks, Speak("open task"), "tasks")] : Array.Empty<string>(),
            .. atHand.OpenFollowUps > 0 && (incident.IsOver || atHand.OpenTasks > 0) ? [Counted(atHand.OpenFollowUps, "follow-up", "followups")] : Array.Empty<string>(),
        ];
        return string.Join(" · ", parts);
    }

    private static string Counted(int count, string noun, string word) =>
        Speak($"{count} {noun}{(count == 1 ? "" : "s")} (`/incident {word}`)");
}
