using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>What an entry learns of the copies of its files. Copying is tried again and again, so each of these gives null where nothing changes.</summary>
public static class CopiedFile
{
    /// <summary>The copy is in our store.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="file">Slack's id of the file.</param>
    /// <param name="hash">The SHA-256 of the copy, as hexadecimal digits.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="by">The bot.</param>
    /// <param name="at">When.</param>
    public static EntryRevision? Kept(TimelineEntry entry, string file, string hash, long size, UserId by, DateTimeOffset at) =>
        Told(entry, file, known => known with { Fate = FileFate.Copied, Hash = hash, Size = size, Why = "" }, EntryChange.FileCopied, by, at);

    /// <summary>It could not be copied.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="file">Slack's id of the file.</param>
    /// <param name="why">Why not.</param>
    /// <param name="by">The bot.</param>
    /// <param name="at">When.</param>
    public static EntryRevision? Missed(TimelineEntry entry, string file, string why, UserId by, DateTimeOffset at) =>
        Told(entry, file, known => known.Fate == FileFate.Copied ? known : known with { Fate = FileFate.NotCopied, Why = why }, EntryChange.FileNotCopied, by, at);

    private static EntryRevision? Told(TimelineEntry entry, string file, Func<EntryFile, EntryFile> tell, EntryChange change, UserId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Files.All.FirstOrDefault(each => each.Id == file) is not { } known)
            return null;
        var after = entry with { Files = entry.Files.With(tell(known)) };
        return after == entry ? null : new EntryRevision(after, change, by, "", at);
    }
}
