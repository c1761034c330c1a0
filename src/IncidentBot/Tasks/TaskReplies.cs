using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Tasks;

/// <summary>What people are told about tasks and follow-ups.</summary>
internal static class TaskReplies
{
    public static string WhichOwner => Speak("Say who shall do it: `@name`, `me`, or `none`.");

    public static Question WhatIsToBeDone(TaskSort sort) => sort == TaskSort.Task
        ? new Question(Speak("Add a task"), Speak("What is to be done now?"), Speak("A few words; @name at the end gives it to somebody, due 17:00 says by when."), Multiline: false)
        : new Question(Speak("Add a follow-up"), Speak("What is to be done afterwards?"), Speak("A few words; @name at the end gives it to somebody, due friday says by when."), Multiline: false);

    public static string WhichTime(string words) =>
        Speak($"I cannot read {Quoting(words)} as a time. Write `30m`, `2h`, `17:00`, `tomorrow`, `friday 9:00` or `2025-07-25 10:15`. Nothing was changed.");

    public static string Passed(string words) => Speak($"{Quoting(words)} has passed. Write a time to come. Nothing was changed.");

    /// <summary>What stands for the words of a message that has none.</summary>
    public static string SeeTheMessage => Speak("see the message");

    public static MessageContent NotAdded => MessageContent.Plain(Speak("That message could not be added. Use *Add as task* in its menu again."));

    public static MessageContent IsTaskAlready(Incident incident, IncidentTask task) => MessageContent.With(
        Speak($"That message is {TaskWords.NameWithin(task)} already:\n{TaskWords.Line(task)}"), [.. TaskWords.Buttons(incident, task)]);

    /// <param name="reason">Slack's error code, or ours.</param>
    public static MessageContent NotRead(string reason) => MessageContent.Plain(
        Speak($"That message is *no* task: I could not read it (`{reason}`). Write down what is to be done: `/incident task …`."));

    /// <summary>What was done, what can be done next, and the way back.</summary>
    public static MessageContent Done(Incident before, Decision.Accepted accepted, TaskEvent happened, ChannelId? here)
    {
        var text = Replies.Done(before, accepted, here).Text;
        BlockElement[] buttons =
        [
            .. happened is TaskAdded ? TaskWords.Buttons(accepted.After, happened.Task) : [],
            .. UndoLine.For(before, accepted) is { } undo ? new[] { Buttons.Run(accepted.After, Speak("Undo"), undo) } : [],
        ];
        return buttons.Length == 0 ? MessageContent.Plain(text) : MessageContent.With(text, buttons);
    }

    /// <summary>A button stands on after what it did: what can be done now is another one.</summary>
    public static MessageContent Settled(Incident incident, int task, string why) => MessageContent.With(
        why,
        Buttons.Run(incident, Speak("Open it again"), string.Create(CultureInfo.InvariantCulture, $"task {task} open")));

    public static MessageContent NoSuchTask(Incident incident, int number) => MessageContent.Plain(
        Speak($"There is no task or follow-up {number.ToString(CultureInfo.InvariantCulture)} here. {Command(incident, "tasks")} and {Command(incident, "followups")} show what there is."));

    /// <summary>It went along with a merge, into an incident the reader is not in.</summary>
    public static MessageContent GoesOnWhereYouCannotSee(IncidentTask task, TaskRef now) => MessageContent.Plain(
        Speak($"{TaskWords.Name(task)} goes on as number {now.Number.ToString(CultureInfo.InvariantCulture)} of incident #{now.Incident.Number.ToString(CultureInfo.InvariantCulture)}, which I cannot show here; in its channel you can do it. Nothing was changed."));

    public static MessageContent One(Incident incident, IncidentTask task) => MessageContent.With(
        Speak($"*{TaskWords.Name(task)}* of {Mrkdwn.Truncate(Title(incident), 300)}\n{TaskWords.Line(task)}"), [.. TaskWords.Buttons(incident, task)]);

    /// <summary>Words follow a verb that takes none.</summary>
    public static MessageContent TaskOrNew(Incident incident, IncidentTask task, string verb) => MessageContent.With(
        Speak($"Do you mean {TaskWords.NameWithin(task)}, or something new? Press the button, or begin something new with a word in place of a number. Nothing was changed.\n{TaskWords.Line(task)}"),
        Buttons.Run(incident, $"{TaskWords.Name(task)}: {verb}", TaskWords.Typed(task, verb)));

    private static string Quoting(string words) => $"`{Mrkdwn.Escape(Mrkdwn.Truncate(Mrkdwn.Unescape(words), 60)).Replace('`', '\'')}`";
}
