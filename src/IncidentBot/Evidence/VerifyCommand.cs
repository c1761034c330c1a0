namespace IncidentBot.Evidence;

/// <summary><c>verify &lt;bundle&gt;</c> — checks a bundle and names the first bad link.</summary>
internal static class VerifyCommand
{
    /// <summary>A shorter beginning could be met by chance, or be made to.</summary>
    private const int ShortestCheckpoint = 16;
    private const string Use = "Use: verify <bundle> [--checkpoint <hash>]. The hash stands in the checkpoint's message; 16 or more of its digits will do.";

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var (path, checkpoint) = args switch
        {
            [var file] => (file, ""),
            [var file, "--checkpoint", var hash] => (file, hash),
            ["--checkpoint", var hash, var file] => (file, hash),
            _ => ("", ""),
        };
        var digits = checkpoint.Replace(" ", "", StringComparison.Ordinal);
        if (path is "" or ['-', ..] || !digits.All(char.IsAsciiHexDigit) || (checkpoint.Length > 0 && digits.Length < ShortestCheckpoint))
        {
            await Console.Error.WriteLineAsync(Use);
            return 2;
        }
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return 2;
        }
        await using var bundle = File.OpenRead(path);
        var verdict = await BundleCheck.OfAsync(bundle, digits, ct, new FilesAtHand(path));
        var to = verdict.ExitCode == 0 ? Console.Out : Console.Error;
        foreach (var sentence in verdict.Sentences)
            await to.WriteLineAsync(sentence);
        return verdict.ExitCode;
    }
}
