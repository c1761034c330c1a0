using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Channels;

/// <summary>Something became of an incident's channel. Where Slack does not say who did it, it is <see cref="UserId.Unsaid"/>.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When, by Slack's clock where Slack says it; else when it was found.</param>
public abstract record ChannelEvent(UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It was archived.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record ChannelArchived(UserId By, DateTimeOffset At) : ChannelEvent(By, At);

/// <summary>It can be written to again, if the bot is in it.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record ChannelUnarchived(UserId By, DateTimeOffset At) : ChannelEvent(By, At);

/// <summary>The bot was removed from it.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record BotRemoved(UserId By, DateTimeOffset At) : ChannelEvent(By, At);

/// <summary>Slack shows the bot no such channel any more: it is gone, or private now without the bot. Which, Slack does not say.</summary>
/// <param name="By">The bot, who found it.</param>
/// <param name="At">When it was found.</param>
public sealed record ChannelOutOfSight(UserId By, DateTimeOffset At) : ChannelEvent(By, At);

/// <summary>The bot is in it again.</summary>
/// <param name="OutsideSince">Since when it was not, as far as that was heard.</param>
/// <param name="By">Who brought it back.</param>
/// <param name="At">When.</param>
public sealed record BotBroughtBack(DateTimeOffset? OutsideSince, UserId By, DateTimeOffset At) : ChannelEvent(By, At);

/// <summary>It has another name.</summary>
/// <param name="From">What it was called.</param>
/// <param name="To">What it is called.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record ChannelRenamed(string From, string To, UserId By, DateTimeOffset At) : ChannelEvent(By, At);

/// <summary>It was made private, and the incident with it.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record ChannelMadePrivate(UserId By, DateTimeOffset At) : ChannelEvent(By, At);

/// <summary>It was deleted; the incident goes on without one.</summary>
/// <param name="Name">What it was called, or empty.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record ChannelGone(string Name, UserId By, DateTimeOffset At) : ChannelEvent(By, At);
