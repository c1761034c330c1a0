using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;

namespace IncidentBot.Incidents;

/// <summary>What is ruled out stands on the card, until it is not ruled out any more.</summary>
internal sealed class DeadEndReaction : IEntryReaction
{
    public bool Concerns(EntryKind? before, TimelineEntry after, BotOptions options) => before == EntryKind.DeadEnd || after.Kind == EntryKind.DeadEnd;

    public Effect? React(Incident incident, TimelineEntry after, BotOptions options) => incident.Channel is not null ? RefreshCard.Of(incident) : null;
}
