using System.Collections.Immutable;

namespace IncidentBot.Domain.Timeline;

/// <summary>A version with what ties it to those before it.</summary>
/// <param name="Version">The version; without its words where they were redacted.</param>
/// <param name="Origin">Where its entry came from.</param>
/// <param name="Salt">The salt of its words; null where they were redacted.</param>
/// <param name="Commitment">What its words commit to.</param>
/// <param name="Digest">The hash of all it says.</param>
/// <param name="Link">The link of the chain it makes.</param>
public sealed record ChainedVersion(
    EntryVersion Version,
    EntryOrigin Origin,
    ImmutableArray<byte>? Salt,
    ImmutableArray<byte> Commitment,
    ImmutableArray<byte> Digest,
    ImmutableArray<byte> Link)
{
    /// <summary>Whether its words were taken away.</summary>
    public bool IsRedacted => Salt is null;

    /// <summary>Ties a new version to the chain.</summary>
    /// <param name="version">The version, with its sequence.</param>
    /// <param name="origin">Where its entry came from.</param>
    /// <param name="salt">Random bytes for it alone.</param>
    /// <param name="previous">The link before it.</param>
    public static ChainedVersion Tie(EntryVersion version, EntryOrigin origin, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> previous)
    {
        ArgumentNullException.ThrowIfNull(version);
        var commitment = EntryChain.Commit(version, salt);
        var digest = EntryChain.Digest(version, origin, commitment);
        return new ChainedVersion(version, origin, [.. salt], [.. commitment], [.. digest], [.. EntryChain.Link(previous, version.Sequence, digest)]);
    }

    /// <summary>The same without its words and without what would let them be guessed.</summary>
    public ChainedVersion Redacted() => this with
    {
        Version = Version with { Text = "", Why = "", Files = EntryFiles.None, Happened = Version.Happened with { AsGiven = "" } },
        Salt = null,
    };
}
