using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Teams;

/// <summary><c>/incident teams</c> — who answers for what; in an incident also who is involved, with menus to name others.</summary>
internal sealed class TeamsCommand : ISubcommand
{
    public Usage Usage => new("teams", "", Unspoken("Show who answers for what, and name what is affected"), Where.Anywhere, "services");

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) =>
        turn.Answer(TeamsReply.Of(turn.Options.Teams, await turn.FindIncidentAsync(line.Number, ct)), "shown");
}
