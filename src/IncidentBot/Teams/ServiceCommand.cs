using IncidentBot.Domain.Teams;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Teams;

/// <summary><c>/incident affects checkout</c> — names what is affected; whoever answers for it is told. <c>not checkout</c> takes it back.</summary>
internal sealed class ServiceCommand : ISubcommand
{
    public Usage Usage => new("service", "[not] <name>", Unspoken("Name a service as affected; its team is told"), Where.InIncident, "affects")
    {
        More = Unspoken("Several at once with commas. `/incident teams` shows which there are."),
    };

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => Naming.RunAsync(
        line,
        Usage,
        turn.Options.Teams.Service,
        (incident, service, isNot) => isNot
            ? Involvement.Clear(incident, service, turn.Options.Teams, turn.By, turn.Now)
            : Involvement.Affect(incident, service, turn.Options.Teams.OwnerOf(service), turn.By, turn.Now),
        said => TeamsReply.UnknownService(turn.Options.Teams, said),
        turn,
        ct);
}

/// <summary><c>/incident team payments</c> — names a team as involved and tells it. <c>not payments</c> takes it back.</summary>
internal sealed class TeamCommand : ISubcommand
{
    public Usage Usage => new("team", "[not] <name>", Unspoken("Name a team as involved, and tell it"), Where.InIncident, "involve")
    {
        More = Unspoken("By its name, its Slack group or its channel; several at once with commas. `/incident teams` shows which there are."),
    };

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) => Naming.RunAsync(
        line,
        Usage,
        said => Naming.Mentioned(said, turn.Options.Teams) ?? turn.Options.Teams.Team(said),
        (incident, team, isNot) => isNot
            ? Involvement.Leave(incident, team, turn.By, turn.Now)
            : Involvement.Involve(incident, team, null, turn.By, turn.Now),
        said => TeamsReply.UnknownTeam(turn.Options.Teams, said),
        turn,
        ct);
}
