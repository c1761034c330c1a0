using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;

namespace IncidentBot.Roles;

/// <summary>Whoever is given a role or offered command must be able to see the channel, and hears of it unless they did it themselves.</summary>
internal sealed class RoleReactions : IReaction
{
    public IEnumerable<Effect> React(IncidentEvent happened, Incident after)
    {
        if (happened is RoleGiven given && given.To != given.By)
            yield return Unwritten.For(given.To.Value, () => new DirectMessage(given.To.Value, RoleReplies.Given(after, given)));
        if (happened is CommandOffered offered)
            yield return Unwritten.For(offered.To.Value, () => new DirectMessage(offered.To.Value, HandoverReplies.Offered(after, offered)));
        var comes = happened switch
        {
            RoleGiven e => e.To,
            CommandOffered e => e.To,
            _ => default(UserId?),
        };
        if (comes is { } person && after.Channel is { } channel)
            yield return new Invite(channel.Value, person.Value);
    }
}
