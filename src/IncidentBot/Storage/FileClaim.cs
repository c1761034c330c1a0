namespace IncidentBot.Storage;

/// <summary>One process owns one database file: two would each remind, and each answer. Held for the life of the process.</summary>
internal sealed class FileClaim : IDisposable
{
    private readonly FileStream file;

    private FileClaim(FileStream file) => this.file = file;

    /// <summary>Claims the database, or says who stands in the way.</summary>
    /// <exception cref="IOException">Another process holds it, or it is a folder.</exception>
    public static FileClaim Take(string databasePath)
    {
        if (Directory.Exists(databasePath))
            throw new IOException($"{databasePath} is a folder. Set DATABASE to a file in it, such as {Path.Combine(databasePath, "incidentbot.db")}.");
        var directory = Path.GetDirectoryName(Path.GetFullPath(databasePath));
        Directory.CreateDirectory(directory!);
        try
        {
            return new FileClaim(new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException inUse)
        {
            throw new IOException($"Another IncidentBot is running on {databasePath}. Stop it, or give this one another DATABASE.", inUse);
        }
    }

    public void Dispose() => file.Dispose();
}
