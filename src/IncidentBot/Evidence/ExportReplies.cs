using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Wording;

namespace IncidentBot.Evidence;

/// <summary>What is said of an export.</summary>
internal static class ExportReplies
{
    public static MessageContent Coming(Incident incident) =>
        MessageContent.Plain(Speak($"The timeline of {IncidentWords.Number(incident)} comes to you as a direct message, in a file. Nobody else sees it."));

    /// <summary>Stands above the file.</summary>
    public static MessageContent Above(Incident incident, string file) => MessageContent.Plain(
        Speak($"📎 The timeline of {IncidentWords.Title(incident)}: every entry in every version, with its proof. `incidentbot verify {file}` checks it anywhere and names the first bad link. ")
        + Speak($"It holds all that people wrote there{(incident.IsPrivate ? Speak(", and this incident is *private*") : "")}: keep it where they may be read. Copies of files stay with whoever runs the bot."));

    public static MessageContent NotSent(Incident incident, string reason) => MessageContent.Plain(reason == BundleNotSent.TooLong
        ? Speak($"The timeline of {IncidentWords.Number(incident)} is too long to send. Whoever runs the bot gets it with `incidentbot export {Number(incident)} --out timeline.jsonl`.")
        : Speak($"The timeline of {IncidentWords.Number(incident)} could not be sent (`{Slack.Blocks.Mrkdwn.Escape(reason)}`). Whoever runs the bot gets it with `incidentbot export {Number(incident)} --out timeline.jsonl`."));

    private static string Number(Incident incident) => incident.Id.Number.ToString(CultureInfo.InvariantCulture);
}
