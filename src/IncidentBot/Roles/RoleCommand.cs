using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Roles;

/// <summary><c>/incident role</c>, <c>role scribe take</c>, <c>role scribe leave</c>, <c>role scribe @x</c>, <c>role edit</c>.</summary>
internal sealed class RoleCommand : ISubcommand
{
    public static Usage Called => new("role", "[<role> take|leave|@person]", Unspoken("Show who holds which role; take, leave or give one"), Where.InIncident, "roles")
    {
        More = Unspoken("`/incident role edit` opens a form with all of them."),
    };

    public Usage Usage => Called;

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var (word, rest) = CommandLine.SplitFirst(line.Rest);
        if (word.Length == 0)
            turn.Answer(RoleReplies.Board(incident, turn.Options.Roles), "shown");
        else if (word.Equals("edit", StringComparison.OrdinalIgnoreCase))
            turn.OpenForm(RolesForm.Callback, RolesForm.Remember(incident, turn.Options.Roles, turn.Here));
        else if (RoleWords.Find(turn.Options.Roles, word) is { } role)
            await DoAsync(incident, role, rest, turn, ct);
        else if (word.ToLowerInvariant() is "take" or "leave" && RoleWords.Find(turn.Options.Roles, rest) is { } named)
            await DoAsync(incident, named, word, turn, ct);
        else
            turn.NotUnderstood(RoleReplies.WhichRole(turn.Options.Roles), Usage);
    }

    private async Task DoAsync(Incident incident, Role role, string words, Turn turn, CancellationToken ct)
    {
        var (act, whom) = CommandLine.SplitFirst(words);
        if (PeoplesWords.Mentioned(words) is { } person)
        {
            var whyNot = await (role.IsCommand ? turn.WhyNoCommandAsync(new UserId(person), incident, ct) : turn.WhyNoDutyAsync(new UserId(person), incident, ct));
            if (turn.WaitsFor is null)
                turn.Conclude(incident, whyNot is null ? Duties.Give(incident, role, new UserId(person), turn.By, turn.Now) : Decision.Refuse(whyNot));
            return;
        }
        switch (act.ToLowerInvariant(), whom.Length)
        {
            case ("take" or "me", 0):
                var whyNotMe = role.IsCommand ? await turn.WhyNotTakeCommandAsync(ct) : null;
                if (turn.WaitsFor is null)
                    turn.Conclude(incident, whyNotMe is null ? Duties.Take(incident, role, turn.By, turn.Now) : Decision.Refuse(whyNotMe));
                break;
            case ("leave", 0):
                turn.Conclude(incident, Duties.Leave(incident, role, turn.By, turn.By, turn.Now));
                break;
            case ("leave", _) when PeoplesWords.Mentioned(whom) is { } other:
                turn.Conclude(incident, Duties.Leave(incident, role, new UserId(other), turn.By, turn.Now));
                break;
            case ("", _):
                turn.Answer(RoleReplies.Board(incident, turn.Options.Roles), "shown");
                break;
            default:
                turn.NotUnderstood(RoleReplies.DoWhat(role), Usage);
                break;
        }
    }
}
