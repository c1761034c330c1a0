using IncidentBot.Domain.Incidents;
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
        else if (await turn.IsElsewhereAsync(incident, line, usage, ct))
            return null;
        return incident;
    }
}
