using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Roles;

/// <summary><c>/incident take</c> — takes command that nobody holds.</summary>
internal sealed class TakeCommand : IncidentSubcommand<bool>
{
    public override Usage Usage => new("take", "", Unspoken("Take command"), Where.InIncident) { Decides = Matter.Command };

    public override Parsed<bool> Parse(string words) => true;

    protected override Task<Refusal?> WhyNotAsync(bool wanted, Incident incident, Turn turn, CancellationToken ct) => turn.WhyNotTakeCommandAsync(ct);

    public override Decision Decide(Incident incident, bool wanted, Turn turn) => Command.Take(incident, turn.By, turn.Now);
}

/// <summary><c>/incident commander @x</c> — says who commands; <c>none</c> leaves it open.</summary>
internal sealed class AssignCommander : IncidentSubcommand<UserId?>
{
    public override Usage Usage => new("commander", "@person|none", Unspoken("Say who commands"), Where.InIncident, "lead") { Decides = Matter.Command };

    public override Parsed<UserId?> Parse(string words)
    {
        if (words.Trim().ToLowerInvariant() is "none" or "nobody")
            return (UserId?)null;
        if (words.Trim().ToLowerInvariant() is "me")
            return Parsed<UserId?>.Bad(Speak("To take command yourself, type `/incident take`."));
        return PeoplesWords.Mentioned(words) is { } user
            ? new UserId(user)
            : Parsed<UserId?>.Bad(Speak("Say who commands by mentioning them: `@name`. `none` leaves it open."));
    }

    protected override UserId? Appoints(UserId? wanted, Turn turn) => wanted;

    public override Decision Decide(Incident incident, UserId? to, Turn turn) => to switch
    {
        null => Command.Leave(incident, turn.By, turn.Now),
        { } person => Command.Assign(incident, person, turn.By, turn.Now, turn.Options.Roles.FirstOrDefault(role => role.IsCommand)?.Does ?? ""),
    };
}

/// <summary><c>/incident ack</c> — I have seen it.</summary>
internal sealed class Acknowledge : IncidentSubcommand<bool>
{
    public override Usage Usage => new("ack", "", Unspoken("Say you have seen it"), Where.InIncident, "acknowledge") { Decides = Matter.Acknowledgement };

    public override Parsed<bool> Parse(string words) => true;

    public override Decision Decide(Incident incident, bool wanted, Turn turn) => Acknowledgement.Give(incident, turn.By, turn.Now);
}

/// <summary><c>unack</c>, typed by the Undo button.</summary>
internal sealed class TakeBackAcknowledgement : IncidentSubcommand<bool>
{
    public override Usage Usage => new("unack", "", Unspoken("Take back the acknowledgement"), Where.InIncident) { Hidden = true, Decides = Matter.Acknowledgement };

    public override Parsed<bool> Parse(string words) => true;

    public override Decision Decide(Incident incident, bool wanted, Turn turn) => Acknowledgement.Withdraw(incident, turn.By, turn.Now);
}
