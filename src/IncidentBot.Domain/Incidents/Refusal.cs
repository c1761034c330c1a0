namespace IncidentBot.Domain.Incidents;

/// <summary>Why something was not done. Each kind is a reason people can act on; the words are the view's.</summary>
public abstract record Refusal;

/// <summary>It goes on no more; it has to be reopened first.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record IncidentIsOver(IncidentStatus Status) : Refusal;

/// <summary>It is live; there is nothing to reopen.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record IncidentIsLive(IncidentStatus Status) : Refusal;

/// <summary>It already has that severity.</summary>
/// <param name="Severity">The severity it has.</param>
public sealed record AlreadyAtSeverity(Severity Severity) : Refusal;

/// <summary>It already stands there.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record AlreadyAtStatus(IncidentStatus Status) : Refusal;

/// <summary>It becomes merged by being merged into another one, not by a word.</summary>
public sealed record MergedOnlyIntoAnother : Refusal;

/// <summary>That person commands it already.</summary>
/// <param name="Commander">Who commands.</param>
public sealed record AlreadyCommander(UserId Commander) : Refusal;

/// <summary>Somebody else commands it; command is taken only when it is free, else it is assigned by name.</summary>
/// <param name="Commander">Who commands.</param>
public sealed record SomebodyElseCommands(UserId Commander) : Refusal;

/// <summary>That user is a program; duties are people's.</summary>
/// <param name="User">The program.</param>
public sealed record ProgramsHoldNoDuty(UserId User) : Refusal;

/// <summary>Somebody from outside the workspace cannot command, as configured.</summary>
/// <param name="User">Who.</param>
public sealed record ExternalsDoNotCommand(UserId User) : Refusal;

/// <summary>Who has a duty sees the channel, and somebody from outside the workspace is not let into a private one by that.</summary>
/// <param name="User">Who.</param>
public sealed record ExternalsAreNotLetIn(UserId User) : Refusal;

/// <summary>Slack does not know that user, or their account is closed.</summary>
/// <param name="User">The user named.</param>
public sealed record NobodyByThatName(UserId User) : Refusal;

/// <summary>Nobody commands it, so nobody can step down.</summary>
public sealed record NobodyCommands : Refusal;

/// <summary>No commander is sought: somebody commands, it is over, or it is not time yet to ask or tell people.</summary>
public sealed record CommandIsNotSought : Refusal;

/// <summary>Somebody has acknowledged it already.</summary>
/// <param name="By">Who was first.</param>
public sealed record AlreadyAcknowledged(UserId By) : Refusal;

/// <summary>Nobody has acknowledged it.</summary>
public sealed record NotAcknowledged : Refusal;

/// <summary>It changed since; undoing now would undo somebody else's doing.</summary>
public sealed record ChangedSince : Refusal;

/// <summary>It owes no review: it was never resolved.</summary>
public sealed record NoReviewYet : Refusal;

/// <summary>It is only practised; what was learned is said at its end.</summary>
public sealed record DrillsOweNoReview : Refusal;

/// <summary>Its review is done or waived already.</summary>
public sealed record ReviewIsSettled : Refusal;

/// <summary>Its review is owed already; another one is opened only after this one.</summary>
/// <param name="Owner">Who owes it.</param>
public sealed record ReviewIsOwed(UserId Owner) : Refusal;

/// <summary>It is not resolved; a review is held of what was one and is over.</summary>
public sealed record ReviewComesWithResolve : Refusal;

/// <summary>Its review is due at that time already.</summary>
/// <param name="DueAt">When it is due.</param>
public sealed record ReviewDueThen(DateTimeOffset DueAt) : Refusal;

/// <summary>That person owns the review already.</summary>
/// <param name="Owner">Who owns it.</param>
public sealed record AlreadyReviewOwner(UserId Owner) : Refusal;

/// <summary>The title is empty.</summary>
public sealed record TitleMissing : Refusal;

/// <summary>The title is longer than <see cref="Declaration.LongestTitle"/> characters.</summary>
/// <param name="Length">How long it is, in characters as people count them.</param>
public sealed record TitleTooLong(int Length) : Refusal;
