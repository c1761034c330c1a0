using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary><c>/incident why</c> — what the bot will do next about this incident, what it will not, and why.</summary>
internal sealed class Why : ISubcommand
{
    public Usage Usage => new("why", "", Unspoken("Show what I will do next, what I will not, and why"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var db = await turn.StoreAsync(ct);
        var due = await db.Reminders.AboutAsync(turn.Team, incident.Id.Number, WhyReply.Most + 1, ct);
        var held = await db.HeldNudges.AboutAsync(turn.Team, incident.Id.Number, WhyReply.Most, ct);
        turn.Answer(WhyReply.Of(incident, due, held, turn.Options), "shown");
    }
}

/// <summary>Wishes and reasons in words.</summary>
internal static class WhyReply
{
    /// <summary>More than these are not listed.</summary>
    public const int Most = 15;

    public static MessageContent Of(Incident incident, IReadOnlyList<ReminderRow> due, IReadOnlyList<HeldNudgeRow> held, BotOptions options)
    {
        string[] will = [.. due.Take(Most).Select(row => $"• {Moment(row.DueAt)}: {Wish(incident, row, options)}"), .. due.Count > Most ? [Speak("… and more.")] : Array.Empty<string>()];
        string[] not = [.. held.Select(row => Speak($"• Held back until {Moment(row.Until)} for {Mrkdwn.User(row.UserId)}'s quiet hours: {HeldBack(row)}.")), .. Reasons(incident, options, [.. due.Select(row => row.Kind)]).Select(reason => $"• {reason}")];
        string[] parts =
        [
            string.Join("\n", [Speak($"*What I will do about {Mrkdwn.Truncate(Title(incident), 300)}*"), .. will.Length > 0 ? will : [Speak("Nothing by myself. I do what you say.")]]),
            .. not.Length > 0 ? [string.Join("\n", [Speak("*What I will not do, and why*"), .. not])] : Array.Empty<string>(),
        ];
        return new MessageContent(string.Join("\n", parts), [.. parts.SelectMany(Chunks).Select(part => new SectionBlock { Text = new Markdown(part) })]);
    }

    private static string HeldBack(HeldNudgeRow row) => row.Kind switch
    {
        ReminderKinds.Review => Speak("the reminder of the review"),
        ReminderKinds.Task => Speak($"the reminder of task or follow-up {row.Subject}"),
        _ => Speak("the reminder of an update"),
    };

    private static string Wish(Incident incident, ReminderRow row, BotOptions options) => row.Kind switch
    {
        ReminderKinds.Review => Speak($"remind {PersonOrNobody(incident.Review?.Owner)} of the review, because it is owed until it is done or waived."),
        ReminderKinds.Task => Speak($"remind of task or follow-up {row.Subject}, because it is still open."),
        ReminderKinds.Checkpoint => Speak("post a checkpoint, because the timeline has changed since the last one."),
        ReminderKinds.Offer => Speak($"end the offer of command to {PersonOrNobody(incident.Offer?.To)}, unless it is answered."),
        ReminderKinds.AskGroup => Speak($"ask the next of {WhyNobodyCommands.Group(incident, options) ?? Speak("the group")} to command, because nobody does."),
        ReminderKinds.FreeCommand => Speak($"tell {WhyNobodyCommands.Whom(incident, options, row.DueAt)} that nobody commands, unless somebody does by then: nobody has since {Moment(Custody.FreeSince(incident) ?? incident.DeclaredAt)}."),
        ReminderKinds.Acknowledge => Speak($"say that nobody has acknowledged it, because {Name(incident.Severity)} promises it by then."),
        ReminderKinds.Update => Speak($"remind {Reminded(incident, row, options)} of an update, because {Name(incident.Severity)} promises one{Every(incident, options)}."),
        _ => Speak($"look at it again ({Mrkdwn.Escape(row.Kind)})."),
    };

    private static string Reminded(Incident incident, ReminderRow row, BotOptions options) =>
        UpdateCadence.Now(incident, options.Severities, options.Nudges.EscalateEvery, row.DueAt) switch
        {
            UpdateNudge.Commander when incident.Commander is { } commander => Person(commander),
            UpdateNudge.Deputy => Speak("whoever stands in for the commander"),
            UpdateNudge.Thread => Speak("the thread under the card"),
            _ => Speak("the channel"),
        };

    private static string Every(Incident incident, BotOptions options) =>
        options.Severities.Of(incident.Severity)?.UpdateEvery is { } every ? Speak($" every {Duration(every)}") : "";

    private static IEnumerable<string> Reasons(Incident incident, BotOptions options, IReadOnlyList<string> kinds)
    {
        if (incident.Channel is null)
            yield return Speak("Say anything in a channel: it has none.");
        else if (!incident.Standing.IsOpen)
            yield return Speak("Say anything in its channel: it is archived, or I am not in it.");
        if (incident.IsPrivate)
            yield return Speak("Announce it, or ask a group for a commander: it is private.");
        if (incident.IsOver)
        {
            yield return Speak("Remind of updates or of command: it is over.");
            yield break;
        }
        if (incident.IsRetroactive)
        {
            yield return Speak("Remind of updates, of command or of an acknowledgement: it was declared afterwards, for the record.");
            yield break;
        }
        var level = options.Severities.Of(incident.Severity);
        if (incident.Severity.IsUnset)
            yield return Speak($"Remind of updates or of an acknowledgement: nobody has said how bad it is. {Command(incident, $"sev {SeverityScale.Number(options.Severities.Levels[Math.Min(1, options.Severities.Levels.Count - 1)].Severity)}")} does.");
        else if (!options.Nudges.Updates)
            yield return Speak("Remind of updates: `nudges.updates` is off in the configuration.");
        else if (level?.UpdateEvery is null)
            yield return Speak($"Remind of updates: {Name(incident.Severity)} promises none.");
        if (incident.SnoozedUntil is { } snoozed && UpdateCadence.DueAt(incident, options.Severities) == snoozed)
            yield return Speak($"Remind of an update before {Moment(snoozed)}: it was put off.");
        if (incident.Commander is { } commander)
            yield return Speak($"Look for a commander: {Person(commander)} commands.");
        else
        {
            foreach (var reason in WhyNobodyCommands.Reasons(incident, options, kinds))
                yield return reason;
        }
        if (incident.AcknowledgedBy is { } seen)
            yield return Speak($"Ask who is looking: {Person(seen)} is.");
    }

    /// <summary>Whole lines, as many as fit one block.</summary>
    private static IEnumerable<string> Chunks(string text)
    {
        var chunk = "";
        foreach (var line in text.Split('\n'))
        {
            if (chunk.Length > 0 && chunk.Length + line.Length + 1 > BlockLimits.TextMax)
            {
                yield return chunk;
                chunk = "";
            }
            chunk = chunk.Length == 0 ? Mrkdwn.Truncate(line, BlockLimits.TextMax) : $"{chunk}\n{line}";
        }
        yield return chunk;
    }
}
