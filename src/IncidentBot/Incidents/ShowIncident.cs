using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident #12</c> — the incident's card, for one person, wherever they are; its buttons work there too.</summary>
internal sealed class ShowIncident : ISubcommand
{
    public Usage Usage => new("show", "", Unspoken("Show its card, only to you; `#12` alone does the same"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is { } incident)
            turn.Answer(IncidentCard.Of(incident, await AtHand.OfAsync(await turn.StoreAsync(ct), incident, ct), turn.Options), "shown");
    }
}
