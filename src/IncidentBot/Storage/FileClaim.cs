namespace IncidentBot.Storage;

/// <summary>One process owns one database file: two would each remind, and each answer. Held for the life of the process.</summary>
internal sealed class FileClaim : IDisposable
{
    /// <summary>How systems say that somebody has the file: <c>EWOULDBLOCK</c> (Linux, macOS), <c>ERROR_SHARING_VIOLATION</c> (Windows).</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private FileClaim(FileStream file) => this.file = file;

    /// <summary>Claims the database, or says who stands in the way.</summary>
    /// <exception cref="IOException">Another process holds it, it is a folder, or its folder cannot be written to.</exception>
    public static FileClaim Take(string databasePath)
    {
        if (Directory.Exists(databasePath))
            throw new IOException($"{databasePath} is a folder. Set DATABASE to a file in it, such as {Path.Combine(databasePath, "incidentbot.db")}.");
        var directory = Path.GetDirectoryName(Path.GetFullPath(databasePath));
        try
        {
            Directory.CreateDirectory(directory!);
            return new FileClaim(new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException && !IsHeld(refused))
        {
            throw new IOException($"The folder {directory} cannot be written to. Let this program write there, or set DATABASE to a file in another folder.", refused);
        }
        catch (IOException inUse)
        {
            throw new IOException($"Another IncidentBot is running on {databasePath}. Stop it, or give this one another DATABASE.", inUse);
        }
    }

    private static bool IsHeld(Exception refused) => Held.Contains(refused.HResult);

    public void Dispose() => file.Dispose();
}
