using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>Command, held out to somebody. Until they accept, whoever commands goes on commanding.</summary>
/// <param name="To">To whom.</param>
/// <param name="By">Who offers it; the bot, where a group is asked in turn.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">From then on it can be accepted no more.</param>
public sealed record CommandOffer(UserId To, UserId By, DateTimeOffset At, DateTimeOffset Until);

/// <summary>How an offer of command ended without being accepted.</summary>
public enum OfferEnd
{
    /// <summary>Whoever it was made to said no.</summary>
    Passed = 0,

    /// <summary>Whoever made it took it back.</summary>
    Withdrawn = 1,

    /// <summary>Nobody answered in time.</summary>
    Expired = 2,

    /// <summary>The incident turned out to be another one, and goes on as that.</summary>
    Merged = 3,

    /// <summary>The incident was resolved or declined.</summary>
    Over = 4,
}

/// <summary>Command was offered to somebody.</summary>
/// <param name="To">To whom.</param>
/// <param name="Until">Until when it stands.</param>
/// <param name="By">Who offered it.</param>
/// <param name="At">When.</param>
public sealed record CommandOffered(UserId To, DateTimeOffset Until, UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>Whom it was offered to until then, if anybody: that offer is void.</summary>
    public UserId? Instead { get; init; }
}

/// <summary>An offer of command ended, and was not accepted.</summary>
/// <param name="To">To whom it was made.</param>
/// <param name="How">How it ended.</param>
/// <param name="Commander">Who commands all the same, if anybody.</param>
/// <param name="By">Who ended it.</param>
/// <param name="At">When.</param>
public sealed record CommandOfferEnded(UserId To, OfferEnd How, UserId? Commander, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is offered to that person already.</summary>
/// <param name="To">The person.</param>
/// <param name="Until">Until when.</param>
public sealed record OfferedAlready(UserId To, DateTimeOffset Until) : Refusal;

/// <summary>No offer of command is open: it was accepted, passed on or came to its end.</summary>
public sealed record NoOfferOpen : Refusal;

/// <summary>The offer is made to somebody else.</summary>
/// <param name="To">To whom.</param>
public sealed record OfferIsForAnother(UserId To) : Refusal;
