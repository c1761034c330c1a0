using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Updates;
using IncidentBot.Storage;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>
/// The transaction several turns share. Each turn sees what the ones before it did; together they reach the disk in one
/// commit, or none of them does and they are run again one by one.
/// </summary>
internal sealed class TurnBatch(
    BotDbContext db, WorkspaceRow workspace, IReadOnlyList<IReaction> reactions, IReadOnlyList<IEntryReaction> entryReactions, IReadOnlyList<IIncidentReminder> reminders, BotOptions options, DateTimeOffset now)
{
    private readonly DueCheckpoints checkpoints = new(db, options.CheckpointEvery, now);
    private readonly Dictionary<int, IncidentRow> byNumber = [];
    private readonly Dictionary<string, IncidentRow?> byChannel = [];
    private readonly HashSet<string> coalesced = [];
    private readonly List<OutboxRow> effects = [];
    private readonly List<WordTraces> traces = [];
    private readonly List<CopyFile> toCopy = [];
    private readonly List<(Effect Effect, int Number)> followUps = [];
    private Chronicle? chronicle;
    private TaskKeeping? tasks;

    /// <summary>What this transaction is to be reminded of.</summary>
    public DueReminders Reminders { get; } = new(db, workspace.TeamId, reminders, options, now);

    /// <summary>In which language people read.</summary>
    public Readers Readers { get; } = new(db, workspace.TeamId, options.Language);

    public BotDbContext Db => db;

    private TaskKeeping Kept => tasks ??= new TaskKeeping(db, Reminders, options.Tasks, now);

    private Chronicle Chronicle => chronicle ??= new Chronicle(db, checkpoints);

    public WorkspaceRow Workspace => workspace;

    public BotOptions Options => options;

    public DateTimeOffset Now => now;

    public bool OwesSomething { get; private set; }

    /// <summary>Moments at which something becomes due; the clock is told after the commit.</summary>
    public List<DateTimeOffset> DueMoments => Reminders.Moments;

    /// <summary>Puts everything so far into the transaction; what is read afterwards shows it.</summary>
    public async Task<BotDbContext> SaveAsync(CancellationToken ct)
    {
        DueMoments.AddRange(await checkpoints.SetAsync(ct));
        foreach (var copy in toCopy)
            await OweAsync(copy, copy.Number, null, ct);
        toCopy.Clear();
        foreach (var (effect, number) in followUps)
            await OweAsync(effect, number, null, ct);
        followUps.Clear();
        await db.SaveChangesAsync(ct);
        await Chronicle.FlushAsync(ct);
        await db.OweAsync(effects, now, ct);
        effects.Clear();
        return db;
    }

    /// <summary>Reads the incidents of these channels in one go, where there are several, and how these people read: the turns to come ask for each.</summary>
    public async Task LookAheadAsync(string[] channels, string[] people, CancellationToken ct)
    {
        await Readers.LookAheadAsync(people, ct);
        if (channels.Length < 2)
            return;
        foreach (var channel in channels)
            byChannel[channel] = null;
        foreach (var row in await db.Incidents.InChannelsAsync(workspace.TeamId, channels, ct))
            byChannel[row.ChannelId!] = byNumber[row.Number] = row;
    }

    public async Task<Incident?> InChannelAsync(string channel, CancellationToken ct) => (await RowInChannelAsync(channel, ct))?.ToDomain();

    private async Task<IncidentRow?> RowInChannelAsync(string channel, CancellationToken ct)
    {
        if (!byChannel.TryGetValue(channel, out var row))
        {
            row = await db.Incidents.InChannelAsync(workspace.TeamId, channel, ct);
            // The database may not know yet that a turn before this one took the channel from it.
            if (row?.ChannelId != channel)
                row = null;
            byChannel[channel] = row;
            if (row is not null)
                byNumber[row.Number] = row;
        }
        return row;
    }

    public async Task<Incident?> NumberedAsync(int number, CancellationToken ct)
    {
        if (!byNumber.TryGetValue(number, out var row))
        {
            row = await db.Incidents.FindAsync([workspace.TeamId, number], ct);
            if (row is null)
                return null;
            byNumber[number] = row;
        }
        return row.ToDomain();
    }

    public IncidentId NextId() => new(new TeamId(workspace.TeamId), ++workspace.LastNumber);

    /// <summary>Keeps the incident as decided, and everything that follows from each event.</summary>
    public async Task AcceptAsync(Decision.Accepted decision, long request, CancellationToken ct)
    {
        await KeepAsync(decision.After, ct);
        await Kept.FollowAsync(decision.Events, decision.After, ct);
        foreach (var happened in decision.Events)
        {
            await WriteDownAsync(happened, decision.After, ct);
            foreach (var effect in reactions.SelectMany(reaction => reaction.React(happened, decision.After)))
                await OweAsync(effect, decision.After.Id.Number, request, ct);
            if (happened is IncidentClosed or IncidentDeclined)
                checkpoints.Closing(byNumber[decision.After.Id.Number]);
        }
    }

    /// <summary>What happened is a line; a correction of an update is a version of that update's line, where it is known.</summary>
    private async Task WriteDownAsync(IncidentEvent happened, Incident after, CancellationToken ct)
    {
        if (happened is UpdateCorrected { Entry: { } told } corrected
            && await EntryAsync(after.Id, told, ct) is { } entry
            && Domain.Updates.Updates.Reworded(entry, corrected) is { } revision)
        {
            await ReviseAsync(revision, ct);
            return;
        }
        var recorded = Record(new TimelineEntry(after.Id, EventKinds.Of(happened), EventWords.Of(happened), HappenedAt.Exactly(happened.At), now, happened.By));
        if (happened is UpdatePosted)
            byNumber[after.Id.Number].Take(Domain.Updates.Updates.Recorded(after, recorded.Number));
    }

    /// <summary>The chain of an incident this batch has read, as it is now, to be said where others see it.</summary>
    public Task<Checkpoint> CheckpointAsync(int number, CancellationToken ct) => checkpoints.MakeAsync(byNumber[number], ct);

    /// <summary>The checkpoint that fell due cannot be said now.</summary>
    public async Task PostponeCheckpointAsync(int number, CancellationToken ct) =>
        DueMoments.AddRange(await checkpoints.PostponeAsync(byNumber[number], ct));

    /// <summary>Keeps the incident as it is now, and lets its reminders follow.</summary>
    public async Task KeepAsync(Incident after, CancellationToken ct)
    {
        if (!byNumber.TryGetValue(after.Id.Number, out var row))
        {
            row = await db.Incidents.FindAsync([workspace.TeamId, after.Id.Number], ct);
            if (row is null)
                db.Incidents.Add(row = new IncidentRow { TeamId = workspace.TeamId, Number = after.Id.Number });
            byNumber[after.Id.Number] = row;
        }
        var previous = db.Entry(row).State == EntityState.Added && row.Version == 0 ? null : row.ToDomain();
        if (row.ChannelId is { } before && before != after.Channel?.Value)
            byChannel.Remove(before);
        row.Take(after);
        if (row.ChannelId is { } channel)
            byChannel[channel] = row;
        await Reminders.FollowAsync(previous, after, ct);
    }

    /// <summary>Puts an entry on the timeline of an incident this batch has read or made, and says under which number.</summary>
    public TimelineEntry Record(TimelineEntry entry)
    {
        var recorded = Chronicle.Record(byNumber[entry.Incident.Number], entry);
        toCopy.AddRange(recorded.Files.All.Select(file => new CopyFile(recorded.Incident.Number, recorded.Number, file.Id)));
        Follow(null, recorded);
        return recorded;
    }

    /// <summary>Puts what an incident is declared with on its timeline; a message it is declared from is held there by whoever chose it from the message's menu.</summary>
    public Task RecordFirstAsync(TimelineEntry entry)
    {
        if (entry.Source is { } source)
        {
            db.Captures.Add(new CaptureRow
            {
                TeamId = workspace.TeamId,
                Channel = source.Channel.Value,
                Ts = source.Ts,
                Number = entry.Incident.Number,
                Means = CaptureRow.Menu,
                Holder = entry.RecordedBy.Value,
                By = entry.RecordedBy.Value,
                Kind = entry.Kind,
                IsOn = true,
                ChangedAt = entry.RecordedAt,
            });
        }
        Record(entry);
        return Task.CompletedTask;
    }

    public Task<TimelineEntry?> EntryAsync(IncidentId incident, int entry, CancellationToken ct) => Chronicle.EntryAsync(incident, entry, ct);

    public Task<TimelineEntry?> EntryOfAsync(IncidentId incident, string channel, string ts, CancellationToken ct) => Chronicle.EntryOfAsync(incident, channel, ts, ct);

    /// <summary>Keeps a change of an entry of an incident this batch has read, with its version.</summary>
    public async Task ReviseAsync(EntryRevision revision, CancellationToken ct) =>
        Follow(await Chronicle.ReviseAsync(byNumber[revision.After.Incident.Number], revision, ct), revision.After);

    private void Follow(EntryKind? before, TimelineEntry after)
    {
        foreach (var reaction in entryReactions)
        {
            if (reaction.Concerns(before, after, options) && reaction.React(byNumber[after.Incident.Number].ToDomain(), after, options) is { } effect)
                followUps.Add((effect, after.Incident.Number));
        }
    }

    /// <summary>Remembers an edit that made no version.</summary>
    public Task RememberEditAsync(TimelineEntry entry, DateTimeOffset editedAt, CancellationToken ct) =>
        Chronicle.RememberEditAsync(entry.Incident, entry.Number, editedAt, ct);

    /// <summary>Takes an entry's words away; where else they stand is looked at last, when all that was done is written.</summary>
    public async Task RedactAsync(EntryRevision redaction, long request, CancellationToken ct)
    {
        var words = await Chronicle.RedactAsync(byNumber[redaction.After.Incident.Number], redaction, ct);
        Follow(redaction.After.Kind, redaction.After);
        traces.Add(new WordTraces(new RedactedWords(redaction.After, words, await db.NamesInAsync(workspace.TeamId, words.Texts, ct)), request));
    }

    /// <summary>Removes what was redacted in this transaction from every request and effect that carries it.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        foreach (var trace in traces)
        {
            foreach (var post in await trace.RemoveAsync(db, ct))
                await OweAsync(post, trace.Number, trace.Request, ct);
        }
        await SaveAsync(ct);
    }

    /// <summary>
    /// What would be said in a channel that cannot be written to is not owed: the timeline has it, and card and topic are
    /// rendered from the state when the channel is back.
    /// </summary>
    /// <param name="effect">What is promised, unless the same refresh waits already.</param>
    /// <param name="about">The incident it is about, where that is known.</param>
    /// <param name="request">The request it follows from, where somebody made one.</param>
    /// <param name="ct">Gives up.</param>
    public async Task OweAsync(Effect effect, int? about, long? request, CancellationToken ct)
    {
        if (effect is Unwritten unwritten)
        {
            using var spoken = (unwritten.Reader is { } reader ? await Readers.LanguageOfAsync(reader, ct) : options.Language.Workspace).Speak();
            effect = unwritten.Write();
        }
        if (effect is InEveryLanguage every)
        {
            if (every.Written(options.Language) is not { } written)
                return;
            effect = written;
        }
        if (effect.Into is { } into && await RowInChannelAsync(into, ct) is { IsArchived: true } or { IsBotOutside: true })
            return;
        var key = effect.CoalesceKey is { } shared ? $"{workspace.TeamId}/{shared}" : null;
        if (key is not null
            && (!coalesced.Add(key)
                || await db.Outbox.AwaitsAsync(key, ct)))
            return;
        effects.Add(new OutboxRow
        {
            TeamId = workspace.TeamId,
            Stream = $"{workspace.TeamId}/{effect.Stream}",
            Kind = StoredShapes.NameOf(effect),
            Payload = StoredShapes.Write(effect),
            CoalesceKey = key,
            Number = about,
            RequestId = request,
            Lane = effect.IsAwaited ? OutboxLane.Urgent : OutboxLane.Bulk,
            CreatedAt = now,
        });
        OwesSomething = true;
    }
}
