using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;

namespace IncidentBot.Incidents;

/// <summary>What is ruled out stands on the card, until it is not ruled out any more.</summary>
internal sealed class DeadEndReaction : IEntryReaction
{
    public Effect? React(EntryKind? before, TimelineEntry after, Incident incident) =>
        (before == EntryKind.DeadEnd || after.Kind == EntryKind.DeadEnd) && incident.Channel is not null ? RefreshCard.Of(incident) : null;
}
