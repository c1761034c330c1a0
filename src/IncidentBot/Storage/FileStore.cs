using System.Security.Cryptography;

namespace IncidentBot.Storage;

/// <summary>
/// Copies of files, named by the hash of what is in them: nothing is kept twice, and whoever knows the hash can check the copy.
/// A copy is written aside and moved into place when it is whole.
/// </summary>
/// <param name="folder">Where they are.</param>
/// <param name="largest">The most bytes a copy may have.</param>
internal sealed class FileStore(string folder, long largest)
{
    public long Largest => largest;

    public string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);

    /// <summary>Takes in what <paramref name="write"/> writes; when that fails, nothing is left.</summary>
    /// <returns>Its SHA-256, as hexadecimal digits.</returns>
    /// <exception cref="FileStoreException">The folder takes nothing.</exception>
    public async Task<string> TakeInAsync(string name, Func<Stream, Task> write, CancellationToken ct)
    {
        try
        {
            return await TakeAsync(name, write, ct);
        }
        catch (Exception refused) when (IsOfTheDisk(refused))
        {
            throw new FileStoreException(refused);
        }
    }

    private async Task<string> TakeAsync(string name, Func<Stream, Task> write, CancellationToken ct)
    {
        MakeFolder(folder);
        var aside = Path.Combine(folder, $"{name}.part");
        try
        {
            string hash;
            await using (var file = new FileStream(aside, FileMode.Create, FileAccess.ReadWrite))
            {
                await write(file);
                await file.FlushAsync(ct);
                file.Flush(flushToDisk: true);
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            }
            MakeFolder(Path.GetDirectoryName(PathOf(hash))!);
            File.Move(aside, PathOf(hash), overwrite: true);
            return hash;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>What people shared in a channel is nobody else's to read.</summary>
    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Removes a copy; one that is not there needs nothing.</summary>
    /// <exception cref="FileStoreException">It cannot be removed.</exception>
    public void Remove(string hash)
    {
        try
        {
            if (File.Exists(PathOf(hash)))
                File.Delete(PathOf(hash));
        }
        catch (Exception refused) when (IsOfTheDisk(refused))
        {
            throw new FileStoreException(refused);
        }
    }

    private static bool IsOfTheDisk(Exception refused) => refused is IOException or UnauthorizedAccessException;
}

/// <summary>The folder of the copies is full, read-only, or not there; the database may be well all the same.</summary>
internal sealed class FileStoreException(Exception why) : Exception("The folder of the copies of files does not take or give up what is to be changed there.", why);
