using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Updates;

/// <summary>What is said where an update is due: what, why, and when it comes again.</summary>
internal static class UpdateReplies
{
    public static string SayHowLong => Speak("Say for how long: `snooze 30m`, `snooze 2h`; nothing for the usual time. At most a day.");

    /// <summary>A button said again what was written before, and by then it was over.</summary>
    public static MessageContent PutOffIsOver(DateTimeOffset until) => MessageContent.Plain(Speak($"From when you wrote it, that was until {Moment(until)}, and it is later now. Nothing was put off."));

    /// <summary>In the thread or the channel.</summary>
    public static MessageContent Due(Incident incident, DateTimeOffset dueAt, DateTimeOffset? next, BotOptions options) =>
        With(Speak($"📢 An update has been due since {Moment(dueAt)}. How does it stand?"), incident, next, options);

    /// <summary>To a person.</summary>
    public static MessageContent DueTo(Incident incident, DateTimeOffset dueAt, DateTimeOffset? next, BotOptions options) =>
        With(Speak($"📢 An update on {Place(incident)} has been due since {Moment(dueAt)}. How does it stand?"), incident, next, options);

    /// <summary>As a line among others, once the night is over.</summary>
    public static string DueLine(Incident incident, DateTimeOffset dueAt) => Speak($"An update on {Mrkdwn.Truncate(Place(incident), 400)} has been due since {Moment(dueAt)}.");

    private static MessageContent With(string text, Incident incident, DateTimeOffset? next, BotOptions options)
    {
        var every = options.Severities.Of(incident.Severity)?.UpdateEvery is { } cadence ? Speak($" every {Duration(cadence)}") : "";
        var why = Speak($"{Name(incident.Severity)} promises an update{every}.{(next is { } at ? Speak($" The next reminder comes {Moment(at)}.") : "")}");
        return new MessageContent(
            $"{text}\n{why}",
            [
                new SectionBlock { Text = new Markdown(text) },
                new ActionsBlock
                {
                    Elements =
                    [
                        Buttons.Run(incident, Speak("Update"), "update", ButtonStyle.Primary),
                        Buttons.Run(incident, Speak($"Snooze {Duration(options.Nudges.Snooze)}"), "snooze"),
                        Buttons.Run(incident, Speak("Why?"), "why"),
                    ],
                },
                new ContextBlock { Elements = [new Markdown(why)] },
            ]);
    }
}
