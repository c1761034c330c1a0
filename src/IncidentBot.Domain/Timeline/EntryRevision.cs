using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>A change of an entry, decided and not kept yet; keeping it makes one version.</summary>
/// <param name="After">The entry afterwards, still carrying its old version number.</param>
/// <param name="Change">What the change is.</param>
/// <param name="By">Who made it.</param>
/// <param name="Why">Why, in their words, or empty.</param>
/// <param name="At">When.</param>
public sealed record EntryRevision(TimelineEntry After, EntryChange Change, UserId By, string Why, DateTimeOffset At);
