using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>What is asked before an incident is closed.</summary>
internal static class CloseReplies
{
    /// <summary>More open tasks than this become follow-ups a hundred at a time; nobody has them.</summary>
    public const int MostTasks = 100;

    private const int MostShown = 5;

    /// <summary>As long as a button's value may be (Slack docs: Button element), less the words in front.</summary>
    private const int LongestUpdate = 1_900;

    public static MessageContent OpenTasks(Incident incident, Going wanted)
    {
        var tasks = wanted.OpenTasks;
        var more = tasks.Count > MostShown ? Speak($"\n… and {tasks.Count - MostShown} more") : "";
        var count = tasks.Count == 1 ? Speak("One task is") : Speak($"{tasks.Count} tasks are");
        var text = Speak($"{count} still open:\n{string.Join("\n", tasks.Take(MostShown).Select(task => $"• {TaskWords.Short(task, 150)}"))}{more}\nIt is not closed yet. What becomes of {(tasks.Count == 1 ? Speak("it") : Speak("them"))}?");
        var update = wanted.LastUpdate.Length is > 0 and <= LongestUpdate ? $" {wanted.LastUpdate}" : "";
        return MessageContent.With(
            text,
            Buttons.Run(incident, Speak("Make follow-ups, close"), $"closing followups{update}", ButtonStyle.Primary),
            Buttons.Run(incident, Speak("Leave open, close"), $"closing anyway{update}"));
    }
}
