
namespace IncidentBot.Domain.Timeline;

/// <summary>What became of the copy of a file. Stored by number for ever: add at the end.</summary>
public enum FileFate
{
    /// <summary>It is being copied.</summary>
    Awaited = 0,

    /// <summary>Its copy is in our store.</summary>
    Copied = 1,

    /// <summary>It was not copied, and will not be by itself.</summary>
    NotCopied = 2,
}

/// <summary>A file of a captured message.</summary>
/// <param name="Id">Slack's id of it.</param>
/// <param name="Name">Its name, as people see it.</param>
/// <param name="Size">Its size in bytes; 0 where nobody knows.</param>
/// <param name="Fate">What became of its copy.</param>
/// <param name="Hash">The SHA-256 of its copy, as hexadecimal digits; empty without a copy.</param>
/// <param name="Why">Why it was not copied, or empty.</param>
public sealed record EntryFile(string Id, string Name, long Size, FileFate Fate, string Hash = "", string Why = "");

/// <summary>The files of a captured message, in the message's order. Equal when the same files stand in the same order.</summary>
public sealed record EntryFiles
{
    private readonly ValueList<EntryFile> files;

    private EntryFiles(ValueList<EntryFile> files) => this.files = files;

    /// <summary>No files.</summary>
    public static EntryFiles None { get; } = new([]);

    /// <summary>The files.</summary>
    public IReadOnlyList<EntryFile> All => files;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => files.Count == 0;

    /// <summary>These files.</summary>
    /// <param name="files">In the message's order.</param>
    public static EntryFiles Of(params IEnumerable<EntryFile> files) => new([.. files]);

    /// <summary>The same, with one of them told differently.</summary>
    /// <param name="file">The file as it is now; known by its id.</param>
    public EntryFiles With(EntryFile file) => new([.. files.Select(each => each.Id == file.Id ? file : each)]);
}
