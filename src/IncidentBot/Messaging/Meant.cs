using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>What a command line is about.</summary>
internal static class Meant
{
    /// <summary>The incident a line means; null after whoever asked was told that there is none, or that it goes on as another.</summary>
    public static async Task<Incident?> IncidentAsync(this Turn turn, CommandLine line, Usage usage, CancellationToken ct)
    {
        var incident = await turn.FindIncidentAsync(line.Number, ct);
        if (incident is null)
            turn.Refuse(Replies.NoIncidentHere(usage, line.Number), "no incident here");
        else if (await turn.RefusedForElsewhereAsync(incident, line, usage, ct))
            return null;
        return incident;
    }

    /// <summary>The incident a form was sent for; null after whoever sent it was told that there is none, or that it goes on as another.</summary>
    /// <param name="turn">The turn in which it was sent.</param>
    /// <param name="view">The form.</param>
    /// <param name="opened">What it was opened on.</param>
    /// <param name="usage">What it stands for.</param>
    /// <param name="isOfItsOwn">Whether what was sent is about something this very incident said, and means nothing in another one.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Incident?> FormsIncidentAsync(this Turn turn, ViewInfo view, OpenedOn opened, Usage usage, bool isOfItsOwn, CancellationToken ct)
    {
        var incident = await turn.FindIncidentAsync(opened.Number, ct);
        if (incident is null)
            turn.Refuse(Replies.NoIncidentHere(usage, opened.Number), "no incident here");
        else if (await turn.RefusedForElsewhereAsync(incident, view, usage.Word, isOfItsOwn ? null : there => new OpenedOn(there.Id.Number, opened.Channel).Write(), ct))
            return null;
        return incident;
    }
}
