using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Messaging;

/// <summary>Says what follows from an entry that was put on a timeline or changed there, whoever did it. Pure; found by scan.</summary>
internal interface IEntryReaction
{
    /// <param name="before">What the entry was about before; null where it is new.</param>
    /// <param name="after">The entry as it is now.</param>
    /// <param name="incident">Its incident.</param>
    Effect? React(EntryKind? before, TimelineEntry after, Incident incident);
}
