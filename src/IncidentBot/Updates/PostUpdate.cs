using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Updates;

/// <summary><c>/incident update We rolled back</c> — tells everybody how it stands; without words a form asks for its three parts.</summary>
internal sealed class PostUpdate : ISubcommand
{
    public static Usage Called => new("update", "[text]", Unspoken("Tell everybody how it stands; without a text a form opens"), Where.InIncident)
    {
        More = Unspoken("The form begins with what was said last. On it you can also correct the last update without telling everybody again."),
    };

    public Usage Usage => Called;

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (line.Rest.Length == 0)
            turn.OpenForm(UpdateForm.Callback, OpenedOn.Remember(incident, turn.Here));
        else
            turn.Conclude(incident, Domain.Updates.Updates.Post(incident, PeoplesWords.Harmless(line.Rest), turn.By, turn.Now));
    }
}
