using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Reviews;

/// <summary>Reviews are scheduled as soon as possible, while it is fresh (seed document 000), and do not let go.</summary>
public static class PostIncidentReview
{
    /// <summary>Who should own the review, the first first: whoever was named before, then the commander. Whoever resolves comes last.</summary>
    /// <param name="incident">The incident.</param>
    public static IReadOnlyList<UserId> Owners(Incident incident) =>
        [.. new[] { incident.NamedReviewOwner, incident.Commander }.OfType<UserId>().Distinct()];

    /// <summary>Opens the review at resolve. One that was settled before a reopening stays so.</summary>
    /// <param name="incident">The incident, just resolved.</param>
    /// <param name="policy">How long it may take.</param>
    /// <param name="by">Who resolved.</param>
    /// <param name="now">When.</param>
    /// <param name="owner">Who owns it; when nobody is said, the first of <see cref="Owners"/>, else whoever resolved.</param>
    public static Decision Open(Incident incident, ReviewPolicy policy, UserId by, DateTimeOffset now, UserId? owner = null)
    {
        if (incident.IsDrill)
            return Decision.Refuse(new DrillsOweNoReview());
        if (incident.Review is { IsOwed: false })
            return Decision.Refuse(new ReviewIsSettled());
        var review = new Review(owner ?? (Owners(incident) is [var first, ..] ? first : by), now, policy.DueAfter(now, incident.Severity));
        return Decision.Accept(incident with { Review = review }, new ReviewOpened(review.Owner, review.DueAt, by, now));
    }

    /// <summary>Opens another review after the last one was settled: it happened again, or the first one looked at something else.</summary>
    /// <param name="incident">The incident, resolved or closed.</param>
    /// <param name="policy">How long it may take.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="now">When.</param>
    /// <param name="owner">As for <see cref="Open"/>.</param>
    public static Decision Again(Incident incident, ReviewPolicy policy, UserId by, DateTimeOffset now, UserId? owner = null) => incident switch
    {
        { Review: null } => Decision.Refuse(new NoReviewYet()),
        { Review: { IsOwed: true } owed } => Decision.Refuse(new ReviewIsOwed(owed.Owner)),
        { ResolvedAt: null } => Decision.Refuse(new ReviewComesWithResolve()),
        _ => Open(incident with { Review = null }, policy, by, now, owner),
    };

    /// <summary>Takes back that it was done or waived: it is owed as before, by the same person and by the same time.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Resume(Incident incident, UserId by, DateTimeOffset now) => incident.Review switch
    {
        null => Decision.Refuse(new NoReviewYet()),
        { IsOwed: true } owed => Decision.Refuse(new ReviewIsOwed(owed.Owner)),
        _ when incident.ResolvedAt is null => Decision.Refuse(new ReviewComesWithResolve()),
        { } review => Decision.Accept(incident with { Review = review with { End = null } }, new ReviewResumed(review.Owner, by, now)),
    };

    /// <summary>Gives it the time of the severity the incident has now, counted from when it was opened.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">How long it may take.</param>
    /// <param name="by">Who changed the severity.</param>
    /// <param name="now">When.</param>
    public static Decision Reschedule(Incident incident, ReviewPolicy policy, UserId by, DateTimeOffset now) =>
        WhileOwed(incident, review => policy.DueAfter(review.OpenedAt, incident.Severity) is var due && due == review.DueAt
            ? Decision.Refuse(new ReviewDueThen(due))
            : Decision.Accept(incident with { Review = review with { DueAt = due } }, new ReviewDueMoved(review.DueAt, due, by, now)));

    /// <summary>Gives the review to somebody else.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">Who shall own it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision AssignOwner(Incident incident, UserId to, UserId by, DateTimeOffset now) =>
        WhileOwed(incident, review => review.Owner == to
            ? Decision.Refuse(new AlreadyReviewOwner(to))
            : Decision.Accept(
                incident with { Review = review with { Owner = to }, NamedReviewOwner = to },
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
