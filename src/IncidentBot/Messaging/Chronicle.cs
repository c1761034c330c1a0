using System.Security.Cryptography;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>
/// The one way to write on a timeline: whatever is recorded or changed makes exactly one version, in the same transaction,
/// under the next sequence number of its incident. Numbers come from the incident's row, so that new entries and versions
/// need no round trip each and are inserted together.
/// </summary>
internal sealed class Chronicle(BotDbContext db, DueCheckpoints checkpoints)
{
    private readonly List<TimelineRow> entries = [];
    private readonly List<EntryVersionRow> versions = [];

    /// <summary>Puts a new entry on the timeline and hands out its number.</summary>
    public TimelineEntry Record(IncidentRow incident, TimelineEntry entry, string why = "")
    {
        var recorded = entry with { Number = ++incident.LastEntry, Version = 1 };
        entries.Add(TimelineRow.From(recorded));
        Keep(incident, recorded, EntryVersion.Of(recorded, EntryChange.Recorded, recorded.RecordedBy, why, recorded.RecordedAt));
        return recorded;
    }

    /// <summary>Keeps an entry as a change left it.</summary>
    /// <returns>What it was about before.</returns>
    public async Task<EntryKind> ReviseAsync(IncidentRow incident, EntryRevision revision, CancellationToken ct)
    {
        var row = await FindAsync(revision.After.Incident, revision.After.Number, ct)
            ?? throw new InvalidOperationException("An entry was changed that is not there.");
        var revised = revision.After with { Version = row.Version + 1 };
        var before = row.Kind;
        row.Take(revised);
        Keep(incident, revised, EntryVersion.Of(revised, revision.Change, revision.By, revision.Why, revision.At));
        return before;
    }

    /// <summary>Remembers when a message was last edited where its words stayed the same: nothing anybody sees changes, so it makes no version.</summary>
    public async Task RememberEditAsync(IncidentId incident, int entry, DateTimeOffset editedAt, CancellationToken ct)
    {
        if (await FindAsync(incident, entry, ct) is { } row)
            row.SourceEditedAt = editedAt;
    }

    /// <summary>Takes an entry's words away, in it and in every version before; that they were is kept as one version more.</summary>
    /// <returns>What was there.</returns>
    public async Task<ForgottenWords> RedactAsync(IncidentRow incident, EntryRevision redaction, CancellationToken ct)
    {
        await FlushAsync(ct);
        var words = await db.TimelineVersions.ForgetWordsAsync(redaction.After.Incident, redaction.After.Number, ct);
        await ReviseAsync(incident, redaction, ct);
        return words;
    }

    /// <summary>The entry with that number, with what this transaction did to it.</summary>
    public async Task<TimelineEntry?> EntryAsync(IncidentId incident, int entry, CancellationToken ct) => (await FindAsync(incident, entry, ct))?.ToDomain();

    /// <summary>The entry for that very message, with what this transaction did to it, whatever became of it since.</summary>
    public async Task<TimelineEntry?> EntryOfAsync(IncidentId incident, string channel, string ts, CancellationToken ct)
    {
        await FlushAsync(ct);
        return (await db.Timeline.OfMessageAsync(incident, channel, ts, ct))?.ToDomain();
    }

    /// <summary>Puts what was recorded into the transaction.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await db.InsertAsync(entries, ct);
        entries.Clear();
        await db.InsertAsync(versions, ct);
        versions.Clear();
    }

    private async Task<TimelineRow?> FindAsync(IncidentId incident, int entry, CancellationToken ct)
    {
        await FlushAsync(ct);
        return await db.Timeline.FindAsync([incident.Team.Value, incident.Number, entry], ct);
    }

    /// <summary>Ties the version to all before it; the incident's row carries the head, so nothing need be read for it.</summary>
    private void Keep(IncidentRow incident, TimelineEntry entry, EntryVersion version)
    {
        checkpoints.Moved(incident);
        var previous = incident.ChainHead is { Length: > 0 } head ? head : EntryChain.Start(version.Incident);
        var tied = ChainedVersion.Tie(
            version with { Sequence = ++incident.LastSequence }, EntryOrigin.Of(entry), RandomNumberGenerator.GetBytes(EntryChain.SaltLength), previous);
        incident.ChainHead = [.. tied.Link];
        versions.Add(EntryVersionRow.From(tied));
    }
}
