using System.Text.Json;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Messaging;

/// <summary>What a form about one incident remembers: which, and where it was opened, for Slack does not say so with the answer.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Channel">The channel it was opened in; null where it was none.</param>
/// <param name="Saw">What the person saw when it was opened, where the answer is about that and nothing else.</param>
internal sealed record OpenedOn(int Number, string? Channel, string? Saw = null)
{
    public static string Remember(Incident incident, ChannelId? openedIn) => new OpenedOn(incident.Id.Number, openedIn?.Value).Write();

    /// <exception cref="FormatException">It remembers nothing.</exception>
    public static OpenedOn Read(string remembered) =>
        JsonSerializer.Deserialize<OpenedOn>(remembered) ?? throw new FormatException("A form of an incident that remembers nothing.");

    public string Write() => JsonSerializer.Serialize(this);
}
