namespace IncidentBot.Domain.Timeline;

/// <summary>What is wrong with a chain of versions, at the first place where something is.</summary>
public abstract record ChainFault
{
    private ChainFault()
    {
    }

    /// <summary>A version is missing, doubled or in another place.</summary>
    /// <param name="Expected">The sequence number that should have come.</param>
    /// <param name="Found">The one that came; null where nothing came.</param>
    public sealed record OutOfSequence(int Expected, int? Found) : ChainFault;

    /// <summary>A version belongs to another incident.</summary>
    /// <param name="Sequence">Its sequence number.</param>
    public sealed record ForeignVersion(int Sequence) : ChainFault;

    /// <summary>The words of a version are not those that were recorded.</summary>
    /// <param name="Sequence">Its sequence number.</param>
    /// <param name="Entry">Its entry.</param>
    public sealed record WordsChanged(int Sequence, int Entry) : ChainFault;

    /// <summary>Something else a version says is not what was recorded: a time, a person, a kind, a state.</summary>
    /// <param name="Sequence">Its sequence number.</param>
    /// <param name="Entry">Its entry.</param>
    public sealed record FactsChanged(int Sequence, int Entry) : ChainFault;

    /// <summary>A version does not follow from those before it: something before it was replaced.</summary>
    /// <param name="Sequence">Its sequence number.</param>
    /// <param name="Entry">Its entry.</param>
    public sealed record LinkBroken(int Sequence, int Entry) : ChainFault;

    /// <summary>The words of a version are gone, and no redaction says who took them away.</summary>
    /// <param name="Sequence">Its sequence number.</param>
    /// <param name="Entry">Its entry.</param>
    public sealed record WordsMissing(int Sequence, int Entry) : ChainFault;

    /// <summary>The last link is not the head that was stated.</summary>
    /// <param name="Sequence">The sequence number of the last version.</param>
    public sealed record HeadDiffers(int Sequence) : ChainFault;

    /// <summary>A checkpoint that was made is no link of this chain.</summary>
    /// <param name="Checkpoint">The checkpoint, as hexadecimal digits.</param>
    public sealed record CheckpointMissing(string Checkpoint) : ChainFault;
}
