using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Reviews;

/// <summary>A post-incident review that is owed from resolve on, until it is done or waived with a reason.</summary>
/// <param name="Owner">Who sees to it: the commander unless said otherwise.</param>
/// <param name="OpenedAt">When it became owed.</param>
/// <param name="DueAt">When it has to be done.</param>
public sealed record Review(UserId Owner, DateTimeOffset OpenedAt, DateTimeOffset DueAt)
{
    /// <summary>How it ended, or null while it is owed.</summary>
    public ReviewEnd? End { get; init; }

    /// <summary>Whether somebody still owes it.</summary>
    public bool IsOwed => End is null;
}

/// <summary>How a review ended.</summary>
public abstract record ReviewEnd
{
    private ReviewEnd()
    {
    }

    /// <summary>It was held; here is the document.</summary>
    /// <param name="Link">Where it can be read.</param>
    public sealed record Done(string Link) : ReviewEnd;

    /// <summary>It will not be held.</summary>
    /// <param name="Reason">Why, in somebody's words.</param>
    public sealed record Waived(string Reason) : ReviewEnd;
}
