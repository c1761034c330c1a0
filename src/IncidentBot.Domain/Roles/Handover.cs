using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>Handing command over: offered in the open, accepted by a person. Nobody is relieved before somebody else has said yes.</summary>
public static class Handover
{
    /// <summary>Offers command. An offer to another person is void from then on; offered to oneself it is taken.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">To whom.</param>
    /// <param name="openFor">How long it can be accepted.</param>
    /// <param name="by">Who offers it.</param>
    /// <param name="now">When.</param>
    public static Decision Offer(Incident incident, UserId to, TimeSpan openFor, UserId by, DateTimeOffset now)
    {
        if (to == by)
            return Command.Take(incident, by, now);
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        if (incident.Commander == to)
            return Decision.Refuse(new AlreadyCommander(to));
        var before = incident.OfferAt(now);
        if (before?.To == to)
            return Decision.Refuse(new OfferedAlready(to, before.Until));
        return Decision.Accept(
            incident with { Offer = new CommandOffer(to, by, now, now + openFor) },
            new CommandOffered(to, now + openFor, by, now) { Instead = before?.To });
    }

    /// <summary>Accepts it: from now on they command.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who accepts.</param>
    /// <param name="now">When.</param>
    public static Decision Accept(Incident incident, UserId by, DateTimeOffset now)
    {
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        return incident.OfferAt(now) switch
        {
            null => Decision.Refuse(new NoOfferOpen()),
            { To: var to } when to != by => Decision.Refuse(new OfferIsForAnother(to)),
            _ => Command.Assign(incident, by, by, now),
        };
    }

    /// <summary>Says no to it; whoever made it takes it back.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who says no.</param>
    /// <param name="now">When.</param>
    public static Decision Pass(Incident incident, UserId by, DateTimeOffset now) => incident.OfferAt(now) switch
    {
        null => Decision.Refuse(new NoOfferOpen()),
        { To: var to } when to == by => End(incident, OfferEnd.Passed, by, now),
        { By: var offered } when offered == by => End(incident, OfferEnd.Withdrawn, by, now),
        { To: var to } => Decision.Refuse(new OfferIsForAnother(to)),
    };

    /// <summary>Ends it where nobody answered in time.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">The bot.</param>
    /// <param name="now">When.</param>
    public static Decision Expire(Incident incident, UserId by, DateTimeOffset now) =>
        incident is { IsOver: false, Offer: { } offer } && offer.Until <= now
            ? End(incident, OfferEnd.Expired, by, now)
            : Decision.Refuse(new NoOfferOpen());

    /// <summary>Ends it because the incident turned out to be another one: nobody commands there by it.</summary>
    /// <param name="over">The incident, merged.</param>
    /// <param name="open">The offer that was open; null where none was.</param>
    /// <param name="by">Who merged it.</param>
    /// <param name="now">When.</param>
    public static Decision EndByMerge(Incident over, CommandOffer? open, UserId by, DateTimeOffset now) => EndWith(over, open, OfferEnd.Merged, by, now);

    /// <summary>Ends it because the incident is over: there is nothing to command any more.</summary>
    /// <param name="over">The incident, resolved or declined.</param>
    /// <param name="open">The offer that was open; null where none was.</param>
    /// <param name="by">Who ended the incident.</param>
    /// <param name="now">When.</param>
    public static Decision EndByEnd(Incident over, CommandOffer? open, UserId by, DateTimeOffset now) => EndWith(over, open, OfferEnd.Over, by, now);

    /// <summary>When an open offer comes to its end; null where none is open.</summary>
    /// <param name="incident">The incident.</param>
    public static DateTimeOffset? EndsAt(Incident incident) => incident.IsOver ? null : incident.Offer?.Until;

    private static CommandOffer? OfferAt(this Incident incident, DateTimeOffset now) => incident.Offer is { } offer && now < offer.Until ? offer : null;

    private static Decision EndWith(Incident over, CommandOffer? open, OfferEnd how, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(over);
        return open is null
            ? Decision.Refuse(new NoOfferOpen())
            : Decision.Accept(over with { Offer = null }, new CommandOfferEnded(open.To, how, over.Commander, by, now));
    }

    private static Decision End(Incident incident, OfferEnd how, UserId by, DateTimeOffset now) => Decision.Accept(
        incident with { Offer = null },
        new CommandOfferEnded(incident.Offer!.To, how, incident.Commander, by, now));
}
