using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Reviews;

/// <summary><c>unsettle</c>, typed by the Undo button: the review was not done or waived after all.</summary>
internal sealed class Unsettle : IncidentSubcommand<bool>
{
    public override Usage Usage => new("unsettle", "", Unspoken("Take back that the review is settled"), Where.InIncident) { Hidden = true };

    public override Parsed<bool> Parse(string words) => true;

    public override Decision Decide(Incident incident, bool wanted, Turn turn) => PostIncidentReview.Resume(incident, turn.By, turn.Now);
}
