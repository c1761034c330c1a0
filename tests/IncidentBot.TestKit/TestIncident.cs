namespace IncidentBot.TestKit;

/// <summary>An incident as people find it in Slack.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Channel">Its channel's id.</param>
/// <param name="Card">The card's ts in that channel.</param>
internal sealed record TestIncident(int Number, string Channel, string Card);
