using System.Globalization;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Reminding;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Tasks;

/// <summary>Reminds whoever has something to do when it is due, and again until it is settled. What nobody has is the commander's to give away; where nobody commands either, the thread under the card is told.</summary>
internal sealed class TaskChase : IPersonReminder
{
    public string Kind => ReminderKinds.Task;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(due.Number, ct) is not { } incident || await DueNowAsync(incident, due.Subject, turn, ct) is not { } task)
        {
            turn.RemindAt(due.Number, Kind, due.Subject, null);
            turn.Ignore("nothing is to be done any more");
            return;
        }
        if ((task.Owner ?? incident.Commander) is { } somebody)
        {
            if (await turn.HearerOrWaitAsync(incident, somebody, ct) is not { } hearer)
                return;
            await turn.RemindAsync(incident, Kind, due.Subject, hearer, Said(somebody, incident, task, turn), ct);
        }
        else if (incident is { Channel: { } channel, Card: { } card })
        {
            turn.Owe(new PostMessage(channel.Value, card.Ts, TaskReminder.InThread(incident, task, turn.Now)));
        }
        turn.RemindAt(due.Number, Kind, due.Subject, TaskReminders.Next(task, !incident.IsOver, turn.Options.Tasks, turn.Now));
        turn.Noted("reminded");
    }

    public async Task<PersonalReminder?> NowAsync(Incident incident, string subject, UserId person, Turn turn, CancellationToken ct) =>
        await DueNowAsync(incident, subject, turn, ct) is { } task && (task.Owner ?? incident.Commander) == person ? Said(person, incident, task, turn) : null;

    private static async Task<IncidentTask?> DueNowAsync(Incident incident, string subject, Turn turn, CancellationToken ct) =>
        await (await turn.StoreAsync(ct)).Tasks.NumberedAsync(incident.Id, int.Parse(subject, CultureInfo.InvariantCulture), ct) is { } task
        && TaskReminders.IsDue(task, !incident.IsOver, turn.Now)
            ? task
            : null;

    private static PersonalReminder Said(UserId somebody, Incident incident, IncidentTask task, Turn turn) =>
        new(() => TaskReminder.To(somebody, incident, task, turn.Now), () => TaskReminder.Line(incident, task));
}

/// <summary>The words of a reminder: what is to be done, why it comes, what ends it.</summary>
internal static class TaskReminder
{
    public static MessageContent To(UserId somebody, Incident incident, IncidentTask task, DateTimeOffset now)
    {
        var text = Speak($"☑️ {TaskWords.Name(task)} of {Mrkdwn.Truncate(Place(incident), 400)} {When(task, now)}:\n{TaskWords.Line(task)}");
        var why = task.Owner == somebody ? Speak("You get this because it is yours.") : Speak("You get this because you command, and nobody has it yet.");
        return new MessageContent(
            text,
            [
                new SectionBlock { Text = new Markdown(text) },
                new ActionsBlock
                {
                    Elements =
                    [
                        Buttons.Run(incident, Speak("Done"), TaskWords.Typed(task, "done"), ButtonStyle.Primary),
                        Buttons.Run(incident, Speak("In an hour"), TaskWords.Typed(task, "due 1h")),
                        Buttons.Run(incident, Speak("Tomorrow"), TaskWords.Typed(task, "due tomorrow")),
                        Buttons.Run(incident, Speak("Drop"), TaskWords.Typed(task, "drop")),
                    ],
                },
                new ContextBlock { Elements = [new Markdown(Speak($"{why} It comes again {(task.Sort == TaskSort.Task ? Speak("while the incident is live") : Speak("from time to time"))} until it is done, dropped or due later; {Command(incident, TaskWords.Typed(task, "owner @name"))} gives it to somebody."))] },
            ]);
    }

    /// <summary>The same as a line among others.</summary>
    public static string Line(Incident incident, IncidentTask task) => Speak($"{TaskWords.Name(task)} of {Mrkdwn.Truncate(Place(incident), 400)}: {TaskWords.Line(task)}");

    public static MessageContent InThread(Incident incident, IncidentTask task, DateTimeOffset now) => MessageContent.With(
        Speak($"☑️ {TaskWords.Name(task)} {When(task, now)}, and nobody has it: {TaskWords.Short(task)}"), [.. TaskWords.Buttons(incident, task)]);

    private static string When(IncidentTask task, DateTimeOffset now) =>
        task.DueAt is { } due && now - due >= TimeSpan.FromHours(1) ? Speak($"has been *overdue* since {Moment(due)}") : Speak("is due now");
}
