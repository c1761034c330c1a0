namespace IncidentBot.Domain.Incidents;

/// <summary>The answer of a verb: accepted with what happened, or refused with a reason. Deciding twice costs nothing.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Yes: the incident as it is afterwards, and what happened on the way.</summary>
    /// <param name="After">The incident afterwards, one version on.</param>
    /// <param name="Events">What happened, in order, at least one.</param>
    public sealed record Accepted(Incident After, IReadOnlyList<IncidentEvent> Events) : Decision;

    /// <summary>No, and why. Nothing has changed.</summary>
    /// <param name="Why">The reason; its wording is the view's.</param>
    public sealed record Refused(Refusal Why) : Decision;

    /// <summary>Accepts with one or more events; the version grows by one however many there are, and they are the last word on what they decide.</summary>
    /// <param name="after">The incident afterwards, still carrying its old version.</param>
    /// <param name="events">What happened, in order.</param>
    public static Decision Accept(Incident after, params IReadOnlyList<IncidentEvent> events) =>
        new Accepted(after with { Version = after.Version + 1, LastWords = events.Aggregate(after.LastWords, (words, happened) => words.After(happened)) }, events);

    /// <summary>Refuses.</summary>
    /// <param name="why">The reason.</param>
    public static Decision Refuse(Refusal why) => new Refused(why);

    /// <summary>Goes on with a second verb when this one was accepted; their events become one decision of one version. Where the second is refused, the first stands alone.</summary>
    /// <param name="next">The second verb.</param>
    public Decision Then(Func<Incident, Decision> next)
    {
        if (this is not Accepted first)
            return this;
        return next(first.After) switch
        {
            Accepted second => new Accepted(second.After with { Version = first.After.Version }, [.. first.Events, .. second.Events]),
            _ => this,
        };
    }
}
