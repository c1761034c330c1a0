namespace IncidentBot.Messaging;

/// <summary>Copies a file of a captured message into our store.</summary>
[StoredAs("copy-file")]
internal sealed record CopyFile(int Number, int Entry, string FileId) : Effect
{
    /// <summary>What the streams of all copies begin with.</summary>
    public const string Streams = "file:";

    public override string Stream => Streams + FileId;

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("files.info")];

    public override Fact WhenGivenUp(string error) => new FileNotCopied(Number, Entry, FileId, error);
}

/// <summary>The copy is in our store.</summary>
[StoredAs("file-copied")]
internal sealed record FileCopied(int Number, int Entry, string FileId, string Hash, long Size) : Fact;

/// <summary>It could not be copied; the reason is Slack's code or ours.</summary>
[StoredAs("file-not-copied")]
internal sealed record FileNotCopied(int Number, int Entry, string FileId, string Reason) : Fact;
