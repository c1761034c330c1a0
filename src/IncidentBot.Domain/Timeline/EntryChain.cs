using System.Security.Cryptography;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>
/// Ties the versions of an incident's timeline together, so that none can be changed, left out, added or moved afterwards
/// without every later link changing. All hashes are SHA-256; values are written as <see cref="CanonicalBytes"/> says.
/// <code>
/// commitment = SHA-256( salt(16) ‖ text ‖ why ‖ as-given [ ‖ count of files ‖ for each: id ‖ name ‖ size as 8 bytes ‖ fate ‖ hash ‖ why ] )
/// digest     = SHA-256( "incidentbot/version/1" ‖ team ‖ incident ‖ entry ‖ version ‖ change ‖ kind ‖ state ‖ happened? ‖ precision
///                       ‖ by ‖ recorded-at ‖ author? ‖ author-name ‖ channel? ‖ ts? ‖ commitment(32) )
/// link 0     = SHA-256( "incidentbot/chain/1" ‖ team ‖ incident )
/// link n     = SHA-256( link n-1 (32) ‖ n as 8 bytes ‖ digest n (32) )
/// </code>
/// What stands in brackets is left out where there are no files. What people wrote, and what their files hold, is only in the commitment. When it is redacted its salt goes with it, so that what was there cannot be
/// guessed, while the commitment keeps the chain whole.
/// </summary>
public static class EntryChain
{
    /// <summary>How many random bytes a version's salt has.</summary>
    public const int SaltLength = 16;

    /// <summary>How many bytes a hash has.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>The link before the first version. A chain moved to another incident does not begin there.</summary>
    /// <param name="incident">The incident.</param>
    public static byte[] Start(IncidentId incident) =>
        SHA256.HashData(new CanonicalBytes().Text("incidentbot/chain/1").Text(incident.Team.Value).Number(incident.Number).Span);

    /// <summary>Commits to what people wrote, without saying it.</summary>
    /// <param name="version">The version.</param>
    /// <param name="salt"><see cref="SaltLength"/> random bytes, used for this version alone.</param>
    public static byte[] Commit(EntryVersion version, ReadOnlySpan<byte> salt)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltLength);
        var bytes = new CanonicalBytes().Raw(salt).Text(version.Text).Text(version.Why).Text(version.Happened.AsGiven);
        if (!version.Files.IsEmpty)
            bytes.Number(version.Files.All.Count);
        foreach (var file in version.Files.All)
            bytes.Text(file.Id).Text(file.Name).Long(file.Size).Number((int)file.Fate).Text(file.Hash).Text(file.Why);
        return SHA256.HashData(bytes.Span);
    }

    /// <summary>Hashes everything a version says, its words by their commitment.</summary>
    /// <param name="version">The version; its words are not looked at.</param>
    /// <param name="origin">Where its entry came from.</param>
    /// <param name="commitment">What <see cref="Commit"/> gave for its words.</param>
    public static byte[] Digest(EntryVersion version, EntryOrigin origin, ReadOnlySpan<byte> commitment)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentOutOfRangeException.ThrowIfNotEqual(commitment.Length, HashLength);
        return SHA256.HashData(new CanonicalBytes()
            .Text("incidentbot/version/1")
            .Text(version.Incident.Team.Value)
            .Number(version.Incident.Number)
            .Number(version.Entry)
            .Number(version.Number)
            .Number((int)version.Change)
            .Number((int)version.Kind)
            .Number((int)version.State)
            .Perhaps(version.Happened.Instant)
            .Number((int)version.Happened.Precision)
            .Text(version.By.Value)
            .Instant(version.RecordedAt)
            .Perhaps(origin.Author?.Value)
            .Text(origin.AuthorName)
            .Perhaps(origin.Source?.Channel.Value)
            .Perhaps(origin.Source?.Ts)
            .Raw(commitment)
            .Span);
    }

    /// <summary>Ties a version to all before it.</summary>
    /// <param name="previous">The link before it; <see cref="Start"/> before the first.</param>
    /// <param name="sequence">Its place among the incident's versions, from 1.</param>
    /// <param name="digest">Its digest.</param>
    public static byte[] Link(ReadOnlySpan<byte> previous, int sequence, ReadOnlySpan<byte> digest)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(previous.Length, HashLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(digest.Length, HashLength);
        return SHA256.HashData(new CanonicalBytes().Raw(previous).Long(sequence).Raw(digest).Span);
    }
}
