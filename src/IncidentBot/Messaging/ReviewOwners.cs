using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;

namespace IncidentBot.Messaging;

/// <summary>Finds who can own a review: nobody whose account is closed owes anything.</summary>
internal static class ReviewOwners
{
    /// <summary>Who owns the review that opens when the incident goes there; null where none opens. While Slack has not said who somebody is the answer counts for nothing: the turn waits.</summary>
    public static async Task<UserId?> AtAsync(IncidentStatus to, Incident incident, Turn turn, CancellationToken ct) =>
        to.Phase is IncidentPhase.Resolved or IncidentPhase.Closed && !incident.IsOver && incident.Review is null ? await OfAsync(incident, turn, ct) : null;

    /// <summary>The first who can; whoever asks can, and comes last. While Slack has not said who somebody is the turn waits and is run again.</summary>
    public static async Task<UserId?> OfAsync(Incident incident, Turn turn, CancellationToken ct)
    {
        foreach (var owner in PostIncidentReview.Owners(incident))
        {
            if (owner == turn.By || await turn.WhyNoDutyAsync(owner, null, ct) is null)
                return owner;
        }
        return turn.By;
    }
}
