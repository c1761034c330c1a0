using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>What is asked before an incident is closed or declined.</summary>
internal static class CloseReplies
{
    /// <summary>More open tasks than this do not become follow-ups at once; nobody has them.</summary>
    public const int MostTasks = 1_000;

    /// <summary>Of more than these only how many there are is said.</summary>
    public const int MostShown = 5;

    public static MessageContent WordsGone => MessageContent.Plain(Speak("I do not have your words any more, so nothing was ended. Please type it again with them."));

    /// <summary>What is still open, and what can become of it; nothing was closed yet.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="open">How many tasks are open.</param>
    /// <param name="request">The request that asked for it.</param>
    public static MessageContent OpenTasks(Incident incident, Going wanted, int open, long request)
    {
        var (tasks, isDeclined) = (wanted.OpenTasks, wanted.To.Phase == IncidentPhase.Declined);
        var more = open > MostShown ? Speak($"\n… and {open - MostShown} more") : "";
        var count = open == 1 ? Speak("One task is") : Speak($"{open} tasks are");
        var text = Speak($"{count} still open:\n{string.Join("\n", tasks.Take(MostShown).Select(task => $"• {TaskWords.Short(task, 150)}"))}{more}\n{(isDeclined ? Speak("It is not declined yet.") : Speak("It is not closed yet."))} What becomes of {(open == 1 ? Speak("it") : Speak("them"))}?");
        return MessageContent.With(
            text,
            Buttons.Run(incident, isDeclined ? Speak("Make follow-ups, decline") : Speak("Make follow-ups, close"), Typed("followups"), ButtonStyle.Primary),
            Buttons.Run(incident, isDeclined ? Speak("Leave open, decline") : Speak("Leave open, close"), Typed("anyway")));

        string Typed(string what) => wanted.Said.Length <= Buttons.Room
            ? $"{(isDeclined ? Declining.Word : Closing.Word)} {what} {wanted.Said}".TrimEnd()
            : string.Create(CultureInfo.InvariantCulture, $"{(isDeclined ? DecliningAsSaid.Word : ClosingAsSaid.Word)} {what} {request}");
    }
}
