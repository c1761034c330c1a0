using System.Security.Cryptography;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Evidence;

/// <summary>The copies of files that lie beside a bundle, in a folder of its name with <c>.files</c> behind it; each is named by its hash.</summary>
internal sealed class FilesAtHand(string bundle)
{
    private readonly Dictionary<string, (int Entry, string Name)> named = [];

    public static string PathOf(string bundle, string hash) => Path.Combine($"{bundle}.files", hash);

    /// <summary>A version of the bundle names these.</summary>
    public void Expect(EntryVersion version)
    {
        foreach (var file in version.Files.All.Where(file => file.Hash.Length > 0))
            named.TryAdd(file.Hash, (version.Entry, file.Name));
    }

    /// <summary>Checks those that are there.</summary>
    /// <returns>What to say, and whether one is not what was recorded; null where the bundle names none.</returns>
    public async Task<(string Sentence, bool IsAltered)?> CheckAsync(CancellationToken ct)
    {
        if (named.Count == 0)
            return null;
        var whole = 0;
        foreach (var (hash, (entry, name)) in named)
        {
            // A hash of a forged bundle may be any text; only one that is a hash names a copy.
            if (!hash.All(char.IsAsciiHexDigit) || !File.Exists(PathOf(bundle, hash)))
                continue;
            await using var copy = File.OpenRead(PathOf(bundle, hash));
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, ct)) != hash)
                return ($"The copy of {name} (entry {entry}) is not the file that was recorded.", true);
            whole++;
        }
        return (
            whole == 0
                ? "Files: no copy is at hand, so none was checked."
                : $"Files: {whole} of {named.Count} copies are at hand, and each is what was recorded.",
            false);
    }
}
