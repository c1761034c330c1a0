using System.Globalization;
using IncidentBot.Configuration;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Evidence;

/// <summary><c>export &lt;number&gt;</c> — writes an incident's timeline as a bundle, from the database alone; the bot may be running.</summary>
internal static class ExportCommand
{
    private static string Use => "Use: export <number> [--out <file>]. Without --out the bundle is printed. With it the copies of files go beside it, into <file>.files.";

    public static async Task<int> RunAsync(string[] args, TimeProvider clock, CancellationToken ct)
    {
        var (number, path) = args switch
        {
            [var word] => (word, null),
            [var word, "--out", var file] => (word, file),
            _ => ("", null),
        };
        if (!int.TryParse(number.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var incident))
        {
            await Console.Error.WriteLineAsync(Use);
            return 2;
        }
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var database = Settings.DatabaseOf(configuration);
        if (!File.Exists(database))
        {
            await Console.Error.WriteLineAsync($"There is no database {database}. Set DATABASE to the bot's file.");
            return 2;
        }
        await using var services = new ServiceCollection().AddLogging().AddStore(database).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(ct);
        var copies = new HashSet<string>();
        if (path is null)
        {
            await using var printed = Console.OpenStandardOutput();
            return await BundleWriter.WriteAsync(db, incident, clock.GetUtcNow(), printed, ct) ? 0 : await NoSuchAsync(incident);
        }
        if (Path.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is {path} already, and nothing was written. Name another file, or delete that one.");
            return 2;
        }
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder {folder}, and nothing was written. Make it, or name a file elsewhere.");
            return 2;
        }
        return await WriteAsync(path, file => BundleWriter.WriteAsync(db, incident, clock.GetUtcNow(), file, ct, copies))
            ? await CopyFilesAsync(copies, path, configuration)
            : await NoSuchAsync(incident);
    }

    /// <summary>Written beside and renamed when it is complete, so that no half of a bundle has its name.</summary>
    private static async Task<bool> WriteAsync(string path, Func<Stream, Task<bool>> write)
    {
        var unfinished = $"{path}.unfinished";
        try
        {
            await using (var file = File.Create(unfinished))
            {
                if (!await write(file))
                    return false;
            }
            File.Move(unfinished, path, overwrite: false);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<int> NoSuchAsync(int incident)
    {
        await Console.Error.WriteLineAsync($"There is no incident #{incident}.");
        return 1;
    }

    /// <summary>The copies go where <c>verify</c> looks for them; one that is missing is named, and the rest is exported all the same.</summary>
    private static async Task<int> CopyFilesAsync(HashSet<string> hashes, string bundle, IConfiguration configuration)
    {
        var (store, missing) = (new FileStore(Settings.FilesOf(configuration), 0), 0);
        foreach (var hash in hashes)
        {
            var copy = FilesAtHand.PathOf(bundle, hash);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (File.Exists(store.PathOf(hash)))
                File.Copy(store.PathOf(hash), copy, overwrite: true);
            else if (++missing > 0)
                await Console.Error.WriteLineAsync($"The copy {hash} is not in {Settings.FilesOf(configuration)}. Set FILES to the bot's folder.");
        }
        if (missing > 0)
            await Console.Error.WriteLineAsync($"The bundle {bundle} is complete and proves itself; {missing} of its {hashes.Count} copies of files do not lie beside it.");
        return missing == 0 ? 0 : 1;
    }
}
