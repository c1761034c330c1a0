using IncidentBot.Domain.Incidents;
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
            return MessageContent.Plain($"🔒 Incident {Number(incident)} is private now.");
        var commander = incident.Commander is { } someone ? $"commander {Person(someone)}" : incident.IsOver ? "no commander" : "*no commander yet*";
        var head = $"{(incident.IsOver ? "✅" : Sign(incident.Severity))} *{Mrkdwn.Truncate(Title(incident), 1_000)}*";
        var facts = $"{Name(incident.Severity)} · {Name(incident.Status)} · {commander} · reported by {Person(incident.Reporter)} · {Moment(incident.DeclaredAt)}";
        var place = incident.Channel is { } channel ? $"{(incident.IsOver ? "It was run in" : "Join in")} {Mrkdwn.Channel(channel.Value)}" : "";
        var text = string.Join("\n", new[] { head, facts, place }.Where(line => line.Length > 0));
        return new MessageContent(text, [new SectionBlock { Text = new Markdown(text) }]);
    }
}
