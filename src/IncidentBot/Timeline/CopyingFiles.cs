using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>Notes in the entry what became of the copies of its files. What was redacted meanwhile keeps none.</summary>
internal sealed class CopyingFiles : IFactHandler<FileCopied>, IFactHandler<FileNotCopied>
{
    public async Task HearAsync(FileCopied fact, Turn turn, CancellationToken ct)
    {
        if (await EntryAsync(fact.Number, fact.Entry, turn, ct) is not { } entry)
            return;
        if (entry.State.HasFlag(EntryState.Redacted))
        {
            turn.Owe(new ForgetOnDisk([fact.Hash]));
            turn.Ignore("redacted meanwhile");
        }
        else if (CopiedFile.Kept(entry, fact.FileId, fact.Hash, fact.Size, Bot(turn), turn.Now) is { } revision)
        {
            await turn.ReviseAsync(revision, ct);
            await (await turn.StoreAsync(ct)).FileCopies.KeepAsync(entry.Incident, entry.Number, fact.Hash, ct);
            turn.Noted("file copied");
        }
        else
        {
            turn.Duplicate("copied already");
        }
    }

    public async Task HearAsync(FileNotCopied fact, Turn turn, CancellationToken ct)
    {
        if (await EntryAsync(fact.Number, fact.Entry, turn, ct) is { } entry
            && CopiedFile.Missed(entry, fact.FileId, FileWords.Reason(fact.Reason), Bot(turn), turn.Now) is { } revision)
            await turn.ReviseAsync(revision, ct);
        turn.Fail($"not copied: {fact.Reason}");
    }

    private static UserId Bot(Turn turn) => new(turn.Workspace.BotUserId);

    private static async Task<TimelineEntry?> EntryAsync(int number, int entry, Turn turn, CancellationToken ct) =>
        await turn.NumberedAsync(number, ct) is { } incident ? await turn.EntryAsync(incident.Id, entry, ct) : null;
}
