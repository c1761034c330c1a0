using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;

namespace IncidentBot.Reconciliation;

/// <summary>
/// What is stored of the messages a comparison is about: every emoji and pin ever set on them, and their entries. What was marked while the incident was merged stands with
/// another one and is known all the same: of the same mark here and there the one that is on counts here, else the later word.
/// </summary>
internal sealed class KnownChannel(int number, IEnumerable<CaptureRow> captures, IEnumerable<TimelineEntry> entries)
{
    private readonly ILookup<string, CaptureRow> captures = captures
        .GroupBy(row => (row.Ts, row.Means, row.Holder))
        .Select(same => same.FirstOrDefault(row => row.Number == number && row.IsOn) ?? same.MaxBy(row => row.ChangedAt)!)
        .OrderBy(row => row.ChangedAt).ToLookup(row => row.Ts);

    private readonly Dictionary<string, TimelineEntry> entries = entries
        .GroupBy(entry => entry.Source!.Ts).ToDictionary(same => same.Key, same => same.FirstOrDefault(entry => entry.Incident.Number == number) ?? same.First());

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
        var captures = await db.Captures.OfMessagesAsync(incident.Team.Value, channel, incident.Number, messages, ct);
        int[] holding = [.. captures.Select(row => row.Number).Append(incident.Number).Distinct()];
        return new KnownChannel(incident.Number, captures, await db.Timeline.OfMessagesAsync(incident.Team.Value, holding, channel, messages, ct));
    }
}
