using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>unedit 12 3</c>, typed by <i>Undo</i>: takes back what made version 3 of entry 12, as long as that is its last one.</summary>
internal sealed class UndoEdit : ISubcommand
{
    public Usage Usage => new("unedit", "<entry> <version>", Unspoken("Take a correction back"), Where.InIncident) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (number, version) = CommandLine.SplitFirst(line.Rest);
        if (await turn.EntryAsync(line, number, Usage, ct) is var (incident, entry))
            await Correcting.ConcludeAsync(incident, entry, await DecideAsync(incident, entry, version, turn, ct), turn, ct);
    }

    private static async Task<EntryDecision> DecideAsync(Incident incident, TimelineEntry entry, string version, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return await db.TimelineVersions.OfEntryAsync(incident.Id, entry.Number, most: 2, ct) is [var before, var undone]
            && version == undone.Number.ToString(CultureInfo.InvariantCulture)
            ? new Correction(turn.By, "", turn.Now).Undo(entry, undone.Change, before, await db.TimelineVersions.IsKindChosenAsync(incident.Id, entry.Number, ct, before.Number))
            : new EntryDecision.Refused(new EntryCorrectedSince(entry.Number));
    }
}
