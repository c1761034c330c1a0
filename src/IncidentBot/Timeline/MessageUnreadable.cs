using IncidentBot.Messaging;

namespace IncidentBot.Timeline;

/// <summary>That very message could not be read. No neighbour takes its place.</summary>
[StoredAs("message-unreadable")]
internal sealed record MessageUnreadable(int Number, string Channel, string Ts, string Reason) : Fact;
