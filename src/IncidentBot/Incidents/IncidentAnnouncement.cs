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
        var head = $"{Mark(incident)} *{Mrkdwn.Truncate(Title(incident), 1_000)}*";
        var facts = $"{Name(incident.Severity)} · {Name(incident.Status)} · {commander} · reported by {Person(incident.Reporter)} · {Moment(incident.DeclaredAt)}";
        var place = incident.Channel is { } channel ? $"{(incident.IsOver ? "It was run in" : "Join in")} {Mrkdwn.Channel(channel.Value)}" : "";
        var text = string.Join("\n", new[] { head, facts, place }.Where(line => line.Length > 0));
        return new MessageContent(text, [new SectionBlock { Text = new Markdown(text) }]);
    }

    /// <summary>
    /// Said anew where it was announced, for an edit rings for nobody. Number and severity only: should it become private, the
    /// announcement is taken back, and this would stay.
    /// </summary>
    public static MessageContent Raised(SeverityChanged raise, Incident after) => MessageContent.Plain(
        $"🔺 Incident {Number(after)} is worse: *{Signed(raise.To)}*{(raise.From.IsUnset ? "" : $", it was {Name(raise.From)}")}.{(after.Channel is { } channel ? $" Join in {Mrkdwn.Channel(channel.Value)}" : "")}");
}
