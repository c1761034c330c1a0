using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Messaging;

/// <summary>Says what follows from an entry that was put on a timeline or changed there, whoever did it. Pure; found by scan.</summary>
internal interface IEntryReaction
{
    /// <summary>Whether anything does. Most entries concern nobody, and are many.</summary>
    /// <param name="before">What the entry was about before; null where it is new.</param>
    /// <param name="after">The entry as it is now.</param>
    /// <param name="options">How the bot behaves.</param>
    bool Concerns(EntryKind? before, TimelineEntry after, BotOptions options);

    /// <summary>What follows; null where nothing does after all.</summary>
    /// <param name="incident">The entry's incident.</param>
    /// <param name="after">The entry as it is now.</param>
    /// <param name="options">How the bot behaves.</param>
    Effect? React(Incident incident, TimelineEntry after, BotOptions options);
}
