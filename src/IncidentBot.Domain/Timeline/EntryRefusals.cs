using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>The incident itself wrote that line as it happened; it can be hidden, and nothing in it can be changed.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record FactsStayAsTheyAre(int Entry) : Refusal;

/// <summary>The entry has that already.</summary>
/// <param name="Entry">The entry's number.</param>
/// <param name="Change">What would have been changed.</param>
public sealed record NothingToChange(int Entry, EntryChange Change) : Refusal;

/// <summary>Nobody hid it: it is off the timeline because its emoji and pins were taken back.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record WithdrawnNotHidden(int Entry) : Refusal;

/// <summary>An entry needs words.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record EntryTextMissing(int Entry) : Refusal;
