using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Reviews;

/// <summary>Reviews are scheduled as soon as possible, while it is fresh (seed document 000), and do not let go.</summary>
public static class PostIncidentReview
{
    /// <summary>Opens the review at resolve: the commander owns it, else whoever resolved. One that was settled before a reopening stays so.</summary>
    /// <param name="incident">The incident, just resolved.</param>
    /// <param name="policy">How long it may take.</param>
    /// <param name="by">Who resolved.</param>
    /// <param name="now">When.</param>
    public static Decision Open(Incident incident, ReviewPolicy policy, UserId by, DateTimeOffset now)
    {
        if (incident.Review is { IsOwed: false })
            return Decision.Refuse(new ReviewIsSettled());
        var review = new Review(incident.Commander ?? by, now, now + policy.TimeFor(incident.Severity));
        return Decision.Accept(incident with { Review = review }, new ReviewOpened(review.Owner, review.DueAt, by, now));
    }

    /// <summary>Gives the review to somebody else.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">Who shall own it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision AssignOwner(Incident incident, UserId to, UserId by, DateTimeOffset now) =>
        WhileOwed(incident, review => review.Owner == to
            ? Decision.Refuse(new AlreadyReviewOwner(to))
            : Decision.Accept(
                incident with { Review = review with { Owner = to } },
                new ReviewOwnerChanged(review.Owner, to, by, now)));

    /// <summary>Records that it was held.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="link">Where it can be read.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Complete(Incident incident, string link, UserId by, DateTimeOffset now) =>
        WhileOwed(incident, review => Decision.Accept(
            incident with { Review = review with { End = new ReviewEnd.Done(link) } },
            new ReviewDone(link, by, now)));

    /// <summary>Lets it go, with a reason that stays on the timeline.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Waive(Incident incident, string reason, UserId by, DateTimeOffset now) =>
        WhileOwed(incident, review => Decision.Accept(
            incident with { Review = review with { End = new ReviewEnd.Waived(reason) } },
            new ReviewWaived(reason, by, now)));

    /// <summary>Takes back an owed review because the incident is live again. A settled one is kept: it was held.</summary>
    /// <param name="incident">The incident, just reopened.</param>
    /// <param name="by">Who reopened it.</param>
    /// <param name="now">When.</param>
    public static Decision Withdraw(Incident incident, UserId by, DateTimeOffset now) =>
        WhileOwed(incident, _ => Decision.Accept(incident with { Review = null }, new ReviewWithdrawn(by, now)));

    private static Decision WhileOwed(Incident incident, Func<Review, Decision> then) => incident.Review switch
    {
        null => Decision.Refuse(new NoReviewYet()),
        { IsOwed: false } => Decision.Refuse(new ReviewIsSettled()),
        { } review => then(review),
    };
}
