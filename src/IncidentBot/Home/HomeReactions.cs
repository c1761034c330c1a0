using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;

namespace IncidentBot.Home;

/// <summary>Whatever changes what stands on somebody's Home tab shows it to them anew.</summary>
internal sealed class HomeReactions : IReaction
{
    /// <summary>More people than these do not see at once that somebody else's incident moved; they see it when they look.</summary>
    private const int Most = 10;

    public IEnumerable<Effect> React(IncidentEvent happened, Incident after) =>
        Concerned(happened, after).OfType<UserId>().Distinct().Take(Most).Select(user => new PublishHome(user.Value));

    private static IEnumerable<UserId?> Concerned(IncidentEvent happened, Incident after) => happened switch
    {
        TaskOwnerChanged e => [e.Task.Owner, e.From],
        TaskEvent e => [e.Task.Owner],
        CommanderChanged e => [e.From, .. Answering(after)],
        Domain.Reviews.ReviewOwnerChanged e => [e.From, .. Answering(after)],
        Domain.Updates.UpdatePosted or Domain.Updates.UpdateCorrected or Domain.Updates.UpdateAudienceCorrected or IncidentAcknowledged or AcknowledgementWithdrawn or Domain.Channels.ChannelEvent => [],
        _ => Answering(after),
    };

    private static IEnumerable<UserId?> Answering(Incident incident) =>
        [incident.Reporter, incident.Commander, incident.Review?.Owner, .. incident.Roles.All.Select(holder => (UserId?)holder.User)];
}
