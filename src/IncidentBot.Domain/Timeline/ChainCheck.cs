using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>
/// Checks a chain version by version, in their order, keeping no words in memory. It stops at the first fault: what follows
/// a broken link says nothing.
/// </summary>
/// <param name="incident">The incident the chain is of.</param>
/// <param name="checkpoint">A checkpoint that must be one of its links, as hexadecimal digits, perhaps only its beginning; empty for none.</param>
public sealed class ChainCheck(IncidentId incident, string checkpoint = "")
{
    private readonly Dictionary<int, int> withoutWords = [];
    private readonly SortedDictionary<int, EntryVersion> redactions = [];
    private byte[] head = EntryChain.Start(incident);

    /// <summary>How many versions were good.</summary>
    public int Count { get; private set; }

    /// <summary>The last good link.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>The sequence number at which the checkpoint was found.</summary>
    public int? CheckpointAt { get; private set; }

    /// <summary>The redactions that were made, by entry: the version that says who, when and why.</summary>
    public IReadOnlyDictionary<int, EntryVersion> Redactions => redactions;

    /// <summary>Checks the next version.</summary>
    /// <param name="next">The version.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public ChainFault? Next(ChainedVersion next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var version = next.Version;
        if (Fault(next) is { } fault)
            return fault;
        head = [.. next.Link];
        Count++;
        if (CheckpointAt is null && checkpoint.Length > 0 && Convert.ToHexStringLower(head).StartsWith(checkpoint, StringComparison.OrdinalIgnoreCase))
            CheckpointAt = version.Sequence;
        if (version.Change == EntryChange.Redacted)
        {
            redactions[version.Entry] = version;
            withoutWords.Remove(version.Entry);
        }
        else if (next.IsRedacted)
        {
            withoutWords.TryAdd(version.Entry, version.Sequence);
        }
        return null;
    }

    /// <summary>Checks that the chain ends where it was said to.</summary>
    /// <param name="count">How many versions were stated.</param>
    /// <param name="statedHead">The head that was stated.</param>
    /// <returns>What is wrong, or null.</returns>
    public ChainFault? End(int count, ReadOnlySpan<byte> statedHead)
    {
        if (Count != count)
            return new ChainFault.OutOfSequence(Count + 1, null);
        if (!statedHead.SequenceEqual(head))
            return new ChainFault.HeadDiffers(Count);
        if (withoutWords.Count > 0)
        {
            var (entry, sequence) = withoutWords.MinBy(missing => missing.Value);
            return new ChainFault.WordsMissing(sequence, entry);
        }
        return checkpoint.Length > 0 && CheckpointAt is null ? new ChainFault.CheckpointMissing(checkpoint) : null;
    }

    private ChainFault? Fault(ChainedVersion next)
    {
        var version = next.Version;
        if (version.Sequence != Count + 1)
            return new ChainFault.OutOfSequence(Count + 1, version.Sequence);
        if (version.Incident != incident)
            return new ChainFault.ForeignVersion(version.Sequence);
        var areWordsKept = next.Salt is { } salt
            ? EntryChain.Commit(version, salt.AsSpan()).AsSpan().SequenceEqual(next.Commitment.AsSpan())
            : version.Text.Length + version.Why.Length + version.Happened.AsGiven.Length == 0 && version.Files.IsEmpty;
        if (!areWordsKept)
            return new ChainFault.WordsChanged(version.Sequence, version.Entry);
        if (!EntryChain.Digest(version, next.Origin, next.Commitment.AsSpan()).AsSpan().SequenceEqual(next.Digest.AsSpan()))
            return new ChainFault.FactsChanged(version.Sequence, version.Entry);
        return EntryChain.Link(head, version.Sequence, next.Digest.AsSpan()).AsSpan().SequenceEqual(next.Link.AsSpan())
            ? null
            : new ChainFault.LinkBroken(version.Sequence, version.Entry);
    }
}
