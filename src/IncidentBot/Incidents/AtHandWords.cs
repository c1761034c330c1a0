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
            .. atHand.OpenTasks > 0 ? [atHand.OpenTasks == 1 ? Speak("1 open task (`/incident tasks`)") : Speak($"{atHand.OpenTasks} open tasks (`/incident tasks`)")] : Array.Empty<string>(),
            .. atHand.OpenFollowUps > 0 && (incident.IsOver || atHand.OpenTasks > 0) ? [atHand.OpenFollowUps == 1 ? Speak("1 follow-up (`/incident followups`)") : Speak($"{atHand.OpenFollowUps} follow-ups (`/incident followups`)")] : Array.Empty<string>(),
        ];
        return string.Join(" · ", parts);
    }
}
