using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>What the announcement channel sees: one message per incident, edited as it goes.</summary>
internal static class IncidentAnnouncement
{
    public static MessageContent Of(Incident incident)
    {
        if (incident.IsPrivate)
            return MessageContent.Plain(Speak($"🔒 Incident {Number(incident)} is private now."));
        var commander = incident.Commander is { } someone ? Speak($"commander {Person(someone)}") : incident.IsOver ? Speak("no commander") : Speak("*no commander yet*");
        var head = $"{Mark(incident)} *{Mrkdwn.Truncate(Title(incident), 1_000)}*";
        var facts = Speak($"{Name(incident.Severity)} · {Name(incident.Status)} · {commander} · reported by {Person(incident.Reporter)} · {Moment(IncidentTiming.Declared(incident))}");
        var place = incident.Channel is { } channel ? $"{(incident.IsRetroactive ? Speak("What is known of it stands in") : incident.IsOver ? Speak("It was run in") : Speak("Join in"))} {Mrkdwn.Channel(channel.Value)}" : "";
        var past = incident.IsRetroactive ? Speak("⏪ Declared afterwards, for the record; nobody need come.") : "";
        var text = string.Join("\n", new[] { past, head, facts, place }.Where(line => line.Length > 0));
        return new MessageContent(text, [new SectionBlock { Text = new Markdown(text) }]);
    }

    /// <summary>
    /// Said anew where it was announced, for an edit rings for nobody. Number and severity only: it is taken back when the incident
    /// becomes private, but who was notified has read it.
    /// </summary>
    public static MessageContent Raised(SeverityChanged raise, Incident after)
    {
        var before = raise.From.IsUnset ? "" : Speak($", it was {Name(raise.From)}");
        var place = after.Channel is { } channel ? Speak($" Join in {Mrkdwn.Channel(channel.Value)}") : "";
        return MessageContent.Plain(after.IsDrill
            ? Speak($"🎯 Drill, nothing real: incident {Number(after)} is worse: *{Signed(raise.To)}*{before}.{place}")
            : Speak($"🔺 Incident {Number(after)} is worse: *{Signed(raise.To)}*{before}.{place}"));
    }
}
