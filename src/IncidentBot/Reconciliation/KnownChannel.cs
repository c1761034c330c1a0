using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;

namespace IncidentBot.Reconciliation;

/// <summary>What is stored of the messages a comparison is about: every emoji and pin ever set on them, and their entries.</summary>
internal sealed class KnownChannel(IEnumerable<CaptureRow> captures, IEnumerable<TimelineEntry> entries)
{
    private readonly ILookup<string, CaptureRow> captures = captures.ToLookup(row => row.Ts);
    private readonly Dictionary<string, TimelineEntry> entries = entries.ToDictionary(entry => entry.Source!.Ts);

    /// <summary>The messages, the newest first.</summary>
    public IReadOnlyList<string> Messages { get; } = [.. captures.Select(row => row.Ts).Distinct().OrderDescending(StringComparer.Ordinal)];

    public IEnumerable<CaptureRow> CapturesOf(string ts) => captures[ts];

    public TimelineEntry? EntryOf(string ts) => entries.GetValueOrDefault(ts);

    public CaptureRow? PinOf(string ts) => captures[ts].FirstOrDefault(row => row.Means == CaptureRow.Pin);

    /// <summary>Whether anything could still become of it: what was deleted in Slack cannot change any more.</summary>
    public bool IsAlive(string ts) => EntryOf(ts) is { } entry
        ? !entry.State.HasFlag(EntryState.SourceDeleted)
        : captures[ts].Any(row => row is { IsOn: true, IsRefused: false });

    public static async Task<KnownChannel> LoadAsync(BotDbContext db, IncidentId incident, ChannelReading seen, string channel, CancellationToken ct)
    {
        var held = await db.Captures.MessagesInAsync(incident.Team.Value, channel, incident.Number, RelevantMessages.MostHeld, ct);
        string[] messages = [.. held.Union(seen.Messages.Select(message => message.Ts)).Union(seen.Pins.Select(pin => pin.Ts))];
        return new KnownChannel(
            await db.Captures.OfMessagesAsync(incident.Team.Value, channel, incident.Number, messages, ct),
            await db.Timeline.OfMessagesAsync(incident, channel, messages, ct));
    }
}
