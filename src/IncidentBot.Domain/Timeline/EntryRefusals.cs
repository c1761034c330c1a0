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

/// <summary>Its message was deleted in Slack, so its line says only that; other words would not be seen.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record MessageDeletedSaysOnlyThat(int Entry) : Refusal;

/// <summary>An entry needs words.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record EntryTextMissing(int Entry) : Refusal;

/// <summary>The incident itself wrote that line, and nobody's words are in it.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record NoWordsToRedact(int Entry) : Refusal;

/// <summary>Its words are gone already.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record AlreadyRedacted(int Entry) : Refusal;

/// <summary>Its words are gone for ever; no others take their place.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record RedactedStaysRedacted(int Entry) : Refusal;

/// <summary>The reason is too long.</summary>
/// <param name="Length">How many characters it has.</param>
public sealed record RedactionReasonTooLong(int Length) : Refusal;

/// <summary>The entry was changed after the correction somebody would take back, or that cannot be taken back.</summary>
/// <param name="Entry">The entry's number.</param>
public sealed record EntryCorrectedSince(int Entry) : Refusal;

/// <summary>The entry was changed after somebody had asked to redact it, and before they confirmed.</summary>
/// <param name="Entry">The entry's number.</param>
/// <param name="Reason">Why it was to be redacted.</param>
public sealed record EntryChangedSince(int Entry, string Reason) : Refusal;

/// <summary>The reason for a redaction says again what is to be forgotten.</summary>
/// <param name="Entry">The entry.</param>
public sealed record ReasonRepeatsWords(int Entry) : Refusal;
